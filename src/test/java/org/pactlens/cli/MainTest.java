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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pactlens.lake.Dictionary;

class MainTest {
    private static final String PAGE = """
            <html lang="en"><head><title>Kim and Putin sign treaty | Some Paper</title>
            <meta property="article:published_time" content="2024-06-19T10:00:00+00:00"></head>
            <body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
            <article><h1>Kim and Putin sign treaty</h1>
            <p>North Korean leader Kim Jong Un and Russian President Vladimir Putin signed a comprehensive strategic
            partnership treaty in Pyongyang on Wednesday, state media said.</p>
            <p>"The treaty is a threat to peace in the region," said Lim Soo-suk, a spokesman of the South Korean foreign
            ministry, in Seoul.</p>
            <p>The pact promises mutual military assistance if one of the two states is attacked by another one.</p>
            </article><footer><p>All rights reserved.</p></footer></body></html>
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "crawl", "extract", "code", "trace", "evaluate", "tables", "train"})
    void everyVerbExplainsItselfWithAnExample(String verb) {
        assertThat(run(verb, "--help")).isZero();
        assertThat(out.toString()).contains("Example").contains("pactlens " + verb);
    }

    @Test
    void theHelpNamesTheExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("another run holds the lake");
    }

    @Test
    void theBuiltInStudyHasNoProblems() {
        assertThat(run("check")).isZero();
        assertThat(out.toString()).contains("no problems");
    }

    @Test
    void aMissingStudyFolderIsOneMessageAndExitTwo() {
        assertThat(run("check", "--study", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no such folder").doesNotContain("\tat ");
    }

    @Test
    void aStudyWithMistakesTellsAllOfThemWithTheirPlaces() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), "id: x\ntitle: y\ncolour: red\n");
        assertThat(run("check", "--study", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("study.yaml:3").contains("colour");
        assertThat(err.toString().lines().count()).isGreaterThan(1);
    }

    @Test
    void copiesAreTracedFromUrlAndTextAlone() throws IOException {
        String text =
                "The council of the old harbour town voted late on Monday to mend the bridge over the river, which"
                        + " a storm had closed in spring, and asked every household for a small share of the cost by winter.";
        Path articles = Files.writeString(
                folder.resolve("articles.jsonl"),
                "{\"url\":\"u:a\",\"text\":\"" + text + "\"}\n{\"url\":\"u:b\",\"text\":\"" + text + "\"}\n");
        assertThat(run("trace", "--articles", articles.toString(), "--out", "-"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"cluster\":\"u:a\"", "\"role\":\"verbatim\"", "\"origin_url\":null"));
    }

    @Test
    void aPageBecomesAnArticleAndTheArticleIsCoded() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), PAGE);
        Path articles = folder.resolve("articles.jsonl");
        assertThat(run("extract", "--pages", page.toString(), "--out", articles.toString()))
                .as(err.toString())
                .isZero();
        JsonNode article = JsonLines.JSON.readTree(Files.readString(articles));
        assertThat(article.get("title").asText()).isEqualTo("Kim and Putin sign treaty");
        assertThat(article.get("published_date").asText()).isEqualTo("2024-06-19");
        assertThat(article.get("language").asText()).isEqualTo("en");
        assertThat(article.get("text").asText())
                .contains("mutual military assistance")
                .doesNotContain("All rights");
        assertThat(out.toString()).isEqualTo("1 rows written to " + articles + System.lineSeparator());
        out.getBuffer().setLength(0);

        assertThat(run("code", "--articles", articles.toString(), "--out", "-")).isZero();
        JsonNode coded = JsonLines.JSON.readTree(out.toString());
        assertThat(coded.get("grade").asInt()).isEqualTo(3);
        assertThat(coded.get("article4").get("obligation").asBoolean()).isTrue();
        JsonNode quotation = java.util.stream.StreamSupport.stream(
                        coded.get("quotations").spliterator(), false)
                .filter(q -> q.get("kind").asText().equals("direct"))
                .findFirst()
                .orElseThrow();
        assertThat(quotation.get("speaker").asText()).contains("Lim Soo-suk");
        assertThat(quotation.get("group").asText()).isEqualTo("ROK_GOV");
        assertThat(coded.get("frames").findValuesAsText("frame")).contains("DEFENCE_ALLIANCE");
    }

    @Test
    void aLineThatIsNoJsonIsNamedWithItsNumber() throws IOException {
        Path articles = Files.writeString(folder.resolve("a.jsonl"), "{\"url\": \"u\", \"text\": \"t\"}\nnonsense\n");
        assertThat(run("code", "--articles", articles.toString(), "--out", "-")).isEqualTo(2);
        assertThat(err.toString()).contains("a.jsonl:2: the line is no JSON");
    }

    @Test
    void aRowWithoutTextIsAUserError() throws IOException {
        Path articles = Files.writeString(folder.resolve("a.jsonl"), "{\"url\": \"u\"}\n");
        assertThat(run("code", "--articles", articles.toString(), "--out", "-")).isEqualTo(2);
        assertThat(err.toString()).contains("a.jsonl:1: the row has no text");
    }

    @Test
    void aTimeThatIsNoneIsNamedWithItsLine() throws IOException {
        Path articles = Files.writeString(
                folder.resolve("a.jsonl"), "\n{\"url\": \"u\", \"text\": \"t\", \"published_date\": \"19 June\"}\n");
        assertThat(run("code", "--articles", articles.toString(), "--out", "-")).isEqualTo(2);
        assertThat(err.toString()).contains("a.jsonl:2: published_date: \"19 June\" is no such time");
    }

    @Test
    void aVerbThatFailsLeavesItsOutputAsItWas() throws IOException {
        Path articles = Files.writeString(folder.resolve("a.jsonl"), "{\"url\": \"u\", \"text\": \"t\"}\nnonsense\n");
        Path coded = Files.writeString(folder.resolve("coded.jsonl"), "of yesterday");
        assertThat(run("code", "--articles", articles.toString(), "--out", coded.toString()))
                .isEqualTo(2);
        assertThat(coded).hasContent("of yesterday");
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void anOutputThatIsTheInputIsReadToItsEndBeforeItIsReplaced() throws IOException {
        Path articles = Files.writeString(folder.resolve("a.jsonl"), "{\"url\": \"u\", \"text\": \"t\"}\n");
        assertThat(run("code", "--articles", articles.toString(), "--out", articles.toString()))
                .isZero();
        assertThat(Files.readString(articles)).contains("\"url\":\"u\"").contains("\"grade\":0");
    }

    @Test
    void anAnswerWithoutABodyHasAnError() throws IOException {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n";
        Path archive = Files.writeString(
                folder.resolve("a.warc"),
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/x\r\n"
                        + "WARC-Date: 2024-06-20T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                        + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                        + http.length() + "\r\n\r\n" + http + "\r\n\r\n");
        assertThat(run("extract", "--pages", archive.toString(), "--out", "-"))
                .as(err.toString())
                .isZero();
        assertThat(JsonLines.JSON.readTree(out.toString()).get("error").asText())
                .isEqualTo("empty");
    }

    @Test
    void explainingNothingIsAUserError() {
        assertThat(run("explain", "", "--lake", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("the article is named by nothing");
    }

    @Test
    void runNeedsSomethingToRead() {
        assertThat(run("run", "--lake", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("neither --crawl nor --sample is given");
    }

    @Test
    void runReadsTheSampleOrACrawlAndNotBoth() {
        assertThat(run("run", "--sample", "--crawl", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--crawl and --sample are both given");
    }

    @Test
    void aDryRunListsTheFilesAndMakesNoLake() throws IOException {
        Files.writeString(folder.resolve("page.html"), PAGE);
        Path lake = folder.resolve("lake");
        assertThat(run("run", "--crawl", folder.toString(), "--lake", lake.toString(), "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("page.html").contains("1 files");
        assertThat(lake).doesNotExist();
    }

    @Test
    void aDryRunRefusesALakeThatIsAFile() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), PAGE);
        String crawl = page.toString();
        assertThat(run("run", "--crawl", crawl, "--lake", crawl, "--dry-run")).isEqualTo(2);
        assertThat(err.toString()).contains("it is a file. Name a folder for the tables");
    }

    @Test
    void aMissingCrawlIsOneMessageAndMakesNoLake() {
        Path lake = folder.resolve("lake");
        assertThat(run("run", "--crawl", folder.resolve("none").toString(), "--lake", lake.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nothing lies there").doesNotContain("\tat ");
        assertThat(lake).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "report --out r.html", "export --out x", "explain a", "recode", "maintain"})
    void whatReadsALakeSaysThatThereIsNone(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--lake", folder.resolve("none").toString()));
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains("there is no lake").doesNotContain("\tat ");
    }

    @Test
    void aFolderWithoutCrawlFilesIsSaidToBeOne() throws IOException {
        Files.writeString(folder.resolve("notes.zzz"), "nothing");
        assertThat(run("crawl", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no file of a known format");
    }

    @Test
    void crawlCountsWhatIsInAFile() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), PAGE);
        assertThat(run("crawl", "--json", page.toString())).isZero();
        JsonNode row = JsonLines.JSON.readTree(out.toString());
        assertThat(row.get("records").asInt()).isEqualTo(1);
        assertThat(row.get("error").isNull()).isTrue();
    }

    /** Mend with: jobs/pactlens tables --markdown > docs/tables.md */
    @Test
    void theDocumentedDictionaryIsTheDeclaredOne() throws IOException {
        assertThat(Files.readString(Path.of("docs", "tables.md"))).isEqualTo(Dictionary.markdown());
        assertThat(run("tables")).isZero();
        assertThat(out.toString()).contains("article_framing");
    }
}
