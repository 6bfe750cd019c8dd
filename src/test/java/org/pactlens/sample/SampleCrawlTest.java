package org.pactlens.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pactlens.text.Span;

class SampleCrawlTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAMAGED = "damaged";

    @TempDir
    static Path folder;

    private static Path sample;

    @BeforeAll
    static void build() throws IOException {
        sample = folder.resolve("one");
        SampleCrawl.write(sample, folder.resolve("gold.jsonl"));
    }

    @Test
    void theSameBytesAreBuiltEachTime() throws IOException {
        Path again = folder.resolve("two");
        Path goldAgain = folder.resolve("gold-two.jsonl");
        SampleCrawl.write(again, goldAgain);
        assertThat(files(sample)).isEqualTo(files(again)).contains("sample-00.warc.gz", "sample-01.warc.gz");
        for (String file : files(sample)) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(sample.resolve(file));
        }
        assertThat(goldAgain).hasSameBinaryContentAs(folder.resolve("gold.jsonl"));
    }

    @Test
    void aSecondWriteMendsWhatDiffersAndLeavesTheRestAlone() throws IOException {
        Path again = folder.resolve("three");
        Path gold = folder.resolve("gold-three.jsonl");
        SampleCrawl.write(again, gold);
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(again.resolve("sample-00.warc.gz"), longAgo);
        Files.writeString(again.resolve("sample-01.warc.gz"), "stale");
        Files.writeString(again.resolve("drop/gone.txt"), "of an older sample");
        Files.writeString(gold, "stale");
        SampleCrawl.write(again, gold);
        assertThat(Files.getLastModifiedTime(again.resolve("sample-00.warc.gz")))
                .isEqualTo(longAgo);
        assertThat(files(again)).isEqualTo(files(sample));
        assertThat(again.resolve("sample-01.warc.gz")).hasSameBinaryContentAs(sample.resolve("sample-01.warc.gz"));
        assertThat(gold).hasSameBinaryContentAs(folder.resolve("gold.jsonl"));
    }

    @Test
    void theDropFolderHoldsEachFormat() throws IOException {
        assertThat(files(sample.resolve("drop")).stream().map(f -> f.substring(f.lastIndexOf('.'))))
                .contains(".pdf", ".docx", ".epub", ".txt");
    }

    @Test
    void aRowOfTheGoldCutsItsHitsFromItsText() throws IOException {
        for (JsonNode row : gold()) {
            for (String key : List.of("frames", "names_used", "leader_labels", "quotations")) {
                for (JsonNode hit : row.get(key)) {
                    Span span =
                            new Span(hit.get("start").asInt(), hit.get("end").asInt());
                    JsonNode wording = hit.has("term") ? hit.get("term") : hit.get("text");
                    assertThat(span.cut(row.get("text").asText())).isEqualTo(wording.asText());
                }
            }
        }
    }

    @Test
    void aRowOfTheGoldIsFoundByTheUrlThatTheCodingRefereeBuilds() throws IOException {
        assertThat(gold())
                .allMatch(row -> row.get("url")
                        .asText()
                        .equals("https://" + row.get("domain").asText() + "/"
                                + row.get("id").asText()));
    }

    @Test
    void eachOriginIsItselfInTheGold() throws IOException {
        Set<String> urls = gold().stream().map(r -> r.get("url").asText()).collect(Collectors.toSet());
        assertThat(gold().stream()
                        .map(r -> r.get("origin_url"))
                        .filter(o -> !o.isNull())
                        .map(JsonNode::asText))
                .isNotEmpty()
                .allMatch(urls::contains);
    }

    @Test
    void theArchivesHoldWhatACrawlHoldsBesideArticles() throws IOException {
        assertThat(String.join("", members("sample-00.warc.gz")) + String.join("", members("sample-01.warc.gz")))
                .contains("WARC-Type: warcinfo", "WARC-Type: revisit", "WARC-Type: request", "WARC-Type: metadata")
                .contains("404 Not Found", "503 Service", "301 Moved", "image/gif", "/robots.txt", "/tag/korea")
                .contains("LiveBlogPosting", "\"isAccessibleForFree\":false");
    }

    @Test
    void oneMemberIsDamagedAmongGoodOnes() throws IOException {
        List<String> members = members("sample-01.warc.gz");
        int damaged = members.indexOf(DAMAGED);
        assertThat(damaged).isBetween(10, members.size() - 10);
        assertThat(members.lastIndexOf(DAMAGED)).as("the only one").isEqualTo(damaged);
        assertThat(members("sample-00.warc.gz")).doesNotContain(DAMAGED);
    }

    /** The sheet of the project's codebook was taken over; its offsets must come out again. */
    @Test
    void theSheetOfTheCodebookIsTakenOverUnchanged() throws IOException {
        Path sheet = Path.of("..", "shared", "data", "codebook", "gold.jsonl.gz");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isRegularFile(sheet), sheet + " is not beside this checkout");
        for (JsonNode theirs : rows(new String(gunzip(Files.readAllBytes(sheet)), StandardCharsets.UTF_8))) {
            JsonNode ours = gold().stream()
                    .filter(r -> r.get("document").equals(theirs.get("id")))
                    .findFirst()
                    .orElseThrow();
            for (String key : List.of("text", "relevance", "frames", "names_used", "leader_labels", "wire")) {
                assertThat(ours.get(key)).as("%s of %s", key, theirs.get("id")).isEqualTo(theirs.get(key));
            }
            assertThat(ours.at("/article4/spans")).isEqualTo(theirs.at("/article4/spans"));
            assertThat(ours.get("quotations").findValues("start"))
                    .isEqualTo(theirs.get("quotations").findValues("start"));
        }
    }

    private static List<JsonNode> gold() throws IOException {
        return rows(Files.readString(folder.resolve("gold.jsonl")));
    }

    private static List<JsonNode> rows(String lines) {
        return lines.lines().map(SampleCrawlTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }

    /** Each member of an archive, inflated by itself; the builder's header marks where one begins. */
    private static List<String> members(String archive) throws IOException {
        String bytes = Files.readString(sample.resolve(archive), StandardCharsets.ISO_8859_1);
        return Arrays.stream(bytes.split("(?=\\x1f\\x8b\\x08\\x00{6}\\x03)"))
                .map(SampleCrawlTest::inflated)
                .toList();
    }

    private static String inflated(String member) {
        try {
            return new String(gunzip(member.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return DAMAGED;
        }
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> root.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }
}
