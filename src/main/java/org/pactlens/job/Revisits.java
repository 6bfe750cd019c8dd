package org.pactlens.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.pactlens.lake.IngestTables;

/**
 * Finds the originals of revisit records (WARC 1.1, 6.7): by record id; else at the URL that the revisit names, or its
 * own, the answer of the same stated digest, or, where one of them states none, the newest that is not younger than what
 * the revisit refers to. A revisit takes its original's article; it gives no text of its own.
 */
final class Revisits {
    private static final String RESOLVED = "resolved";
    private static final String UNRESOLVED = "unresolved";

    private Revisits() {}

    /**
     * The captures with {@code article_id} and {@code fate_reason} of revisits filled in.
     *
     * @param among captures that may hold the originals; they may hold the first too
     */
    static Dataset<Row> resolve(Dataset<Row> captures, Dataset<Row> among) {
        Dataset<Row> revisits = captures.where(col("fate").equalTo(Fate.REVISIT.id()))
                .select("capture_id", "refers_to", "refers_to_key", "refers_to_at", "captured_at", "stated_digest");
        Dataset<Row> originals = among.where(col("fate").notEqual(Fate.REVISIT.id()))
                .selectExpr(
                        "record_id AS original_id",
                        "url_key AS original_key",
                        "captured_at AS original_at",
                        "stated_digest AS original_digest",
                        "capture_id AS original",
                        "fate AS original_fate",
                        "article_id AS original_article");
        Dataset<Row> byId = revisits.join(originals, col("refers_to").equalTo(col("original_id")))
                .groupBy("capture_id")
                .agg(min("original_article").as("article_by_id"), lit(true).as("found_id"));
        Dataset<Row> found = byId.join(byPage(revisits, originals), new String[] {"capture_id"}, "full_outer");
        Column isRevisit = col("fate").equalTo(Fate.REVISIT.id());
        Column article = when(col("found_id"), col("article_by_id")).otherwise(col("article_by_page"));
        Column isFound = coalesce(col("found_id"), col("found_page"), lit(false));
        return captures.join(found, new String[] {"capture_id"}, "left")
                .withColumn("article_id", when(isRevisit, article).otherwise(col("article_id")))
                .withColumn(
                        "fate_reason",
                        when(isRevisit, when(isFound, lit(RESOLVED)).otherwise(lit(UNRESOLVED)))
                                .otherwise(col("fate_reason")))
                .select(IngestTables.CAPTURES.selection());
    }

    private static Dataset<Row> byPage(Dataset<Row> revisits, Dataset<Row> originals) {
        Column sameDigest = coalesce(col("stated_digest").equalTo(col("original_digest")), lit(false));
        Column oneStatesNone =
                col("stated_digest").isNull().or(col("original_digest").isNull());
        Column notYounger =
                coalesce(col("original_at").leq(coalesce(col("refers_to_at"), col("captured_at"))), lit(true));
        // What a server calls unchanged is no answer that said that it had none.
        Column isAnswer = col("original_fate").notEqual(Fate.HTTP_ERROR.id());
        return revisits.join(originals, col("refers_to_key").equalTo(col("original_key")))
                .where(sameDigest.or(oneStatesNone.and(notYounger).and(isAnswer)))
                .withColumn(
                        "choice",
                        row_number()
                                .over(Window.partitionBy("capture_id")
                                        .orderBy(
                                                sameDigest.desc(),
                                                col("original_at").desc_nulls_last(),
                                                col("original").asc())))
                .where(col("choice").equalTo(1))
                .select(
                        col("capture_id"),
                        col("original_article").as("article_by_page"),
                        lit(true).as("found_page"));
    }

    /** Revisits whose original had not been read when they were, and is known now. */
    static Dataset<Row> resolvedLate(Dataset<Row> captures) {
        Dataset<Row> open = captures.where(
                col("fate").equalTo(Fate.REVISIT.id()).and(col("fate_reason").equalTo(UNRESOLVED)));
        return resolve(open, captures).where(col("fate_reason").equalTo(RESOLVED));
    }

    /** The revisits of articles that are taken out, without them. */
    static Dataset<Row> unresolved(Dataset<Row> captures, Dataset<Row> gone) {
        return captures.join(gone, new String[] {"article_id"}, "left_semi")
                .withColumn("article_id", lit(null).cast("string"))
                .withColumn("fate_reason", lit(UNRESOLVED))
                .select(IngestTables.CAPTURES.selection());
    }

    /** The captures as they are when some of them have changed. */
    static Dataset<Row> replaced(Dataset<Row> captures, Dataset<Row> changed) {
        return captures.join(changed.select("capture_id"), new String[] {"capture_id"}, "left_anti")
                .select(IngestTables.CAPTURES.selection())
                .unionByName(changed);
    }
}
