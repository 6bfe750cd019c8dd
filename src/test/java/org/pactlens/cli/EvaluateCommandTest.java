package org.pactlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final String FAMILIES =
            "{\"url\": \"a\", \"cluster\": \"A\"}\n{\"url\": \"b\", \"cluster\": \"A\"}\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void theTableNamesEachFigureWithIntervalAndN() throws IOException {
        String gold = file("gold.jsonl", FAMILIES);
        assertThat(run("evaluate", "--gold", gold, "--reuse", gold))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("f1 1.000 [1.000, 1.000] n 1").contains("b_cubed");
    }

    @Test
    void jsonIsOneFigureALine() throws IOException {
        String gold = file("gold.jsonl", FAMILIES);
        assertThat(run("evaluate", "--gold", gold, "--reuse", gold, "--json")).isZero();
        JsonNode first =
                JsonLines.JSON.readTree(out.toString().lines().findFirst().orElseThrow());
        assertThat(first.get("section").asText()).isEqualTo("all");
        assertThat(first.get("measure").asText()).isEqualTo("pairs");
        assertThat(first.get("value").asDouble()).isEqualTo(1);
        assertThat(first.get("n").asInt()).isEqualTo(1);
    }

    @Test
    void aFolderStandsForItsGoldFiles() throws IOException {
        file("x.gold.jsonl", "{\"url\": \"a\", \"set\": \"x\", \"title\": \"t\", \"language\": \"en\"}\n");
        file("y.gold.jsonl", "{\"url\": \"b\", \"set\": \"y\", \"title\": \"t\", \"language\": \"de\"}\n");
        String articles = file("articles.jsonl", "{\"url\": \"a\", \"text\": \"\", \"title\": \"t\"}\n");
        assertThat(run("evaluate", "--gold", folder.toString(), "--articles", articles))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("exact 1.000")
                .contains("missing 1.000")
                .contains("by language");
    }

    @Test
    void aSheetsTextsAreWrittenToBeCoded() throws IOException {
        String sheet = file(
                "sheet.jsonl",
                "{\"id\": \"1\", \"domain\": \"d.example\", \"lang\": \"en\", \"date\": \"2024-06-19\","
                        + " \"title\": \"T 😀\", \"text\": \"T 😀\\n\\nBody.\", \"relevance\": 3}\n");
        assertThat(run("evaluate", "--gold", sheet, "--articles-out", "-"))
                .as(err.toString())
                .isZero();
        JsonNode article = JsonLines.JSON.readTree(out.toString());
        assertThat(article.get("url").asText()).isEqualTo("https://d.example/1");
        assertThat(article.get("text").asText()).isEqualTo("Body.");
        assertThat(article.get("language").asText()).isEqualTo("en");
    }

    /** Of a stratum of ten articles one was drawn: it stands for ten. */
    @Test
    void rowsThatNobodyGradedAreLeftOutAndWeightsCount() throws IOException {
        String sheet = file(
                "sheet.jsonl",
                "{\"url\": \"a\", \"grade\": 3, \"weight\": 1.0}\n"
                        + "{\"url\": \"b\", \"grade\": 2, \"weight\": 9.0}\n"
                        + "{\"url\": \"c\", \"grade\": 0, \"weight\": 4.0}\n"
                        + "{\"url\": \"d\", \"grade\": null, \"weight\": 5.0}\n");
        String coded = file(
                "coded.jsonl",
                "{\"url\": \"a\", \"score\": 0.9, \"grade\": 3}\n{\"url\": \"b\", \"score\": 0.1, \"grade\": 0}\n"
                        + "{\"url\": \"c\", \"score\": 0.8, \"grade\": 2}\n{\"url\": \"d\", \"score\": 0.9,"
                        + " \"grade\": 3}\n");
        assertThat(run("evaluate", "--gold", sheet, "--coded", coded, "--json"))
                .as(err.toString())
                .isZero();
        assertThat(figure("relevant", "recall")).isEqualTo(1.0 / 2);
        assertThat(figure("relevant_weighted", "recall")).isEqualTo(1.0 / 10);
        assertThat(figure("relevant_weighted", "precision")).isEqualTo(1.0 / 5);
        assertThat(figure("not_graded", "rows")).isEqualTo(1);
    }

    @Test
    void scoresOfGradedArticlesAreJudgedAsProbabilities() throws IOException {
        String labels = file("labels.jsonl", "{\"url\": \"a\", \"grade\": 3}\n{\"url\": \"b\", \"grade\": 1}\n");
        String coded = file("scored.jsonl", "{\"url\": \"a\", \"score\": 0.75}\n{\"url\": \"b\", \"score\": 0.25}\n");
        assertThat(run("evaluate", "--gold", labels, "--coded", coded, "--json"))
                .as(err.toString())
                .isZero();
        assertThat(figure("average_precision", "value")).isEqualTo(1);
        assertThat(figure("calibration_error", "value")).isEqualTo(0.25);
        assertThat(figure("relevant_at_0.2", "precision")).isEqualTo(0.5);
        assertThat(figure("calibration_0.7", "share")).isEqualTo(1);
    }

    private double figure(String measure, String name) {
        return out.toString()
                .lines()
                .map(line -> {
                    try {
                        return JsonLines.JSON.readTree(line);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .filter(f -> f.get("section").asText().equals("all"))
                .filter(f -> f.get("measure").asText().equals(measure)
                        && f.get("figure").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asDouble();
    }

    @Test
    void aMissingFileIsNamed() {
        String missing = folder.resolve("none.jsonl").toString();
        assertThat(run("evaluate", "--gold", missing, "--reuse", missing)).isEqualTo(2);
        assertThat(err.toString()).contains("--gold " + missing + ": there is no such file");
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void aBrokenLineIsNamedWithItsNumber() throws IOException {
        String gold = file("gold.jsonl", FAMILIES);
        String output = file("out.jsonl", "{\"url\": \"a\", \"cluster\": \"X\"}\n{\"url\": \"b\", \n");
        assertThat(run("evaluate", "--gold", gold, "--reuse", output)).isEqualTo(2);
        assertThat(err.toString()).contains("--reuse " + output + ":2: the line is no JSON");
    }

    @Test
    void aGoldAndAnOutputOfOtherArticlesAreToldApart() throws IOException {
        String gold = file("gold.jsonl", FAMILIES);
        String output = file("out.jsonl", "{\"url\": \"z\", \"cluster\": \"X\"}\n");
        assertThat(run("evaluate", "--gold", gold, "--reuse", output)).isEqualTo(2);
        assertThat(err.toString()).contains("no url of this file is in the gold; here the first is z, there a");
    }

    @Test
    void aFolderWithoutGoldIsAUserError() {
        assertThat(run("evaluate", "--gold", folder.toString(), "--reuse", "-")).isEqualTo(2);
        assertThat(err.toString()).contains("the folder holds no *.gold.jsonl");
    }

    @Test
    void kindsOfQuotationsMeanNothingForFamilies() throws IOException {
        String gold = file("gold.jsonl", FAMILIES);
        assertThat(run("evaluate", "--gold", gold, "--reuse", gold, "--marked")).isEqualTo(2);
        assertThat(err.toString()).contains("Leave these options out");
    }

    @Test
    void exactlyOneOutputIsScored() throws IOException {
        String gold = file("gold.jsonl", FAMILIES);
        assertThat(run("evaluate", "--gold", gold)).isEqualTo(2);
        assertThat(run("evaluate", "--gold", gold, "--reuse", gold, "--coded", gold))
                .isEqualTo(2);
    }

    @Test
    void aFileWithoutRowsIsAUserError() throws IOException {
        String gold = file("gold.jsonl", FAMILIES);
        assertThat(run("evaluate", "--gold", gold, "--reuse", file("out.jsonl", "\n")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("out.jsonl: it holds no row");
    }

    @Test
    void aUrlThatStandsTwiceIsNamedWithBothPlaces() throws IOException {
        String gold = file("gold.jsonl", FAMILIES);
        String output = file("out.jsonl", "{\"url\": \"a\", \"cluster\": \"X\"}\n".repeat(2));
        assertThat(run("evaluate", "--gold", gold, "--reuse", output)).isEqualTo(2);
        assertThat(err.toString()).contains("out.jsonl:2: a stood before").contains("out.jsonl:1");
    }

    @Test
    void aSheetMayBeCsvAsASpreadsheetSavesIt() throws IOException {
        String sheet = file("sheet.csv", "\uFEFFurl;text;weight;grade\r\na;\"'=1; \"\"one\"\"\";1,5;3\r\nb;two;2;\r\n");
        String coded = file("coded.jsonl", "{\"url\": \"a\", \"score\": 0.9, \"grade\": 3}\n");
        assertThat(run("evaluate", "--gold", sheet, "--coded", coded, "--json"))
                .as(err.toString())
                .isZero();
        assertThat(value("relevant", "recall")).isEqualTo(1);
        assertThat(value("not_graded", "rows")).isEqualTo(1);
        out.getBuffer().setLength(0);
        assertThat(run("evaluate", "--gold", sheet, "--articles-out", "-")).isZero();
        assertThat(JsonLines.JSON
                        .readTree(out.toString().lines().findFirst().orElseThrow())
                        .get("text")
                        .asText())
                .isEqualTo("=1; \"one\"");
    }

    @Test
    void aRowOfASheetThatIsWrongIsNamedByItsNumber() throws IOException {
        String coded = file("coded.jsonl", "{\"url\": \"a\", \"score\": 0.9, \"grade\": 3}\n");
        String grade = file("grade.csv", "url,grade\na,3\nb,five\n");
        assertThat(run("evaluate", "--gold", grade, "--coded", coded)).isEqualTo(2);
        assertThat(err.toString()).contains("grade.csv: row 3").contains("from 0 to 3");
        String cells = file("cells.csv", "url,grade\na,3,x\n");
        assertThat(run("evaluate", "--gold", cells, "--coded", coded)).isEqualTo(2);
        assertThat(err.toString()).contains("cells.csv: row 2").contains("3 cells");
    }

    /** Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011: 1 for agreement, below 0 for less than chance. */
    @Test
    void twoCodersAreComparedOnWhatBothGraded() throws IOException {
        String first = file("first.csv", "url,grade\na,3\nb,0\nc,2\nd,\ne,1\n");
        String second = file("second.csv", "url,grade\na,3\nb,0\nc,2\nd,1\ne,\n");
        assertThat(run("evaluate", "--gold", first, "--coder", second, "--json"))
                .as(err.toString())
                .isZero();
        assertThat(value("grade", "alpha")).isEqualTo(1);
        assertThat(out.toString()).contains("\"n\":3").doesNotContain("\"relevant\"");
    }

    /** (4 + 1)(3 + 1) / (2 + 1) - 1. */
    @Test
    void anotherWayOfFindingTellsHowManyWereMissed() throws IOException {
        StringBuilder gold = new StringBuilder();
        StringBuilder coded = new StringBuilder();
        for (String url : "abcdef".split("")) {
            gold.append("{\"url\": \"" + url + "\", \"grade\": " + (url.equals("f") ? 0 : 3) + "}\n");
            coded.append("{\"url\": \"" + url + "\", \"score\": " + ("abcd".contains(url) ? 0.9 : 0.1) + "}\n");
        }
        String found = file("found.jsonl", "{\"url\": \"a\"}\n{\"url\": \"b\"}\n{\"url\": \"e\"}\n{\"url\": \"f\"}\n");
        assertThat(run(
                        "evaluate",
                        "--gold",
                        file("gold.jsonl", gold.toString()),
                        "--coded",
                        file("coded.jsonl", coded.toString()),
                        "--found",
                        found,
                        "--json"))
                .as(err.toString())
                .isZero();
        assertThat(value("capture_recapture", "found_by_both")).isEqualTo(2);
        assertThat(value("capture_recapture", "estimated")).isEqualTo(5 * 4 / 3.0 - 1);
    }

    private double value(String measure, String figure) throws IOException {
        for (String line : out.toString().lines().toList()) {
            JsonNode row = JsonLines.JSON.readTree(line);
            if (row.get("measure").asText().equals(measure)
                    && row.get("figure").asText().equals(figure)) {
                return row.get("value").asDouble();
            }
        }
        throw new AssertionError("no " + measure + " " + figure + " in " + out);
    }
}
