package org.pactlens.lake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.pactlens.UserError;

/**
 * {@code LAKE/_work}: what a run has staged and not yet published. It lies beside the tables, not inside one, since
 * VACUUM removes foreign files from a table's folder.
 */
public final class WorkArea {
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private final FileSystem files;
    private final Path root;

    WorkArea(Path lake, Configuration hadoop) {
        try {
            this.files = lake.getFileSystem(hadoop);
            this.root = files.makeQualified(new Path(lake, "_work"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileSystem files() {
        return files;
    }

    /** A place under the work area. */
    public Path path(String... names) {
        Path path = root;
        for (String name : names) {
            path = new Path(path, name);
        }
        return path;
    }

    /** Rows written down and read back: what uses them twice would work them out twice. */
    public static Dataset<Row> keep(Dataset<Row> rows, Path folder) {
        rows.write().mode(SaveMode.Overwrite).parquet(folder.toString());
        return rows.sparkSession().read().schema(rows.schema()).parquet(folder.toString());
    }

    /** Names of what lies in the work area, none where there is none. */
    public List<String> names() {
        try {
            if (!files.exists(root)) {
                return List.of();
            }
            List<String> names = new ArrayList<>();
            for (FileStatus status : files.listStatus(root)) {
                names.add(status.getPath().getName());
            }
            names.sort(null);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a value as JSON: whole under its name or not at all, as far as the file system renames atomically. */
    public void write(Path path, Object value) {
        // Not beside the file: a half of lake.json that a killed run leaves would make the folder look like foreign.
        Path half = path(path.getName() + ".half");
        try {
            files.mkdirs(path.getParent());
            try (OutputStream out = files.create(half, true)) {
                out.write(JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(value)
                        .getBytes(StandardCharsets.UTF_8));
            }
            files.delete(path, false);
            if (!files.rename(half, path)) {
                throw new IOException("cannot rename " + half + " to " + path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a JSON value; empty where there is none or where it is torn.
     *
     * @throws UserError where another version of the program wrote it in a form that this one does not know: what that
     *     run began must not count as never begun
     */
    public <T> Optional<T> read(Path path, Class<T> type) {
        try {
            if (!files.exists(path)) {
                return Optional.empty();
            }
            try (InputStream in = files.open(path)) {
                JsonNode value = JSON.readTree(in);
                return value.isMissingNode() ? Optional.empty() : Optional.of(JSON.treeToValue(value, type));
            }
        } catch (DatabindException e) {
            throw UserError.of(
                    path.toString(),
                    "another version of Pactlens wrote it (" + e.getOriginalMessage() + ")",
                    "Start that version once more, so that it finishes what it began, then this one.");
        } catch (JacksonException | ChecksumException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file or folder where there is one. */
    public void delete(Path path) {
        try {
            files.delete(path, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that can still be written there; very many where the file system knows no limit. */
    long free() {
        try {
            return files.getStatus(root).getRemaining();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether something lies there. */
    public boolean exists(Path path) {
        try {
            return files.exists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes under a path. */
    public long bytes(Path path) {
        try {
            return files.exists(path) ? files.getContentSummary(path).getLength() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
