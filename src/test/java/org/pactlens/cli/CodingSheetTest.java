package org.pactlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class CodingSheetTest {
    private static String csv(String... texts) {
        StringWriter out = new StringWriter();
        Consumer<JsonNode> rows = CodingSheet.csv(out);
        for (String text : texts) {
            ObjectNode row = JsonLines.JSON.createObjectNode();
            row.put("url", "u:1");
            row.put("text", text);
            row.put("weight", 2.5);
            row.putNull("grade");
            rows.accept(row);
        }
        return out.toString();
    }

    /** What a page begins with never runs as a formula in a spreadsheet, and is read back as it was. */
    @Property(tries = 300)
    void whatIsWrittenIsReadBack(
            @ForAll @Chars({'=', '+', '-', '@', '\'', '"', ',', ';', '\t', '\n', '\r'}) @CharRange(from = 'a', to = 'c')
                    String text)
            throws IOException {
        Path file = Files.createTempFile("sheet", ".csv");
        try {
            Files.writeString(file, csv(text));
            List<JsonNode> rows = new ArrayList<>();
            CodingSheet.readPlaced("--gold", file.toString(), (place, row) -> rows.add(row));
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).path("text").asText("")).isEqualTo(text);
            assertThat(rows.get(0).get("weight").asDouble()).isEqualTo(2.5);
            assertThat(rows.get(0).has("grade")).isFalse();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aFormulaIsATextAndACellIsNoLongerThanASpreadsheetHolds() {
        assertThat(csv("=HYPERLINK(\"x\")"))
                .startsWith("\uFEFFurl,text,weight,grade\r\n")
                .contains("\"'=HYPER");
        assertThat(csv("a".repeat(40_000))).hasSizeLessThan(32_767).contains("[...]");
    }
}
