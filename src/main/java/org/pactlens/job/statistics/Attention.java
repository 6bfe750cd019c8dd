package org.pactlens.job.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import java.io.Serializable;
import java.time.LocalDate;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.pactlens.lake.StatisticsTables;
import org.pactlens.lake.StatisticsTables.AttentionRow;
import org.pactlens.stats.Shares;

/** Rows of {@code attention}. */
final class Attention implements MapFunction<Row, Row>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DAYS_ON_THE_SITE = 30;

    private final double confidence;

    private Attention(double confidence) {
        this.confidence = confidence;
    }

    static Dataset<Row> of(Corpus corpus, Dataset<Row> relevant) {
        Dataset<Row> told = relevant.where("published_date IS NOT NULL")
                .groupBy(col("outlet"), col("published_date").as("day"))
                .agg(
                        count(lit(1)).as("relevant"),
                        count_distinct(col("cluster")).as("families"));
        Dataset<Row> candidates = corpus.graded()
                .where("published_date IS NOT NULL")
                .groupBy(col("outlet"), col("published_date").as("day"))
                .agg(count(lit(1)).as("captured"));
        Dataset<Row> captured = corpus.captures()
                .where("captured_at IS NOT NULL AND outlet IS NOT NULL")
                .select(col("outlet"), to_date(col("captured_at")).as("captured_on"))
                .where(col("captured_on").leq(lit(corpus.today())))
                .distinct();
        Dataset<Row> outlets = relevant.select("outlet").distinct();
        return days(corpus, outlets, captured)
                .unionByName(told.select("outlet", "day"))
                .distinct()
                .join(candidates, new String[] {"outlet", "day"}, "left")
                .join(told, new String[] {"outlet", "day"}, "left")
                .join(captured.groupBy("outlet").agg(collect_set("captured_on").as("captured_on")), "outlet", "left")
                .selectExpr(
                        "outlet",
                        "day",
                        "coalesce(cast(relevant AS int), 0)",
                        "coalesce(cast(families AS int), 0)",
                        "coalesce(cast(captured AS int), 0)",
                        "NOT coalesce(exists(captured_on, d -> d BETWEEN day AND date_add(day, " + DAYS_ON_THE_SITE
                                + ")), false)")
                .map(
                        new Attention(corpus.study().settings().statistics().confidence()),
                        StatisticsTables.ATTENTION.encoder());
    }

    /** Each day of the study until the last capture of the lake that is not from the future, for each outlet. */
    private static Dataset<Row> days(Corpus corpus, Dataset<Row> outlets, Dataset<Row> captured) {
        LocalDate first = corpus.study().phases().get(0).to();
        if (first == null) {
            first = corpus.study().event().date();
        }
        return outlets.crossJoin(captured.selectExpr("max(captured_on) AS last"))
                .selectExpr(
                        "outlet",
                        "explode(CASE WHEN last >= DATE'" + first + "' THEN sequence(DATE'" + first
                                + "', last) ELSE array() END) AS day");
    }

    @Override
    public Row call(Row row) {
        int relevant = row.getInt(2);
        int captured = row.getInt(4);
        LocalDate day = row.getAs(1);
        return StatisticsTables.ATTENTION.row(new AttentionRow(
                row.getString(0),
                day,
                day.toString().substring(0, 7),
                relevant,
                row.getInt(3),
                captured,
                captured == 0 ? null : (Double) ((double) relevant / captured),
                captured == 0 ? null : Shares.wilson((double) relevant / captured, captured, confidence),
                row.getBoolean(5)));
    }
}
