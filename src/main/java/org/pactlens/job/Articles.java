package org.pactlens.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;

/**
 * The table {@code articles} as it will be: what the lake has and what batches have staged, one row per article, with
 * versions numbered anew.
 */
final class Articles {
    private Articles() {}

    /**
     * One row for each article that has a capture; a function of the rows, whatever their order.
     *
     * @param texts rows of the table, of one article as many as there are readings: the earliest counts
     * @param captures by which an article is there, and seen first and last
     */
    static Dataset<Row> of(Dataset<Row> texts, Dataset<Row> captures) {
        Dataset<Row> seen = captures.where("article_id IS NOT NULL")
                .groupBy("article_id")
                .agg(
                        min(expr("struct(fate = 'revisit', captured_at IS NULL, captured_at, capture_id, batch_id)"))
                                .as("first"),
                        min("captured_at").as("earliest"),
                        max("captured_at").as("latest"));
        WindowSpec earliestFirst = Window.partitionBy("article_id")
                .orderBy(
                        col("first_captured_at").asc_nulls_last(),
                        col("capture_id").asc());
        Dataset<Row> once = texts.withColumn("reading", row_number().over(earliestFirst))
                .where(col("reading").equalTo(1))
                .join(seen, "article_id")
                .withColumn("capture_id", col("first.capture_id"))
                .withColumn("batch_id", col("first.batch_id"))
                .withColumn("first_captured_at", col("earliest"))
                .withColumn("last_captured_at", col("latest"));
        return numbered(once);
    }

    private static Dataset<Row> numbered(Dataset<Row> once) {
        WindowSpec sameUrl = Window.partitionBy("url_key");
        Column order = col("first_captured_at");
        return once.withColumn(
                        "version_no",
                        row_number()
                                .over(sameUrl.orderBy(
                                        order.asc_nulls_first(),
                                        col("article_id").asc())))
                .withColumn("versions", count(lit(1)).over(sameUrl))
                .withColumn(
                        "is_latest", col("version_no").equalTo(col("versions").cast("int")))
                .select(IngestTables.ARTICLES.selection());
    }

    /** The rows of {@code after} that the lake does not have just so. */
    static Dataset<Row> changed(Lake lake, Dataset<Row> after) {
        return after.except(lake.read(IngestTables.ARTICLES).select(IngestTables.ARTICLES.selection()));
    }
}
