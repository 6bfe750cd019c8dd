package org.pactlens.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.expressions.Window;
import org.pactlens.lake.AtOnce;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.IngestTables.Count;
import org.pactlens.lake.IngestTables.Input;
import org.pactlens.lake.Lake;
import org.pactlens.lake.Publication;
import org.pactlens.lake.Publication.Mode;
import org.pactlens.lake.Publication.Step;
import org.pactlens.lake.Table;

/**
 * Reads the files of a batch once and stages what they gave: every record's fate, captures, articles, rejects.
 */
final class Ingest {
    private static final String READY = "READY";

    /** What a staged batch holds, and the sign that it is whole. */
    record Staged(String batchId, List<Step> steps, Map<String, Long> fates, long bytesLost) {}

    private final Lake lake;
    private final Publication publication;
    private final Reading reading;
    private final Progress progress;
    /** Captures of the lake and of the batches staged so far. */
    private Dataset<Row> known;
    /** Articles of the batches staged so far, one row per capture that gave one. */
    private Dataset<Row> added;

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Long> fates = new TreeMap<>();
    private long bytesLost;

    Ingest(Lake lake, Publication publication, Reading reading) {
        this.lake = lake;
        this.publication = publication;
        this.reading = reading;
        this.progress = reading.progress();
        this.known = lake.read(IngestTables.CAPTURES);
        this.added = lake.spark().createDataFrame(List.of(), IngestTables.ARTICLES.schema());
    }

    /** Records by fate, of the batches staged so far. */
    Map<String, Long> fates() {
        return fates;
    }

    /** Bytes of the inputs that gave no record, of the batches staged so far. */
    long bytesLost() {
        return bytesLost;
    }

    /** Adds the staged batches to what the lake has. */
    Change change(Path folder, String runId) {
        List<Step> all = new ArrayList<>(steps);
        Step late = publication.stage(Revisits.resolvedLate(known), IngestTables.CAPTURES, Mode.MERGE, folder, runId);
        if (late.rows() > 0) {
            all.add(late);
            known = Revisits.replaced(known, publication.staged(IngestTables.CAPTURES, folder));
        }
        Dataset<Row> stored = lake.read(IngestTables.ARTICLES).select(IngestTables.ARTICLES.selection());
        Dataset<Row> after = Articles.of(stored.unionByName(added), known);
        all.add(publication.stage(Articles.changed(lake, after), IngestTables.ARTICLES, Mode.MERGE, folder, runId));
        return new Change(known, after, all);
    }

    /** Folder of a batch in the work area. */
    private Path folder(Plan.Batch batch) {
        return lake.work().path("batch-" + batch.id());
    }

    private Path folder(Plan.Batch batch, String name) {
        return new Path(folder(batch), name);
    }

    /** Stages a batch: takes the rows that an earlier, killed run has left whole, else reads the files. */
    void stage(Plan.Batch batch) {
        Path ready = folder(batch, READY);
        Staged staged = lake.work().read(ready, Staged.class).orElseGet(() -> {
            lake.work().delete(ready.getParent());
            reading.read(batch.files(), batch.id(), folder(batch, "outcomes"));
            Staged fresh = stageTables(batch);
            lake.work().write(ready, fresh);
            return fresh;
        });
        known = known.unionByName(captures(batch));
        added = added.unionByName(articles(batch));
        steps.addAll(staged.steps());
        bytesLost += staged.bytesLost();
        staged.fates().forEach((fate, n) -> fates.merge(fate, n, Long::sum));
    }

    private Staged stageTables(Plan.Batch batch) {
        progress.stage("staging");
        Dataset<Row> outcomes = reading.outcomes(folder(batch, "outcomes"));
        Dataset<Row> all = part(outcomes, "capture", IngestTables.CAPTURES);
        Dataset<Row> allowed = Takedown.allowed(all, lake);
        Dataset<Row> captures = revisits(firstReadings(allowed));
        Dataset<Row> forbidden = all.select("capture_id").except(allowed.select("capture_id"));
        Dataset<Row> rejects = part(outcomes, "reject", IngestTables.REJECTS)
                .join(forbidden, "capture_id", "left_anti")
                .select(IngestTables.REJECTS.selection());
        List<Step> steps = new ArrayList<>(AtOnce.all(
                lake.spark(),
                List.of(
                        () -> step(captures, IngestTables.CAPTURES, batch),
                        () -> step(rejects, IngestTables.REJECTS, batch))));
        Dataset<Row> kept = captures(batch);
        part(outcomes, "article", IngestTables.ARTICLES)
                .join(kept.select("capture_id"), "capture_id")
                .select(IngestTables.ARTICLES.selection())
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder(batch, "article_captures").toString());
        List<Input> inputs = inputs(part(outcomes, "input", IngestTables.INPUTS), all, allowed, kept);
        List<Row> rows = inputs.stream().map(IngestTables.INPUTS::row).toList();
        steps.add(step(lake.spark().createDataset(rows, IngestTables.INPUTS.encoder()), IngestTables.INPUTS, batch));
        progress.end();
        long lost = inputs.stream().mapToLong(Input::bytesLost).sum();
        return new Staged(batch.id(), steps, sum(inputs), lost);
    }

    private Dataset<Row> articles(Plan.Batch batch) {
        return lake.spark()
                .read()
                .schema(IngestTables.ARTICLES.schema())
                .parquet(folder(batch, "article_captures").toString());
    }

    private Dataset<Row> captures(Plan.Batch batch) {
        return publication.staged(IngestTables.CAPTURES, folder(batch));
    }

    private Step step(Dataset<Row> rows, Table<?> table, Plan.Batch batch) {
        return publication.stage(rows, table, Mode.APPEND, folder(batch), batch.id());
    }

    static Dataset<Row> part(Dataset<Row> outcomes, String name, Table<?> table) {
        return outcomes.where(col(name).isNotNull()).select(col(name + ".*")).select(table.selection());
    }

    private Dataset<Row> revisits(Dataset<Row> fresh) {
        return Revisits.resolve(fresh, known.unionByName(fresh));
    }

    /** Of captures that are the same, the first in the order of files and offsets, unless it is known already. */
    private Dataset<Row> firstReadings(Dataset<Row> captures) {
        return captures.withColumn(
                        "reading",
                        row_number().over(Window.partitionBy("capture_id").orderBy("input_id", "record_offset")))
                .where(col("reading").equalTo(1))
                .drop("reading")
                .join(known.select("capture_id"), "capture_id", "left_anti");
    }

    /** The inputs with the fates of their records, which must sum to the records read. */
    private static List<Input> inputs(Dataset<Row> read, Dataset<Row> all, Dataset<Row> allowed, Dataset<Row> kept) {
        Map<String, Map<String, Long>> fates = new HashMap<>();
        for (Row row : kept.groupBy("input_id", "fate").count().collectAsList()) {
            fates.computeIfAbsent(row.getString(0), id -> new TreeMap<>())
                    .merge(row.getString(1), row.getLong(2), Long::sum);
        }
        fillUp(fates, allowed, Fate.DUPLICATE);
        fillUp(fates, all, Fate.TAKEN_DOWN);
        List<Input> inputs = new ArrayList<>();
        for (Row row : read.collectAsList()) {
            inputs.add(input(row, fates.getOrDefault(row.<String>getAs("input_id"), new TreeMap<>())));
        }
        return inputs;
    }

    /** Gives a fate to those of the captures that have none yet. */
    private static void fillUp(Map<String, Map<String, Long>> fates, Dataset<Row> captures, Fate fate) {
        for (Row row : captures.groupBy("input_id").count().collectAsList()) {
            Map<String, Long> own = fates.computeIfAbsent(row.getString(0), id -> new TreeMap<>());
            long counted = own.values().stream().mapToLong(n -> n).sum();
            own.merge(fate.id(), row.getLong(1) - counted, Long::sum);
        }
    }

    /** @param fates are added to those that stand in the row */
    static Input input(Row row, Map<String, Long> fates) {
        counts(row, "records_by_fate").forEach(c -> fates.merge(c.name(), c.count(), Long::sum));
        fates.values().removeIf(n -> n == 0);
        long records = row.<Long>getAs("records");
        long sum = fates.values().stream().mapToLong(n -> n).sum();
        if (sum != records) {
            throw new IllegalStateException("fates of " + row.<String>getAs("uri") + " sum to " + sum
                    + ", records read are " + records + ": " + fates);
        }
        return new Input(
                row.getAs("input_id"),
                row.getAs("uri"),
                row.getAs("size_bytes"),
                row.<Instant>getAs("modified_at"),
                row.getAs("format"),
                row.getAs("state"),
                row.getAs("bytes_read"),
                row.getAs("bytes_lost"),
                records,
                counts(row, "records_by_type"),
                fates.entrySet().stream()
                        .map(e -> new Count(e.getKey(), e.getValue()))
                        .toList(),
                row.getAs("error"),
                row.getAs("screen_fingerprint"),
                row.getAs("batch_id"),
                row.getAs("software_version"));
    }

    static List<Count> counts(Row row, String column) {
        return row.<Row>getList(row.fieldIndex(column)).stream()
                .map(c -> new Count(c.getString(0), c.getLong(1)))
                .toList();
    }

    private static Map<String, Long> sum(List<Input> inputs) {
        Map<String, Long> fates = new TreeMap<>();
        inputs.forEach(i -> i.recordsByFate().forEach(c -> fates.merge(c.name(), c.count(), Long::sum)));
        return fates;
    }
}
