package org.pactlens.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.pactlens.UserError;

/**
 * A sheet for human coders: rows as JSON Lines, or as CSV (RFC 4180, UTF-8 with a byte order mark, a head line) where the
 * file's name ends in {@code .csv}, so that a spreadsheet opens it and writes it back.
 *
 * <p>A cell that a spreadsheet would run as a formula is written with an apostrophe before it, which is taken away in
 * reading; a longer text than a cell can hold is cut.
 */
final class CodingSheet {
    private static final String CSV = ".csv";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** OWASP, CSV injection: what a formula begins with. The apostrophe is one of them here, so that reading is exact. */
    private static final String FORMULA = "=+-@\t\r\n'";

    /** A spreadsheet cuts a cell after 32,767 UTF-16 units without a word. */
    private static final int LONGEST_CELL = 32_000;

    private static final String CUT = " [...]";

    /** What is a number in JSON. */
    private static final Set<String> NUMBERS = Set.of("grade", "weight");

    private CodingSheet() {}

    static boolean isCsv(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(CSV);
    }

    /** Writes rows of flat objects that all have the keys of the first. */
    static Consumer<JsonNode> csv(Writer out) {
        try {
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            boolean[] begun = new boolean[1];
            return row -> write(printer, row, begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(CSVPrinter printer, JsonNode row, boolean[] begun) {
        try {
            if (!begun[0]) {
                printer.getOut().append(BYTE_ORDER_MARK);
                printer.printRecord((Iterable<String>) row::fieldNames);
                begun[0] = true;
            }
            for (JsonNode value : row) {
                printer.print(value.isTextual() ? cell(value.textValue()) : value.isNull() ? "" : value.asText());
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(String text) {
        String whole = text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + CUT;
        return !whole.isEmpty() && FORMULA.indexOf(whole.charAt(0)) >= 0 ? "'" + whole : whole;
    }

    private static String text(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /**
     * Hands each row of a sheet to {@code each} with its place. Commas, semicolons or tabs part the cells of a CSV file, as
     * the spreadsheet wrote them; an empty cell is a key that is absent.
     *
     * @param option how the user named the file, for messages
     */
    static void readPlaced(String option, String file, BiConsumer<String, JsonNode> each) {
        if (!isCsv(file)) {
            JsonLines.readPlaced(option, file, each);
            return;
        }
        try (BufferedReader in = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            in.mark(1);
            if (in.read() != BYTE_ORDER_MARK.charAt(0)) {
                in.reset();
            }
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(in))
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .get();
            try (CSVParser rows = CSVParser.parse(in, format)) {
                for (CSVRecord row : rows) {
                    String place = option + " " + file + ": row " + (row.getRecordNumber() + 1);
                    each.accept(place, object(place, row, rows.getHeaderNames()));
                }
            }
        } catch (NoSuchFileException e) {
            throw UserError.of(option + " " + file, "there is no such file", "Name a coding sheet.");
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw UserError.of(
                    option + " " + file,
                    "it cannot be read as CSV (" + e.getMessage() + ")",
                    "Save the sheet as CSV, UTF-8, with its head line.");
        }
    }

    /** What parts the names of the head line, which hold none of the three themselves. */
    private static String delimiter(BufferedReader in) throws IOException {
        in.mark(1 << 16);
        String head = in.readLine();
        in.reset();
        for (String delimiter : List.of("\t", ";")) {
            if (head != null && head.contains(delimiter)) {
                return delimiter;
            }
        }
        return ",";
    }

    private static ObjectNode object(String place, CSVRecord row, List<String> names) {
        if (!row.isConsistent()) {
            throw UserError.of(
                    place,
                    "it has " + row.size() + " cells, the head line " + names.size(),
                    "Quote cells that hold the sign between cells, as spreadsheets do.");
        }
        ObjectNode object = JsonLines.JSON.createObjectNode();
        for (String name : names) {
            String cell = row.get(name);
            if (!cell.isEmpty()) {
                object.set(name, value(name, text(cell)));
            }
        }
        return object;
    }

    private static JsonNode value(String name, String text) {
        if (NUMBERS.contains(name)) {
            try {
                // Spreadsheets of some countries write decimals with a comma.
                double number = Double.parseDouble(text.strip().replace(',', '.'));
                return number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE
                        ? JsonLines.JSON.getNodeFactory().numberNode((int) number)
                        : JsonLines.JSON.getNodeFactory().numberNode(number);
            } catch (NumberFormatException e) {
                // Told by who reads the key, as a value of the wrong kind.
            }
        }
        return JsonLines.JSON.getNodeFactory().textNode(text);
    }
}
