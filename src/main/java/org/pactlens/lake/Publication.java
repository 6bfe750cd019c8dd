package org.pactlens.lake;

import io.delta.tables.DeltaTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;
import org.pactlens.lake.RunTables.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the staged rows of a run, table by table, forward only: Delta commits one table at a time, so a manifest
 * that lists all steps is written first, and a start that finds one finishes it. Each step can be repeated without
 * effect: appends and overwrites carry Delta's transaction guard, the merge sets values that do not depend on what is
 * there.
 */
public final class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final String MANIFEST = "PUBLISH";

    /** How a step's rows enter the table. */
    public enum Mode {
        /** New rows of a batch. */
        APPEND,
        /** Rows that replace those with the same key. */
        MERGE,
        /** The whole table anew. */
        OVERWRITE,
        /** Rows that go. */
        DELETE
    }

    /**
     * One table's part of a publication.
     *
     * @param staged folder of the rows under the work area; null where rows go
     * @param rows how many they are, counted when they were staged
     * @param transaction identity of the rows: the batch or the run
     * @param condition SQL condition of the rows that go; null where rows come
     */
    public record Step(String table, Mode mode, String staged, long rows, String transaction, String condition) {
        /** Takes out the rows that meet an SQL condition. */
        public static Step delete(Table<?> table, String condition) {
            return new Step(table.name(), Mode.DELETE, null, 0, null, condition);
        }
    }

    /**
     * All steps in order; written whole before the first table is touched.
     *
     * @param run the run's row as far as it is known when publishing begins
     */
    public record Manifest(Run run, List<Step> steps) {}

    /** Publishing began and did not end: some tables are new and others old, until the next start finishes it. */
    public static final class Unfinished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfinished(String runId, Throwable cause) {
            super("run " + runId + " had begun to publish", cause);
        }
    }

    /** Publishing writes about what is staged once more, the merge rewrites files; the rest is for logs. */
    private static final long SPARE_BYTES = 8L << 20;

    private final Lake lake;
    private final Map<String, Table<?>> tables;

    public Publication(Lake lake, List<Table<?>> tables) {
        this.lake = lake;
        this.tables = tables.stream().collect(Collectors.toMap(Table::name, t -> t));
    }

    /**
     * Writes rows to the work area and says how they are to be published. The dataset must fit the declaration.
     *
     * @param parent folder of the work area; the rows go into a folder of it that has the table's name
     */
    public Step stage(Dataset<Row> rows, Table<?> table, Mode mode, Path parent, String transaction) {
        Path folder = new Path(parent, table.name());
        String[] declared = table.schema().fieldNames();
        if (!Arrays.equals(declared, rows.columns())) {
            throw new IllegalStateException("rows of " + table + " have columns " + Arrays.toString(rows.columns())
                    + ", declared are " + Arrays.toString(declared));
        }
        rows.write().mode(SaveMode.Overwrite).parquet(folder.toString());
        return new Step(
                table.name(),
                mode,
                folder.toString(),
                countKeys(rowsIn(table, folder.toString()), table),
                transaction,
                null);
    }

    /** Rows that {@link #stage} wrote under the folder. */
    public Dataset<Row> staged(Table<?> table, Path parent) {
        return rowsIn(table, new Path(parent, table.name()).toString());
    }

    private Dataset<Row> rowsIn(Table<?> table, String folder) {
        return lake.spark().read().schema(table.schema()).parquet(folder);
    }

    /** Number of rows, each of which has a key of its own. */
    private static long countKeys(Dataset<Row> staged, Table<?> table) {
        Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
        Row counted = staged.groupBy(key)
                .count()
                .agg(functions.coalesce(functions.sum("count"), functions.lit(0L)), functions.max("count"))
                .first();
        if (!counted.isNullAt(1) && counted.getLong(1) > 1) {
            Row twice = staged.groupBy(key).count().where("count > 1").first();
            throw new IllegalStateException("the key of " + table + " occurs twice: " + twice);
        }
        return counted.getLong(0);
    }

    /** What a killed run has begun to publish, if it got so far. */
    public Optional<Manifest> begun() {
        return lake.work().read(lake.work().path(MANIFEST), Manifest.class);
    }

    /**
     * Writes the manifest and publishes all steps.
     *
     * @param last what is to be done when all tables are new; may be repeated, as any step
     */
    public void publish(Manifest manifest, Consumer<Run> last) {
        checkSpace(manifest);
        lake.work().write(lake.work().path(MANIFEST), manifest);
        finish(manifest, last);
    }

    /** Publishes what {@link #begun} found. After it returns, every reader sees the new state. */
    public void finish(Manifest manifest, Consumer<Run> last) {
        try {
            // A file counts as read when all that it gave is there, so inputs come last.
            publish(manifest.steps().stream().filter(step -> !isInput(step)).toList());
            publish(manifest.steps().stream().filter(Publication::isInput).toList());
            lake.checkHeld();
            last.accept(manifest.run());
        } catch (LakeHeld e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Unfinished(manifest.run().runId(), e);
        }
        lake.work().delete(lake.work().path(MANIFEST));
    }

    private static boolean isInput(Step step) {
        return step.table().equals(IngestTables.INPUTS.name());
    }

    /** Steps of one table keep their order; tables do not wait for each other. */
    private void publish(List<Step> steps) {
        Map<String, List<Step>> byTable =
                steps.stream().collect(Collectors.groupingBy(Step::table, LinkedHashMap::new, Collectors.toList()));
        List<Supplier<Boolean>> work = new ArrayList<>();
        for (List<Step> ofTable : byTable.values()) {
            work.add(() -> {
                for (Step step : ofTable) {
                    lake.checkHeld();
                    publish(step);
                }
                return true;
            });
        }
        AtOnce.all(lake.spark(), work);
    }

    /** A disk that fills between two commits would leave tables that disagree, so it is found out before the first. */
    private void checkSpace(Manifest manifest) {
        long staged = manifest.steps().stream()
                .filter(step -> step.staged() != null)
                .mapToLong(step -> lake.work().bytes(new Path(step.staged())))
                .sum();
        long needed = 2 * staged + lake.work().bytes(new Path(lake.path(IngestTables.ARTICLES))) + SPARE_BYTES;
        long free = lake.work().free();
        if (free < needed) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "No space left on device: publishing needs %.0f MB, the lake's disk has %.0f MB",
                    needed / 1e6,
                    free / 1e6));
        }
    }

    private void publish(Step step) {
        Table<?> table = tables.get(step.table());
        long started = System.nanoTime();
        lake.create(table);
        if (step.mode() == Mode.DELETE) {
            DeltaTable.forPath(lake.spark(), lake.path(table)).delete(step.condition());
            LOG.info("took rows out of {}", table);
            return;
        }
        Dataset<Row> rows = rowsIn(table, step.staged());
        if (table.partition().isPresent()) {
            rows = rows.repartition(functions.col(table.partition().get()));
        } else {
            rows = rows.coalesce(1);
        }
        switch (step.mode()) {
            case APPEND -> {
                guarded(rows, step).mode(SaveMode.Append).save(lake.path(table));
                checkPublished(table, step);
            }
            case OVERWRITE -> guarded(rows, step).mode(SaveMode.Overwrite).save(lake.path(table));
            case MERGE -> merge(rows, table);
            case DELETE -> throw new IllegalStateException("a deletion has no rows");
        }
        LOG.info("published {}: {} rows in {} ms", table, step.rows(), (System.nanoTime() - started) / 1_000_000);
    }

    private static DataFrameWriter<Row> guarded(Dataset<Row> rows, Step step) {
        return rows.write()
                .format("delta")
                .option("txnAppId", step.transaction())
                .option("txnVersion", "1");
    }

    /** Delta's guard is blind: other rows under the same id are ignored in silence, so the rows are counted. */
    private void checkPublished(Table<?> table, Step step) {
        long there = lake.read(table)
                .where(functions.col("batch_id").equalTo(step.transaction()))
                .count();
        if (there != step.rows()) {
            throw new IllegalStateException("table " + table + " holds " + there + " rows of batch "
                    + step.transaction() + ", staged were " + step.rows());
        }
    }

    private void merge(Dataset<Row> rows, Table<?> table) {
        String on = table.key().stream().map(k -> "t." + k + " = s." + k).collect(Collectors.joining(" AND "));
        Map<String, String> values = new HashMap<>();
        for (String column : table.schema().fieldNames()) {
            values.put(column, "s." + column);
        }
        DeltaTable.forPath(lake.spark(), lake.path(table))
                .as("t")
                .merge(rows.as("s"), on)
                .whenMatched()
                .updateExpr(values)
                .whenNotMatched()
                .insertExpr(values)
                .execute();
    }
}
