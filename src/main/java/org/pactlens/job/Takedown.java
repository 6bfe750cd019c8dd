package org.pactlens.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.pactlens.Spelling;
import org.pactlens.UserError;
import org.pactlens.crawl.UrlKey;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;
import org.pactlens.lake.Publication;
import org.pactlens.lake.Publication.Mode;
import org.pactlens.lake.Publication.Step;
import org.pactlens.lake.RunTables;
import org.pactlens.lake.RunTables.TakedownRow;

/**
 * What is taken out of a lake for good. A page or outlet stays out: later crawls that hold it give no row. A batch may be
 * read again.
 *
 * @param value a batch id, a URL or an outlet id
 */
public record Takedown(Kind kind, String value) {
    /** What {@code value} names. */
    public enum Kind {
        BATCH,
        URL,
        OUTLET
    }

    /** Value as it stands in the column that rows are found by. */
    private String key() {
        return switch (kind) {
            case BATCH -> value;
            case URL -> UrlKey.of(value);
            case OUTLET -> value.strip().toLowerCase(Locale.ROOT);
        };
    }

    /** SQL condition of the rows in {@code captures}. */
    private String matches() {
        String column =
                switch (kind) {
                    case BATCH -> "batch_id";
                    case URL -> "url_key";
                    case OUTLET -> "outlet";
                };
        // Equal with null: an unknown outlet is no match, and stays.
        return column + " <=> '" + key().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /**
     * Takes the rows out. An article of the batch stays as long as a capture of another one gives it; of a page or outlet
     * none stays, also where a capture elsewhere says that its answer was the same.
     */
    Change change(Lake lake, Publication publication, Path folder, String runId, Instant now) {
        requireBatch(lake);
        Dataset<Row> stay = lake.read(IngestTables.CAPTURES).where("NOT (" + matches() + ")");
        Dataset<Row> texts = lake.read(IngestTables.ARTICLES);
        List<Step> steps = new ArrayList<>(steps(lake, publication, folder, runId, now));
        if (kind != Kind.BATCH) {
            Dataset<Row> gone = texts.where(matches()).select("article_id");
            Step orphans = publication.stage(
                    Revisits.unresolved(stay, gone), IngestTables.CAPTURES, Mode.MERGE, folder, runId);
            steps.add(orphans);
            stay = Revisits.replaced(stay, publication.staged(IngestTables.CAPTURES, folder));
            texts = texts.where("NOT (" + matches() + ")");
        }
        Dataset<Row> articles = Articles.of(texts, stay);
        steps.add(publication.stage(articles, IngestTables.ARTICLES, Mode.OVERWRITE, folder, runId));
        return new Change(stay, articles, steps);
    }

    /** Whether the lake has no row of it: a page or outlet that is not there, or one that is spelt otherwise. */
    boolean isUnknown(Lake lake) {
        return lake.read(IngestTables.CAPTURES).where(matches()).isEmpty();
    }

    private void requireBatch(Lake lake) {
        if (kind == Kind.BATCH
                && lake.read(IngestTables.INPUTS).where(matches()).isEmpty()) {
            throw UserError.of(
                    "forget --batch " + value,
                    "the lake has no such batch",
                    "Take an id from the column batch_id of the table inputs.");
        }
    }

    private List<Step> steps(Lake lake, Publication publication, Path folder, String runId, Instant now) {
        List<Step> steps = new ArrayList<>();
        Row row = RunTables.TAKEDOWNS.row(new TakedownRow(Spelling.of(kind), key(), now, runId));
        Dataset<Row> all = lake.read(RunTables.TAKEDOWNS)
                .where(col("kind")
                        .notEqual(row.getString(0))
                        .or(col("value").notEqual(key()))
                        .or(lit(kind == Kind.BATCH)))
                .unionByName(lake.spark().createDataFrame(List.of(row), RunTables.TAKEDOWNS.schema()));
        steps.add(publication.stage(all, RunTables.TAKEDOWNS, Mode.OVERWRITE, folder, runId));
        if (kind == Kind.BATCH) {
            steps.add(Step.delete(IngestTables.INPUTS, matches()));
            steps.add(Step.delete(IngestTables.REJECTS, matches()));
        } else {
            Dataset<Row> gone =
                    lake.read(IngestTables.CAPTURES).where(matches()).select("capture_id");
            Dataset<Row> rejects = without(lake.read(IngestTables.REJECTS), gone, "capture_id");
            steps.add(publication.stage(rejects, IngestTables.REJECTS, Mode.OVERWRITE, folder, runId));
        }
        steps.add(Step.delete(IngestTables.CAPTURES, matches()));
        return steps;
    }

    /** Captures of new input that no takedown forbids. */
    static Dataset<Row> allowed(Dataset<Row> captures, Lake lake) {
        Dataset<Row> takedowns = lake.read(RunTables.TAKEDOWNS);
        Dataset<Row> pages = takedowns.where("kind = 'url'").selectExpr("value AS url_key");
        Dataset<Row> outlets = takedowns.where("kind = 'outlet'").selectExpr("value AS outlet");
        return without(without(captures, pages, "url_key"), outlets, "outlet");
    }

    private static Dataset<Row> without(Dataset<Row> rows, Dataset<Row> others, String column) {
        return rows.join(broadcast(others), rows.col(column).equalTo(others.col(column)), "left_anti");
    }
}
