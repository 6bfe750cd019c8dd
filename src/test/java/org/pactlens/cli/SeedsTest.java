package org.pactlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five example documents, as they are and as pages with what stands around an article. */
class SeedsTest {
    private static final Path SEEDS = Path.of("..", "shared", "data", "seeds");

    /** What the documents themselves carry and no reader would call their text. */
    private static final List<String> FURNITURE = List.of(
            "Share on",
            "Don't Miss",
            "Donate any amount",
            "We accept support",
            "Source link",
            "ADVERTISING",
            "UN chief warns about",
            "White House says Netanyahu",
            "Modified Date");

    /** What the page around them carries. */
    private static final List<String> FRAME =
            List.of("Ten recipes for cold evenings", "Leave a reply", "We use cookies", "Subscribe to our letter");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"txt", "html"})
    void theExampleDocumentsAreReadScoredAndCoded(String form) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SEEDS), "needs " + SEEDS + ", which is not here");
        write(form);
        Path articles = folder.resolve("articles.jsonl");
        run("extract", "--pages", folder.resolve("in").toString(), "--out", articles.toString());
        run(
                "code",
                "--articles",
                articles.toString(),
                "--out",
                folder.resolve("coded.jsonl").toString());
        Map<String, JsonNode> texts = rows("articles.jsonl");
        Map<String, JsonNode> coded = rows("coded.jsonl");
        assertThat(texts).hasSize(5);

        SoftAssertions softly = new SoftAssertions();
        coded.forEach((seed, row) -> {
            softly.assertThat(row.get("grade").asInt()).as("grade of %s", seed).isEqualTo(3);
            softly.assertThat(row.get("score").asDouble())
                    .as("score of %s", seed)
                    .isGreaterThan(0.5);
            String agency = row.get("wire").get("agency").asText(null);
            softly.assertThat(agency)
                    .as("agency of %s", seed)
                    .isEqualTo(Set.of("003", "004").contains(seed) ? "AP" : null);
        });
        texts.forEach((seed, row) -> {
            softly.assertThat(row.get("text").asText()).as("text of %s", seed).doesNotContain(FURNITURE);
            softly.assertThat(row.get("text").asText()).as("text of %s", seed).doesNotContain(FRAME);
        });
        for (String seed : List.of("000", "001")) {
            softly.assertThat(spokenBy(coded.get(seed), "Lim Soo-suk"))
                    .as(seed)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch("ROK_GOV"::equals);
        }
        for (String flag : List.of("art51", "national_law")) {
            softly.assertThat(coded.get("002").get("article4").get(flag).asBoolean())
                    .as("%s in 002", flag)
                    .isTrue();
            softly.assertThat(coded.get("000").get("article4").get(flag).asBoolean())
                    .as("%s in 000", flag)
                    .isFalse();
        }
        softly.assertAll();
    }

    /** Groups of the direct and mixed quotations of a speaker. */
    private static List<String> spokenBy(JsonNode coded, String speaker) {
        return StreamSupport.stream(coded.get("quotations").spliterator(), false)
                .filter(q -> !q.get("kind").asText().equals("indirect"))
                .filter(q -> q.get("speaker").asText().contains(speaker))
                .map(q -> q.get("group").asText())
                .toList();
    }

    private void write(String form) throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        try (Stream<Path> seeds = Files.list(SEEDS)) {
            for (Path seed : seeds.filter(s -> s.toString().endsWith(".txt")).toList()) {
                String name = seed.getFileName().toString().substring(0, 3) + "." + form;
                String text = Files.readString(seed);
                Files.writeString(in.resolve(name), form.equals("txt") ? text : page(text));
            }
        }
    }

    private static String page(String seed) {
        List<String> lines = new ArrayList<>(seed.lines()
                .filter(line -> !line.isBlank())
                .map(SeedsTest::escaped)
                .toList());
        String title = lines.remove(0);
        return "<html><head><title>" + title + " | The Example Times</title></head><body>"
                + "<nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>World</a></li></ul></nav>"
                + "<div class='notice'><p>We use cookies to give you the best experience. <a href='/c'>Accept</a></p></div>"
                + "<main><h1>" + title + "</h1><div class='story'>"
                + lines.stream().map(line -> "<p>" + line + "</p>").collect(Collectors.joining())
                + "</div></main><aside><h3>More from us</h3><ul>"
                + "<li><a href='/d'>Ten recipes for cold evenings that need one pot</a></li>"
                + "<li><a href='/e'>City council votes on the new bridge over the river</a></li></ul></aside>"
                + "<form action='/say'><h3>Leave a reply</h3><textarea></textarea><button>Post comment</button></form>"
                + "<footer><p>Subscribe to our letter. All rights reserved.</p></footer></body></html>";
    }

    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void run(String... arguments) {
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
        assertThat(exit).as(err.toString()).isZero();
    }

    private Map<String, JsonNode> rows(String file) throws IOException {
        Map<String, JsonNode> rows = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            JsonNode row = JsonLines.JSON.readTree(line);
            String url = row.get("url").asText();
            rows.put(url.substring(url.lastIndexOf('/') + 1, url.lastIndexOf('.')), row);
        }
        return rows;
    }
}
