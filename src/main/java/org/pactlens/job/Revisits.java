package org.pactlens.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.pactlens.lake.IngestTables;

/**
 * Finds the originals of revisit records, in the batch or in the lake: by record id, else by payload digest at the same
 * URL key (WARC 1.1, 6.7). A revisit takes its original's article; it gives no text of its own.
 */
final class Revisits {
    private Revisits() {}

    /** The captures with {@code article_id} and {@code fate_reason} of revisits filled in. */
    static Dataset<Row> resolve(Dataset<Row> captures, Dataset<Row> known) {
        Dataset<Row> originals = captures.select("record_id", "url_key", "payload_digest", "article_id", "fate")
                .unionByName(known.select("record_id", "url_key", "payload_digest", "article_id", "fate"))
                .where(col("fate").notEqual(lit(Fate.REVISIT.id())));
        Dataset<Row> byId = originals
                .where(col("record_id").isNotNull())
                .groupBy(col("record_id").as("original_id"))
                .agg(min("article_id").as("article_by_id"), lit(true).as("found_id"));
        Dataset<Row> byUrl = originals
                .groupBy(col("url_key").as("original_key"))
                .agg(min("article_id").as("article_by_url"), lit(true).as("found_url"));
        Column isRevisit = col("fate").equalTo(Fate.REVISIT.id());
        Dataset<Row> joined = captures.join(byId, isRevisit.and(col("refers_to").equalTo(col("original_id"))), "left")
                .join(byUrl, isRevisit.and(col("url_key").equalTo(col("original_key"))), "left");
        Column article =
                coalesce(col("article_id"), when(isRevisit, coalesce(col("article_by_id"), col("article_by_url"))));
        Column found = coalesce(col("found_id"), col("found_url"), lit(false));
        return joined.withColumn("article_id", article)
                .withColumn(
                        "fate_reason",
                        when(isRevisit, when(found, lit("resolved")).otherwise(lit("unresolved")))
                                .otherwise(col("fate_reason")))
                .select(IngestTables.CAPTURES.selection());
    }
}
