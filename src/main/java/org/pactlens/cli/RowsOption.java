package org.pactlens.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.atomic.LongAdder;
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
        JsonLines.writing("--out", out, standard, writer -> JsonLines.write(writer, text));
    }

    /** Opens the output, does the work, which hands over its rows, closes it, and says how many rows a file has got. */
    void write(PrintWriter standard, Consumer<Consumer<JsonNode>> work) {
        LongAdder written = new LongAdder();
        JsonLines.writing(
                "--out",
                out,
                standard,
                rows -> work.accept(row -> {
                    JsonLines.write(rows, row);
                    written.increment();
                }));
        if (!out.equals(JsonLines.STANDARD)) {
            standard.printf("%d rows written to %s%n", written.sum(), out);
            standard.flush();
        }
    }
}
