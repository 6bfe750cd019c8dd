package org.pactlens.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.pactlens.UserError;
import org.pactlens.lake.Dictionary;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;
import org.pactlens.lake.RunTables;
import org.pactlens.lake.Snapshot;
import org.pactlens.lake.Table;

/** Writes the result tables as plain files. */
public final class Export {
    /** Columns that hold an outlet's or a person's words. */
    private static final Set<String> WORDS = Set.of("title", "text", "quote", "term", "cue", "reasons");

    /** Columns that hold addresses; those of files name folders of the machine that read them. */
    private static final Set<String> ADDRESSES = Set.of("url", "url_key");

    /** Tables about the crawl itself, which are no results. */
    private static final Set<Table<?>> NOT_RESULTS =
            Set.of(IngestTables.CAPTURES, IngestTables.REJECTS, IngestTables.INPUTS, RunTables.TAKEDOWNS);

    private final Lake lake;
    private final Progress progress;

    public Export(Lake lake, Progress progress) {
        this.lake = lake;
        this.progress = progress;
    }

    /** All result tables, whole; the files written. */
    public List<String> all(String folder) {
        return write(folder, Set.of());
    }

    /** All result tables but for the outlets' words; single words that set outlets apart are kept. */
    public List<String> withoutText(String folder) {
        return write(folder, WORDS);
    }

    private List<String> write(String folder, Set<String> without) {
        Path target = new Path(folder);
        List<String> written = new ArrayList<>();
        try {
            FileSystem files = target.getFileSystem(lake.spark().sparkContext().hadoopConfiguration());
            if (files.exists(target) && files.listStatus(target).length > 0) {
                throw UserError.of("--out " + folder, "the folder is not empty", "Name a new folder.");
            }
            // What a killed export leaves must not look whole.
            Path partial = target.suffix(".partial");
            files.delete(partial, true);
            Snapshot snapshot = Snapshot.ofLastRun(lake);
            for (Table<?> table : Dictionary.TABLES) {
                if (!NOT_RESULTS.contains(table) && (snapshot.has(table) || table == RunTables.RUNS)) {
                    progress.stage("exporting " + table.name());
                    Dataset<Row> rows = rows(snapshot.read(table), table, without);
                    String parquet = table.name() + ".parquet";
                    String csv = table.name() + ".csv";
                    one(files, new Path(partial, parquet), rows.coalesce(1).write(), "parquet");
                    one(
                            files,
                            new Path(partial, csv),
                            flat(rows)
                                    .coalesce(1)
                                    .write()
                                    .option("header", "true")
                                    .option("escape", "\""),
                            "csv");
                    written.add(new Path(target, parquet).toString());
                    written.add(new Path(target, csv).toString());
                }
            }
            files.delete(target, false);
            rename(files, partial, target);
            progress.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    private static Dataset<Row> rows(Dataset<Row> all, Table<?> table, Set<String> without) {
        Column[] kept = Arrays.stream(table.schema().fieldNames())
                .filter(name -> !without.contains(name) || table.key().contains(name))
                .map(name -> ADDRESSES.contains(name) ? withoutFolder(name) : col("`" + name + "`"))
                .toArray(Column[]::new);
        return all.select(kept)
                .orderBy(table.key().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new));
    }

    private static Column withoutFolder(String name) {
        return regexp_replace(col(name), lit("^file:.*/"), lit("file:")).as(name);
    }

    /** Lists as JSON, and no text that begins as a formula does (OWASP, CSV injection). */
    private static Dataset<Row> flat(Dataset<Row> rows) {
        Column[] cells = Arrays.stream(rows.schema().fields()).map(Export::cell).toArray(Column[]::new);
        return rows.select(cells);
    }

    private static Column cell(StructField field) {
        Column value = col("`" + field.name() + "`");
        if (field.dataType() instanceof ArrayType) {
            return to_json(value).as(field.name());
        }
        if (!field.dataType().equals(DataTypes.StringType)) {
            return value;
        }
        return when(value.rlike("^[=+\\-@\\t\\r\\n]"), concat(lit("'"), value))
                .otherwise(value)
                .as(field.name());
    }

    private static void one(FileSystem files, Path file, DataFrameWriter<Row> rows, String format) throws IOException {
        Path parts = file.suffix(".parts");
        rows.format(format).mode(SaveMode.Overwrite).save(parts.toString());
        for (FileStatus part : files.listStatus(parts)) {
            if (part.getPath().getName().startsWith("part-")) {
                rename(files, part.getPath(), file);
                if (files instanceof ChecksumFileSystem local) {
                    // Only Hadoop reads its checksum files; beside a paper's data they are litter.
                    local.getRawFileSystem().delete(local.getChecksumFile(file), false);
                }
            }
        }
        files.delete(parts, true);
    }

    private static void rename(FileSystem files, Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("cannot rename " + from + " to " + to);
        }
    }
}
