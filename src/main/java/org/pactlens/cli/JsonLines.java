package org.pactlens.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.pactlens.UserError;

/** JSON Lines files: one object a line, UTF-8, plain or gzipped; {@code -} is standard input or output. */
final class JsonLines {
    static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Stands for standard input or output. */
    static final String STANDARD = "-";

    private JsonLines() {}

    /**
     * Hands each object of a file to {@code each}, in order; blank lines are passed over.
     *
     * @param option how the user named the file, for messages
     */
    static void read(String option, String file, Consumer<JsonNode> each) {
        readPlaced(option, file, (place, row) -> each.accept(row));
    }

    /** The same; {@code each} is told the place of the object, too: option, file and line. */
    static void readPlaced(String option, String file, BiConsumer<String, JsonNode> each) {
        int line = 0;
        try (BufferedReader in = reader(file)) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                line++;
                if (!text.isBlank()) {
                    String place = option + " " + file + ":" + line;
                    each.accept(place, object(place, text));
                }
            }
        } catch (NoSuchFileException e) {
            throw UserError.of(option + " " + file, "there is no such file", "Name a JSON Lines file, or - for input.");
        } catch (IOException e) {
            throw UserError.of(
                    option + " " + file,
                    "it cannot be read (" + e.getMessage() + ")",
                    "Name a JSON Lines file, or - for standard input.");
        }
    }

    private static JsonNode object(String place, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw UserError.of(
                    place,
                    "the line is no JSON (" + e.getOriginalMessage() + ")",
                    "Each line must be one JSON object.");
        }
        throw UserError.of(place, "the line is no JSON object", "Write {...} on each line.");
    }

    private static BufferedReader reader(String file) throws IOException {
        InputStream in =
                new BufferedInputStream(file.equals(STANDARD) ? System.in : Files.newInputStream(Path.of(file)));
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return new BufferedReader(new InputStreamReader(gzip ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }

    /**
     * Does the work with where its output goes: a file, or the command's standard output for {@code -}. A file is
     * replaced when the work is done: one that fails leaves it as it was, and the work may read it.
     */
    static void writing(String option, String file, PrintWriter standardOutput, Consumer<Writer> work) {
        if (file.equals(STANDARD)) {
            work.accept(standardOutput);
            standardOutput.flush();
            return;
        }
        Path whole = Path.of(file);
        boolean special = Files.exists(whole) && !Files.isRegularFile(whole); // a pipe, a device
        Path partial = special ? whole : whole.resolveSibling(whole.getFileName() + ".partial");
        try {
            try (Writer out = Files.newBufferedWriter(partial)) {
                work.accept(out);
            }
            if (!special) {
                Files.move(partial, whole, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw UserError.of(
                    option + " " + file,
                    "it cannot be written (" + e.getMessage() + ")",
                    "Check the folder and its permissions, or give - for standard output.");
        } finally {
            if (!special) {
                delete(partial);
            }
        }
    }

    private static void delete(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a text. */
    static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one row. */
    static void write(Writer out, JsonNode row) {
        try {
            write(out, JSON.writeValueAsString(row) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
