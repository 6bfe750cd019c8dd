package org.pactlens.job.statistics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.pactlens.lake.StatisticsTables;
import org.pactlens.lake.StatisticsTables.OutletRow;

/** Rows of {@code outlets}. */
final class OutletCoverage {
    private static final int GAP_DAYS = 7;

    private OutletCoverage() {}

    static Dataset<Row> of(Corpus corpus, Dataset<Row> counted) {
        Dataset<Row> captures = corpus.captures().where("outlet IS NOT NULL");
        Dataset<Row> days = captures.where("captured_at IS NOT NULL")
                .select(col("outlet"), to_date(col("captured_at")).as("day"))
                .distinct()
                .withColumn(
                        "before",
                        lag("day", 1).over(Window.partitionBy("outlet").orderBy("day")))
                .groupBy("outlet")
                .agg(
                        count(lit(1)).cast("int").as("days"),
                        max(expr("coalesce(datediff(day, before) - 1, 0)")).as("gap"));
        Dataset<Row> articles = corpus.graded()
                .groupBy("outlet")
                .agg(
                        count(lit(1)).as("articles"),
                        sum(expr("CASE WHEN grade = 1 THEN 1 ELSE 0 END")).as("mentions"),
                        sum(expr("CASE WHEN grade >= 2 THEN 1 ELSE 0 END")).as("relevant"),
                        sum(expr("CASE WHEN grade >= 2 AND published_date IS NULL THEN 1 ELSE 0 END"))
                                .as("undated"));
        Dataset<Row> families = counted.groupBy("outlet")
                .agg(
                        count(lit(1)).as("counted"),
                        count_distinct(col("cluster")).as("families"),
                        max("outlet_language").as("language"));
        return captures.groupBy("outlet")
                .agg(
                        count(lit(1)).as("captures"),
                        min("captured_at").as("first_captured_at"),
                        max("captured_at").as("last_captured_at"))
                .join(days, "outlet", "left")
                .join(articles, "outlet", "left")
                .join(families, "outlet", "left")
                .join(broadcast(corpus.listedOutlets()), "outlet", "left")
                .map((MapFunction<Row, Row>) OutletCoverage::row, StatisticsTables.OUTLETS.encoder());
    }

    private static Row row(Row r) {
        int gap = r.isNullAt(r.fieldIndex("gap")) ? 0 : r.<Integer>getAs("gap");
        long relevant = number(r, "relevant");
        List<String> flags = new ArrayList<>();
        if (r.getAs("name") == null) {
            flags.add("unlisted");
        }
        if (gap >= GAP_DAYS) {
            flags.add("gaps");
        }
        if (number(r, "undated") * 10 > relevant) {
            flags.add("undated");
        }
        return StatisticsTables.OUTLETS.row(new OutletRow(
                r.getAs("outlet"),
                r.getAs("name"),
                r.getAs("country"),
                r.getAs("type"),
                r.getAs("language"),
                r.getAs("agency"),
                number(r, "captures"),
                number(r, "articles"),
                number(r, "mentions"),
                relevant,
                number(r, "counted"),
                number(r, "families"),
                r.<Instant>getAs("first_captured_at"),
                r.<Instant>getAs("last_captured_at"),
                r.isNullAt(r.fieldIndex("days")) ? 0 : r.<Integer>getAs("days"),
                gap,
                flags));
    }

    private static long number(Row row, String column) {
        Long value = row.getAs(column);
        return value == null ? 0 : value;
    }
}
