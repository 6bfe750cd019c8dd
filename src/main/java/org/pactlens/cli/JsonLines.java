package org.pactlens.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

    /** Where rows go: a file, or the command's standard output for {@code -}. */
    static Writer writer(String option, String file, PrintWriter standardOutput) {
        if (file.equals(STANDARD)) {
            return new UnclosedWriter(standardOutput);
        }
        try {
            OutputStream out = Files.newOutputStream(Path.of(file));
            return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw UserError.of(
                    option + " " + file,
                    "it cannot be written (" + e.getMessage() + ")",
                    "Check the folder and its permissions, or give - for standard output.");
        }
    }

    /** Writes one row. */
    static void write(Writer out, JsonNode row) {
        try {
            out.write(JSON.writeValueAsString(row));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Standard output stays open after a command has written to it. */
    private static final class UnclosedWriter extends java.io.FilterWriter {
        UnclosedWriter(PrintWriter out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
