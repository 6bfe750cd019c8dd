package org.pactlens.job;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;
import org.pactlens.lake.RunTables;

/**
 * What a run would read.
 *
 * @param files that the lake has not read yet, in the order of their URIs
 * @param known files that it has
 * @param bytesPerSecond pace of the runs so far, all stages; empty where none has read anything
 */
public record DryRun(List<PlannedFile> files, long known, Optional<Double> bytesPerSecond) {
    /** A first run. */
    public static DryRun of(CrawlListing listing) {
        return new DryRun(listing.files(), 0, Optional.empty());
    }

    /** A run on a lake that is there. */
    public static DryRun of(CrawlListing listing, Lake lake) {
        Dataset<Row> inputs = lake.read(IngestTables.INPUTS);
        Set<String> done = new HashSet<>();
        inputs.select("input_id").collectAsList().forEach(row -> done.add(row.getString(0)));
        List<PlannedFile> fresh =
                listing.files().stream().filter(f -> !done.contains(f.id())).toList();
        return new DryRun(fresh, listing.files().size() - fresh.size(), pace(inputs, lake.read(RunTables.RUNS)));
    }

    private static Optional<Double> pace(Dataset<Row> inputs, Dataset<Row> runs) {
        Row read = inputs.join(runs, array_contains(col("batches"), col("batch_id")))
                .agg(sum("size_bytes"))
                .first();
        Row took = runs.where("inputs_read > 0")
                .agg(sum(expr("aggregate(durations, 0D, (all, stage) -> all + stage.seconds)")))
                .first();
        boolean isKnown = !read.isNullAt(0) && !took.isNullAt(0) && took.getDouble(0) > 0;
        return isKnown ? Optional.of(read.getLong(0) / took.getDouble(0)) : Optional.empty();
    }

    /** Size of the files. */
    public long bytes() {
        return files.stream().mapToLong(PlannedFile::sizeBytes).sum();
    }

    /** How long it would take. */
    public Optional<Duration> expected() {
        return bytesPerSecond.map(pace -> Duration.ofSeconds(Math.round(bytes() / pace)));
    }
}
