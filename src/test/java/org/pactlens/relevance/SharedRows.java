package org.pactlens.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.pactlens.text.Article;

/** Articles of the shared folder, whose tests are skipped where it is absent. */
final class SharedRows {
    private static final Path SHARED = Path.of("..", "shared", "data");

    private SharedRows() {}

    static List<JsonNode> of(String file) {
        Path path = SHARED.resolve(file);
        Assumptions.assumeTrue(Files.isRegularFile(path), "needs " + path + ", which is not here");
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            List<JsonNode> rows = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows.add(new JsonMapper().readTree(line));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Article article(JsonNode row) {
        String day = row.path("date").asText("");
        return new Article(
                row.path(row.has("url") ? "url" : "id").asText(),
                null,
                row.path("language").textValue(),
                null,
                day.length() < 10 ? null : LocalDate.parse(day.substring(0, 10)),
                row.path("title").textValue(),
                List.of(),
                row.path("text").asText());
    }
}
