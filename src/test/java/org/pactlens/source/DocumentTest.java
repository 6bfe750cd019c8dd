package org.pactlens.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document of the source says what the code does. */
class DocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "warc-data-source.md");

    private static List<String> table(String head) throws IOException {
        return Files.readString(DOCUMENT)
                .lines()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    @Test
    void theTableOfColumnsIsTheSchema() throws IOException {
        List<String> columns = Arrays.stream(WarcColumn.values())
                .map(c -> "| `" + c.id() + "` | " + c.type() + " | " + c.meaning() + " |")
                .toList();
        assertThat(table("| column |")).isEqualTo(columns);
    }

    @Test
    void everyOptionIsInTheTableOfOptions() throws IOException {
        List<String> options =
                table("| option |").stream().map(line -> line.split("`")[1]).toList();
        assertThat(options).isEqualTo(WarcOptions.NAMES);
    }
}
