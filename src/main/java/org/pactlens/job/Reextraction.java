package org.pactlens.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;
import org.pactlens.lake.Publication;
import org.pactlens.lake.Publication.Mode;
import org.pactlens.lake.Publication.Step;
import org.pactlens.lake.Table;
import org.pactlens.lake.WorkArea;

/**
 * Extracts the pages of a lake anew, for a program that extracts better: each record whose document was parsed is read
 * again at its place in the crawl; the others are passed over without their bodies, and nothing is screened again.
 */
final class Reextraction {
    /** Captures whose document went through the extractor. */
    private static final String PARSED = "fate IN ('article', 'no_article', 'rejected')";

    private final Lake lake;
    private final Publication publication;
    private final Reading reading;
    private final Dataset<Row> before;
    private final List<String> warnings = new ArrayList<>();

    Reextraction(Lake lake, Publication publication, Reading reading) {
        this.lake = lake;
        this.publication = publication;
        this.reading = reading;
        this.before = lake.read(IngestTables.CAPTURES);
    }

    /** What a person should know of pages that could not be read again. */
    List<String> warnings() {
        return warnings;
    }

    Change change(Path folder, String runId) {
        Path outcomes = new Path(folder, "outcomes");
        reading.read(files(), runId, outcomes);
        Dataset<Row> read = reading.outcomes(outcomes);
        Dataset<Row> again = Ingest.part(read, "capture", IngestTables.CAPTURES)
                .select(
                        col("capture_id"),
                        col("fate").as("new_fate"),
                        col("fate_reason").as("new_reason"),
                        col("article_id").as("new_article_id"),
                        col("software_version").as("new_version"))
                .join(before.where(PARSED).select("capture_id"), "capture_id");
        Dataset<Row> captures = WorkArea.keep(captures(again), new Path(folder, "captures_anew"));
        Dataset<Row> articles = articles(read, captures);
        List<Step> steps = List.of(
                stage(captures, IngestTables.CAPTURES, folder, runId),
                stage(articles, IngestTables.ARTICLES, folder, runId),
                stage(rejects(read, again), IngestTables.REJECTS, folder, runId),
                stage(inputs(again), IngestTables.INPUTS, folder, runId));
        return new Change(captures, articles, steps);
    }

    private Step stage(Dataset<Row> rows, Table<?> table, Path folder, String runId) {
        return publication.stage(rows, table, Mode.OVERWRITE, folder, runId);
    }

    /** The files that are still what they were, each with the places of its parsed records. */
    private List<PlannedFile> files() {
        Dataset<Row> places = before.where(PARSED)
                .groupBy("input_id")
                .agg(sort_array(functions.collect_list("record_offset")).as("offsets"));
        List<PlannedFile> files = new ArrayList<>();
        int gone = 0;
        long lost = 0;
        for (Row row : lake.read(IngestTables.INPUTS)
                .join(places, "input_id")
                .select("input_id", "uri", "size_bytes", "modified_at", "offsets")
                .orderBy("uri")
                .collectAsList()) {
            PlannedFile file = new PlannedFile(
                    row.getString(0), row.getString(1), row.getLong(2), row.<Instant>getAs(3), row.getList(4));
            if (isUnchanged(file)) {
                files.add(file);
            } else {
                gone++;
                lost += file.wanted().size();
            }
        }
        if (gone > 0) {
            warnings.add(gone + " files are gone or have changed since they were read; " + lost
                    + " pages from them stay as they were extracted");
        }
        return files;
    }

    private boolean isUnchanged(PlannedFile file) {
        Configuration hadoop = lake.spark().sparkContext().hadoopConfiguration();
        try {
            Path path = new Path(file.uri());
            FileSystem files = path.getFileSystem(hadoop);
            FileStatus now = files.getFileStatus(path);
            Instant modified = Instant.ofEpochMilli(now.getModificationTime());
            return CrawlListing.source(files, path, now.getLen(), modified).id().equals(file.id());
        } catch (IOException e) {
            return false;
        }
    }

    /** The captures with what came of them now; a revisit follows the page that it points to. */
    private Dataset<Row> captures(Dataset<Row> again) {
        Column isRead = col("new_fate").isNotNull();
        Column missedByScreen = when(
                col("fate_reason")
                        .equalTo(RecordReader.SCREEN_MISSED)
                        .and(col("new_fate").equalTo("article")),
                col("fate_reason"));
        Dataset<Row> anew = before.join(again, "capture_id", "left")
                .withColumn(
                        "fate_reason",
                        when(isRead, coalesce(col("new_reason"), missedByScreen))
                                .otherwise(col("fate_reason")))
                .withColumn(
                        "article_id",
                        when(isRead, col("new_article_id"))
                                .when(col("fate").notEqual(Fate.REVISIT.id()), col("article_id")))
                .withColumn("fate", coalesce(col("new_fate"), col("fate")))
                .withColumn("software_version", coalesce(col("new_version"), col("software_version")))
                .select(IngestTables.CAPTURES.selection());
        return Revisits.resolve(anew, anew);
    }

    private Dataset<Row> articles(Dataset<Row> read, Dataset<Row> captures) {
        Dataset<Row> anew = Ingest.part(read, "article", IngestTables.ARTICLES);
        Dataset<Row> kept = lake.read(IngestTables.ARTICLES)
                .join(anew.select("article_id"), "article_id", "left_anti")
                .select(IngestTables.ARTICLES.selection());
        return Articles.of(anew.unionByName(kept), captures);
    }

    private Dataset<Row> rejects(Dataset<Row> read, Dataset<Row> again) {
        Dataset<Row> kept = lake.read(IngestTables.REJECTS)
                .join(again.select("capture_id"), "capture_id", "left_anti")
                .select(IngestTables.REJECTS.selection());
        Dataset<Row> anew = Ingest.part(read, "reject", IngestTables.REJECTS)
                .drop("batch_id")
                .join(again.select("capture_id"), "capture_id")
                .join(before.select("capture_id", "batch_id"), "capture_id")
                .select(IngestTables.REJECTS.selection());
        return kept.unionByName(anew);
    }

    /** The inputs, with records moved from the fate that they had to the one that they have. */
    private Dataset<Row> inputs(Dataset<Row> again) {
        Map<String, Map<String, Long>> moved = new HashMap<>();
        for (Row row : before.join(again, "capture_id")
                .where(col("fate").notEqual(col("new_fate")))
                .groupBy("input_id", "fate", "new_fate")
                .agg(functions.count(lit(1)))
                .collectAsList()) {
            Map<String, Long> ofInput = moved.computeIfAbsent(row.getString(0), id -> new TreeMap<>());
            ofInput.merge(row.getString(1), -row.getLong(3), Long::sum);
            ofInput.merge(row.getString(2), row.getLong(3), Long::sum);
        }
        List<Row> rows = lake.read(IngestTables.INPUTS).collectAsList().stream()
                .map(row -> Ingest.input(row, moved.getOrDefault(row.<String>getAs("input_id"), new TreeMap<>())))
                .map(IngestTables.INPUTS::row)
                .toList();
        return lake.spark().createDataFrame(rows, IngestTables.INPUTS.schema());
    }
}
