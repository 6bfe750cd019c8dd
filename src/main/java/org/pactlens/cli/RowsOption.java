package org.pactlens.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** {@code --out} of the commands that give JSON Lines. */
final class RowsOption {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the rows go, as JSON Lines; - for standard output.")
    private String out;

    /** Writes one text in place of rows. */
    void writeText(PrintWriter standard, String text) {
        try (Writer writer = JsonLines.writer("--out", out, standard)) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the output, does the work, which hands over its rows, and closes it. */
    void write(PrintWriter standard, Consumer<Consumer<JsonNode>> work) {
        try (Writer rows = JsonLines.writer("--out", out, standard)) {
            work.accept(row -> JsonLines.write(rows, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
