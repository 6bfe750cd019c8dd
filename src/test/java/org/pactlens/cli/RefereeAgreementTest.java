package org.pactlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code evaluate} beside the project's referees, which are run as they are: every figure and every interval of theirs,
 * on real outputs that were spoiled so that no score is 0 or 1. Sums of floating numbers may differ in the last digits
 * from one Python to the next, so figures may differ by {@link #LAST_DIGITS}.
 */
class RefereeAgreementTest {
    private static final Path SHARED = Path.of("..", "shared");
    private static final Path DATA = SHARED.resolve("data");
    private static final double LAST_DIGITS = 1e-12;

    @TempDir
    Path folder;

    private final Random chance = new Random(11);
    private Map<String, JsonNode> ours;
    private int compared;

    @BeforeAll
    static void refereesAreHere() throws InterruptedException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve("tools")), "../shared/tools is not here: no referees");
        Assumptions.assumeTrue(pythonRuns(), "python3 is not here: the referees cannot be run");
    }

    private static boolean pythonRuns() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    // ---- extraction

    @Test
    void extractedArticlesScoreAsTheRefereeScoresThem() throws Exception {
        Path articles = folder.resolve("articles.jsonl");
        Path pages = DATA.resolve("extraction");
        pactlens("extract", "--pages", pages.resolve("smalllang.warc.gz").toString(), "--out", articles.toString());
        agreeOnExtraction(spoiled(articles, this::spoiledArticle), pages.resolve("smalllang.gold.jsonl.gz"));
    }

    /** Full texts with dates; passages of which some must not be there; passages without such. */
    @Test
    void severalSetsScoreAsTheRefereeScoresThem() throws Exception {
        List<Path> gold = Stream.of("fundus", "trafilatura", "mercury")
                .map(set -> DATA.resolve("extraction").resolve(set + ".gold.jsonl.gz"))
                .toList();
        List<JsonNode> rows = new ArrayList<>();
        for (Path file : gold) {
            rows(file).forEach(row -> rows.add(spoiledArticle(fromGold(row))));
        }
        agreeOnExtraction(written("articles.jsonl", rows), gold.toArray(Path[]::new));
        assertThat(compared).isGreaterThan(50);
    }

    private static ObjectNode fromGold(JsonNode gold) {
        ObjectNode row = gold.deepCopy();
        if (!row.has("text")) {
            StringBuilder text = new StringBuilder();
            row.path("with").forEach(p -> text.append(p.asText()).append(" \n\n"));
            row.path("without").forEach(p -> text.append(text.length() % 2 == 0 ? p.asText() : ""));
            row.put("text", text.toString());
        }
        return row;
    }

    private JsonNode spoiledArticle(JsonNode article) {
        ObjectNode row = article.deepCopy();
        String text = row.path("text").asText();
        if (chance.nextInt(3) == 0) {
            row.put(
                    "text",
                    text.substring(
                            0, text.offsetByCodePoints(0, chance.nextInt(text.codePointCount(0, text.length()) + 1))));
        } else if (chance.nextInt(2) == 0) {
            row.put("text", "STRASSE_ẞ ﬁn İstanbul’da ½ हिन्दी " + text);
        }
        if (chance.nextInt(4) == 0) {
            row.put("title", row.path("title").asText("") + " | Site");
        }
        if (chance.nextInt(4) == 0) {
            row.put("published_date", chance.nextBoolean() ? null : "2020-01-01");
        }
        if (chance.nextInt(4) == 0) {
            row.putArray("authors").add("Ann Other");
        }
        return row;
    }

    private void agreeOnExtraction(Path articles, Path... gold) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("--articles", articles, "--gold"));
        arguments.addAll(List.of(gold));
        JsonNode theirs = referee("score_extraction.py", arguments.toArray());
        evaluate(arguments.toArray());
        theirs.get("sets")
                .properties()
                .forEach(set -> set.getValue().properties().forEach(measure -> {
                    if (measure.getKey().equals("pages_without_output")) {
                        same(set.getKey(), "pages", "without_output", measure.getValue());
                    } else if (measure.getKey().equals("pages")) {
                        same(set.getKey(), "pages", "pages", measure.getValue());
                    } else {
                        measure.getValue().properties().stream()
                                .filter(f -> !f.getKey().equals("pages")
                                        && !f.getKey().equals("interval"))
                                .forEach(f -> same(set.getKey(), measure.getKey(), f.getKey(), f.getValue()));
                        String headline = measure.getValue().hasNonNull("exact")
                                ? "exact"
                                : measure.getValue().hasNonNull("f1") ? "f1" : "recall";
                        sameInterval(
                                set.getKey(),
                                measure.getKey(),
                                headline,
                                measure.getValue().get("interval"));
                    }
                }));
        assertThat(theirs.findValues("f1")).anyMatch(f -> f.asDouble() > .1 && f.asDouble() < .99);
    }

    // ---- coding

    @Test
    void codedArticlesScoreAsTheRefereesScoreThem() throws Exception {
        Path sheet = DATA.resolve("codebook").resolve("gold.jsonl.gz");
        Path sentences = DATA.resolve("framing").resolve("adaq");
        Path articles = folder.resolve("articles.jsonl");
        pactlens("evaluate", "--gold", sheet.toString(), "--articles-out", articles.toString());
        List<JsonNode> both = rows(articles);
        int ofSheet = both.size();
        both.addAll(rows(sentences.resolve("articles.jsonl.gz")));
        Path coded = folder.resolve("coded.jsonl");
        pactlens("code", "--articles", written("both.jsonl", both).toString(), "--out", coded.toString());
        List<JsonNode> rows = rows(coded);

        agreeOnSheet(sheet, spoiled(rows.subList(0, ofSheet), this::spoiledCoding));
        Path quotations = spoiled(rows.subList(ofSheet, rows.size()), this::spoiledCoding);
        agreeOnQuotations(sentences.resolve("gold.jsonl.gz"), quotations);
        agreeOnQuotations(sentences.resolve("gold.jsonl.gz"), quotations, "--kinds", "direct,mixed", "--marked");
    }

    private void agreeOnSheet(Path sheet, Path coded) throws Exception {
        compared = 0;
        JsonNode theirs = referee("score_coding.py", "--gold", sheet, "--coded", coded);
        evaluate("--gold", sheet, "--coded", coded);
        theirs.properties()
                .forEach(part -> part.getValue().properties().forEach(measure -> {
                    String section = part.getKey().equals("all") ? "" : part.getKey();
                    JsonNode figures = measure.getValue();
                    if (ours.containsKey(section + " " + measure.getKey() + " share")) {
                        boolean none = figures.get("wanted").asInt() == 0;
                        same(section, measure.getKey(), "share", none ? null : figures.get("recall"));
                    } else {
                        figures.properties().forEach(f -> same(section, measure.getKey(), f.getKey(), f.getValue()));
                    }
                }));
        assertThat(compared).isGreaterThan(400);
        assertThat(ours.get(" frames_hits f1").get("value").asDouble()).isBetween(.1, .9);
    }

    private JsonNode spoiledCoding(JsonNode coded) {
        ObjectNode row = coded.deepCopy();
        spoilHits(row, "frames");
        spoilHits(row, "quotations");
        spoilHits(row, "names_used");
        if (chance.nextInt(4) == 0) {
            row.put("score", chance.nextDouble());
            row.put("grade", chance.nextInt(4));
            row.put("near_miss_of", "acronym");
            row.withObject("/article4").put("art51", chance.nextBoolean());
            row.putObject("wire").put("agency", "AP");
        }
        return row;
    }

    /** Drops, repeats, moves and renames. */
    private void spoilHits(ObjectNode row, String key) {
        ArrayNode hits = row.withArray("/" + key);
        ArrayNode spoiled = JsonLines.JSON.createArrayNode();
        for (JsonNode given : hits) {
            ObjectNode hit = given.deepCopy();
            int fate = chance.nextInt(8);
            if (fate == 0) {
                continue;
            }
            if (fate == 1) {
                spoiled.add(given);
            }
            if (fate == 2) {
                hit.put("start", hit.get("start").asInt() + 3)
                        .put("end", hit.get("end").asInt() + 9);
                hit.remove("text");
            }
            if (fate == 3) {
                hit.put("voice", "headline").put("target", "other").put("speaker", "Other Person");
                hit.put("group", "OTHER").put("source_group", "OTHER").put("confidence", .4);
            }
            spoiled.add(hit);
        }
        row.set(key, spoiled);
    }

    // ---- quotations

    private void agreeOnQuotations(Path gold, Path coded, String... options) throws Exception {
        compared = 0;
        List<Object> arguments = new ArrayList<>(List.of("--gold", gold, "--coded", coded));
        arguments.addAll(List.of(options));
        JsonNode theirs = referee("score_quotations.py", arguments.toArray());
        evaluate(arguments.toArray());
        for (String figure : List.of("precision", "recall", "f1")) {
            same("", "detection", figure, theirs.get(figure));
            same("", "characters", figure, theirs.get("char_" + figure));
        }
        sameInterval("", "detection", "f1", theirs.get("f1_interval"));
        assertThat(ours.get(" detection precision").get("n").asInt())
                .isEqualTo(theirs.get("found").asInt());
        assertThat(ours.get(" detection recall").get("n").asInt())
                .isEqualTo(theirs.get("gold").asInt());
        theirs.get("recall_by_kind")
                .properties()
                .forEach(kind -> same(
                        "", "found " + kind.getKey(), "recall", kind.getValue().get(2)));
        JsonNode speaker = theirs.get("speaker");
        for (String figure : List.of("right", "wrong", "null")) {
            same("", "speaker", figure, speaker.get(figure));
        }
        same("", "speaker", "right_where_given", speaker.get("precision_where_given"));
        same("", "unscored", "pronoun_pairs", speaker.get("pronoun_pairs"));
        same("", "unscored", "gold_without_speaker", speaker.get("gold_without_speaker"));
        same("", "attribution", "recall", theirs.get("attribution_recall"));
        same("", "group", "share", theirs.get("group").get("right"));
        theirs.get("tiers")
                .properties()
                .forEach(tier -> tier.getValue()
                        .properties()
                        .forEach(f -> same("", "confidence " + tier.getKey(), f.getKey(), f.getValue())));
        assertThat(compared).isGreaterThan(20);
        assertThat(theirs.get("f1").asDouble()).isBetween(.1, .95);
    }

    @Test
    void quotationsOfACorpusScoreAsTheRefereeScoresThem() throws Exception {
        Path gold = DATA.resolve("framing").resolve("redewiedergabe").resolve("gold.jsonl.gz");
        Path coded = spoiled(rows(gold), this::spoiledCoding);
        agreeOnQuotations(gold, coded);
    }

    // ---- families

    @ParameterizedTest
    @ValueSource(strings = {"made_reuse", "helsinki"})
    void familiesScoreAsTheRefereeScoresThem(String corpus) throws Exception {
        Path gold = DATA.resolve("framing").resolve(corpus).resolve("gold.jsonl.gz");
        List<JsonNode> rows = rows(gold);
        Path reuse = spoiled(rows, row -> spoiledFamily(row, rows));
        JsonNode theirs = referee("score_reuse.py", "--gold", gold, "--reuse", reuse);
        evaluate("--gold", gold, "--reuse", reuse);
        for (String figure : List.of("precision", "recall", "f1")) {
            same("", "pairs", figure, theirs.get("pairs").get(figure));
            same("", "b_cubed", figure, theirs.get("b_cubed").get(figure));
        }
        same("", "pairs", "gold", theirs.get("pairs").get("gold"));
        same("", "pairs", "found", theirs.get("pairs").get("found"));
        same("", "left_out", "unsure_pairs", theirs.get("unsure_pairs"));
        sameInterval("", "pairs", "f1", theirs.get("pairs").get("f1_interval"));
        theirs.get("clusters").properties().forEach(f -> {
            String name = f.getKey().startsWith("effective_")
                    ? f.getKey().substring("effective_".length()) + "_effective"
                    : f.getKey();
            same("", "clusters", name, f.getValue());
        });
        theirs.path("role")
                .path("f1")
                .properties()
                .forEach(role ->
                        same("", "role " + role.getKey(), "f1", role.getValue().get(1)));
        for (String measure : List.of("role", "origin", "containment", "wire")) {
            theirs.path(measure).properties().stream()
                    .filter(f -> !List.of("n", "f1", "named", "without").contains(f.getKey()))
                    .forEach(f -> same("", measure, f.getKey(), f.getValue()));
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(theirs.get("pairs").get("f1").asDouble()).isBetween(.1, .95);
    }

    private JsonNode spoiledFamily(JsonNode gold, List<JsonNode> all) {
        ObjectNode row = gold.deepCopy();
        JsonNode other = all.get(chance.nextInt(all.size()));
        switch (chance.nextInt(8)) {
            case 0 -> row.set("cluster", other.get("cluster"));
            case 1 -> row.put("cluster", "alone " + row.get("url").asText());
            case 2 -> row.put("role", "edited").set("origin_url", other.get("url"));
            case 3 -> row.put("wire_agency", "The Associated Press").put("origin_url", (String) null);
            case 4 -> row.put("containment", chance.nextDouble()).put("wire_agency", "none");
            default -> {}
        }
        return row;
    }

    // ---- both programs

    private Path spoiled(Path file, UnaryOperator<JsonNode> change) throws IOException {
        return spoiled(rows(file), change);
    }

    /** Every tenth row is lost, the others are changed. */
    private Path spoiled(List<JsonNode> rows, UnaryOperator<JsonNode> change) throws IOException {
        List<JsonNode> kept = new ArrayList<>();
        rows.stream().filter(row -> chance.nextInt(10) > 0).map(change).forEach(kept::add);
        return written("spoiled.jsonl", kept);
    }

    private Path written(String name, List<JsonNode> rows) throws IOException {
        return Files.write(
                folder.resolve(name), rows.stream().map(JsonNode::toString).toList());
    }

    private static List<JsonNode> rows(Path file) {
        List<JsonNode> rows = new ArrayList<>();
        JsonLines.read("test", file.toString(), rows::add);
        return rows;
    }

    private static String pactlens(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    private void evaluate(Object... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("evaluate", "--json"));
        List.of(arguments).forEach(a -> all.add(a.toString()));
        ours = new HashMap<>();
        for (String line : pactlens(all.toArray(String[]::new)).lines().toList()) {
            JsonNode figure = JsonLines.JSON.readTree(line);
            ours.put(
                    figure.get("name").asText() + " " + figure.get("measure").asText() + " "
                            + figure.get("figure").asText(),
                    figure);
        }
    }

    private JsonNode referee(String script, Object... arguments) throws IOException, InterruptedException {
        Path scores = folder.resolve("scores.json");
        List<String> command = new ArrayList<>(
                List.of("python3", SHARED.resolve("tools").resolve(script).toString()));
        List.of(arguments).forEach(a -> command.add(a.toString()));
        command.addAll(List.of("--json", scores.toString()));
        Path said = folder.resolve("referee.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(said, StandardCharsets.UTF_8))
                .isZero();
        return JsonLines.JSON.readTree(Files.readString(scores));
    }

    private void same(String section, String measure, String name, JsonNode theirs) {
        String key = section + " " + measure + " " + name;
        JsonNode figure = ours.get(key);
        compared++;
        if (theirs == null || theirs.isNull()) {
            assertThat(figure == null || figure.get("value").isNull()).as(key).isTrue();
            return;
        }
        assertThat(figure).as(key).isNotNull();
        assertThat(figure.get("value").asDouble()).as(key).isCloseTo(theirs.asDouble(), within(LAST_DIGITS));
    }

    private void sameInterval(String section, String measure, String name, JsonNode theirs) {
        JsonNode figure = ours.get(section + " " + measure + " " + name);
        compared++;
        assertThat(figure.get("low").asDouble())
                .as(measure)
                .isCloseTo(theirs.get(0).asDouble(), within(LAST_DIGITS));
        assertThat(figure.get("high").asDouble())
                .as(measure)
                .isCloseTo(theirs.get(1).asDouble(), within(LAST_DIGITS));
    }
}
