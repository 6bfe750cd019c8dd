package org.pactlens.lake;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.pactlens.UserError;

/** A folder of Delta tables that belong to one study, and the one place that opens, creates and reads them. */
public final class Lake implements AutoCloseable {
    /** Number of the lake's layout; lakes of another one are refused. */
    public static final int LAYOUT = 3;

    private static final String IDENTITY = "lake.json";
    private static final int INDEXED_COLUMNS = 10;

    /** Days for which a table's earlier versions can be read, unless {@code maintain} says otherwise. */
    public static final int KEPT_DAYS = 30;

    /** Written once, when the lake is made. */
    public record Identity(int layout, String study) {}

    private final SparkSession spark;
    private final Path root;
    private final WorkArea work;
    private final LakeLock lock;

    private Lake(SparkSession spark, Path root, WorkArea work, LakeLock lock) {
        this.spark = spark;
        this.root = root;
        this.work = work;
        this.lock = lock;
    }

    /** Opens a lake that exists, to read it. */
    public static Lake open(SparkSession spark, String location) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        requireThere(location, hadoop);
        Path root = qualified(hadoop, location);
        return new Lake(spark, root, new WorkArea(root, hadoop), null);
    }

    /** Whether a lake lies there; needs no session. */
    public static boolean isThere(String location, Configuration hadoop) {
        Path root = qualified(hadoop, location);
        return identity(new WorkArea(root, hadoop), root).isPresent();
    }

    /**
     * Refuses a place without a lake; needs no session, so that a mistake is told at once.
     *
     * @throws UserError where there is none, or one that this program does not know
     */
    public static void requireThere(String location, Configuration hadoop) {
        if (!isThere(location, hadoop)) {
            throw UserError.of(
                    location,
                    "there is no lake",
                    "Name the folder that `pactlens run --lake` wrote, or make one with it.");
        }
    }

    /**
     * Refuses a place that is neither a lake of this layout nor empty; needs no session, so that a mistake is told at once.
     *
     * @throws UserError where something else lies there
     */
    public static void requireRoom(String location, Configuration hadoop) {
        Path root = qualified(hadoop, location);
        WorkArea work = new WorkArea(root, hadoop);
        if (!isLakeOrEmpty(work.files(), root)) {
            throw UserError.of(
                    location,
                    "the folder holds files and is no lake",
                    "Give --lake an empty or new folder, so that nothing of yours is mixed with the tables.");
        }
        identity(work, root);
    }

    /**
     * Opens a lake to write it, makes it where there is none, and holds it until {@link #close}.
     *
     * @param takeOver run id of a dead holder, or null
     * @throws LakeHeld where another run holds it
     */
    public static Lake hold(SparkSession spark, String location, String study, String holder, String takeOver) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Path root = qualified(hadoop, location);
        WorkArea work = new WorkArea(root, hadoop);
        requireRoom(location, hadoop);
        LakeLock lock;
        try {
            lock = LakeLock.acquire(work.files(), work.path("LOCK"), holder, takeOver);
        } catch (UncheckedIOException e) {
            throw UserError.of(
                    location,
                    "the folder cannot be written (" + e.getCause().getMessage() + ")",
                    "Check its permissions and the disk, or give --lake another folder.");
        }
        try {
            identify(work, root, study);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return new Lake(spark, root, work, lock);
    }

    /** Under the lock: of two first starts at the same time, only one writes what the lake is. */
    private static void identify(WorkArea work, Path root, String study) {
        Optional<Identity> identity = identity(work, root);
        identity.filter(i -> !i.study().equals(study)).ifPresent(i -> {
            throw UserError.of(
                    root.toString(),
                    "the lake belongs to the study " + i.study() + ", not to " + study,
                    "A lake holds one study: give --lake another folder, or --study the lake's own study.");
        });
        if (identity.isEmpty()) {
            work.write(new Path(root, IDENTITY), new Identity(LAYOUT, study));
        }
    }

    private static Path qualified(Configuration hadoop, String location) {
        try {
            Path path = new Path(location);
            return path.getFileSystem(hadoop).makeQualified(path);
        } catch (IOException | IllegalArgumentException e) {
            throw UserError.of(location, "no file system can open it (" + e.getMessage() + ")", "Check --lake.");
        }
    }

    private static Optional<Identity> identity(WorkArea work, Path root) {
        Path file = new Path(root, IDENTITY);
        Optional<Identity> identity = work.read(file, Identity.class);
        if (identity.isEmpty() && work.exists(file)) {
            throw UserError.of(
                    file.toString(),
                    "the file that says what the lake is cannot be read",
                    "Restore it: {\"layout\": " + LAYOUT + ", \"study\": \"ID\"}.");
        }
        identity.filter(i -> i.layout() != LAYOUT).ifPresent(i -> {
            String age = i.layout() > LAYOUT ? "a newer" : "an older";
            throw UserError.of(
                    root.toString(),
                    "the lake was written by " + age + " Pactlens (layout " + i.layout() + ", this one knows " + LAYOUT
                            + ")",
                    "Use that version, or run the crawl into another folder.");
        });
        return identity;
    }

    private static boolean isLakeOrEmpty(FileSystem files, Path root) {
        try {
            if (!files.exists(root) || files.exists(new Path(root, IDENTITY))) {
                return true;
            }
            if (files.getFileStatus(root).isFile()) {
                throw UserError.of(root.toString(), "it is a file", "Name a folder for the tables.");
            }
            FileStatus[] found = files.listStatus(root);
            return Arrays.stream(found).allMatch(f -> f.getPath().getName().equals("_work"));
        } catch (IOException e) {
            throw UserError.of(root.toString(), "it cannot be listed (" + e.getMessage() + ")", "Check --lake.");
        }
    }

    public SparkSession spark() {
        return spark;
    }

    public WorkArea work() {
        return work;
    }

    /** Where the lake lies, as a qualified URI. */
    public String location() {
        return root.toString();
    }

    /** Where a table lies. */
    public String path(Table<?> table) {
        return new Path(root, table.name()).toString();
    }

    /** Whether the table has been made: a run killed in time leaves a log folder without a commit. */
    public boolean has(Table<?> table) {
        return version(table) >= 0;
    }

    /** The table as it is now; an empty dataset of its schema where it has not been made. */
    public Dataset<Row> read(Table<?> table) {
        return has(table)
                ? spark.read().format("delta").load(path(table))
                : spark.createDataFrame(List.of(), table.schema());
    }

    /** The table as it was at a version, see {@code runs.table_versions}. */
    public Dataset<Row> read(Table<?> table, long version) {
        return spark.read().format("delta").option("versionAsOf", version).load(path(table));
    }

    /**
     * The table's present Delta version; -1 where it has not been made. Read off the names of the commit files (Delta
     * protocol, "Delta Log Entries"): asking Delta for its history costs a Spark job.
     */
    public long version(Table<?> table) {
        Path log = new Path(path(table), "_delta_log");
        if (!work.exists(log)) {
            return -1;
        }
        try {
            return Arrays.stream(work.files().listStatus(log))
                    .map(file -> file.getPath().getName())
                    .filter(name -> name.matches("\\d{20}\\.json"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                    .max()
                    .orElse(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the table where it is missing. A declaration that changes raises {@link #LAYOUT}. */
    public void create(Table<?> table) {
        if (has(table)) {
            return;
        }
        // What a killed creation leaves; Delta takes a log without a commit for a table and then does not find it.
        work.delete(new Path(path(table), "_delta_log"));
        DeltaTableBuilder builder =
                DeltaTable.createIfNotExists(spark).location(path(table)).comment(table.comment());
        for (Column<?> column : table.columns()) {
            builder.addColumn(DeltaTable.columnBuilder(spark, column.name())
                    .dataType(column.type())
                    .nullable(column.nullable())
                    .comment(column.comment())
                    .build());
        }
        table.partition().ifPresent(builder::partitionedBy);
        for (Map.Entry<String, String> check : table.checks().entrySet()) {
            builder.property("delta.constraints." + check.getKey(), check.getValue());
        }
        // Readers outside Spark were locked out of tables with deletion vectors (delta-rs#1094, #3543).
        builder.property("delta.enableDeletionVectors", "false");
        Upkeep.kept(KEPT_DAYS).forEach(builder::property);
        builder.property("delta.dataSkippingNumIndexedCols", String.valueOf(indexedColumns(table)));
        builder.execute();
    }

    /** Keys and what rows are chosen by stand first; the rest gets no minimum and maximum in the log. */
    private static int indexedColumns(Table<?> table) {
        return Math.min(INDEXED_COLUMNS, table.columns().size() - 1);
    }

    /** Stops a run whose lake a person has given to another one meanwhile; asked before each commit. */
    void checkHeld() {
        if (lock != null) {
            lock.check();
        }
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }
}
