package org.pactlens.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pactlens.evaluate.Forecast;
import org.pactlens.evaluate.ForecastScore;
import org.pactlens.study.RelevanceModel;
import org.pactlens.study.Study;
import org.pactlens.study.StudyLoader;
import org.pactlens.text.FoldedWords;
import org.pactlens.text.WordPatterns;

/** The rule beside the plain methods of the labelled set's README, on the same rows and in the same folds. */
@Tag("scale")
class BaselinesTest {
    private static final int READ = 6000;
    private static final double PENALTY = 20;

    private final Study study = study();
    private final List<JsonNode> rows = SharedRows.of("relevance/labelled.jsonl.gz");
    private final List<Example> examples = new ArrayList<>();
    private final List<Boolean> keyword = new ArrayList<>();

    private static Study study() {
        try {
            return StudyLoader.loadBuiltIn("russia-dprk-pact");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both parties and a word for a treaty anywhere, by the study's own lists. */
    private boolean holdsAllWords(String text, WordPatterns patterns, int lists) {
        Set<Integer> found = new HashSet<>();
        patterns.find(FoldedWords.of(text)).forEach(hit -> found.add(hit.group()));
        return found.size() == lists;
    }

    private void read() {
        RelevanceRule rule = RelevanceRule.of(study);
        List<List<String>> lists = new ArrayList<>();
        study.concepts().concepts().forEach(concept -> lists.add(concept.terms()));
        lists.add(study.relevance().evidence().stream()
                .filter(e -> e.role() == RelevanceModel.Role.ACT || e.role() == RelevanceModel.Role.WEAK)
                .flatMap(e -> e.terms().stream())
                .toList());
        WordPatterns patterns = new WordPatterns(lists);
        for (JsonNode row : rows) {
            examples.add(Example.of(
                    rule.score(SharedRows.article(row)),
                    row.get("grade").asInt(),
                    row.get("group").asText()));
            keyword.add(holdsAllWords(text(row), patterns, lists.size()));
        }
    }

    private static String text(JsonNode row) {
        return row.path("title").asText("") + "\n" + row.path("text").asText("");
    }

    @Test
    void theRuleIsBetterThanEachPlainMethodInTheSameFolds() {
        read();
        Map<String, List<Double>> methods = new TreeMap<>();
        methods.put("rule", Training.crossValidated(examples));
        methods.put("keywords", keyword.stream().map(k -> k ? 1.0 : 0.0).toList());
        List<String> texts = rows.stream()
                .map(BaselinesTest::text)
                .map(text -> text.substring(0, Math.min(READ, text.length())))
                .toList();
        put(methods, "words", logistic(TermVectors.ofWords(texts)));
        put(methods, "characters", logistic(TermVectors.ofCharacters(texts, 2, 4)));
        System.out.println(
                "method                               rows            n relevant  precision  recall     F1     AP");
        methods.forEach((method, scores) -> {
            print(method, "all rows", scores, row -> true);
            print(method, "real rows", scores, row -> !isOwnWriting(rows.get(row)));
            print(method, "own writing", scores, row -> isOwnWriting(rows.get(row)));
        });
        double[] ours = figures(methods.remove("rule"), row -> true);
        methods.forEach((method, scores) -> {
            double[] theirs = figures(scores, row -> true);
            assertThat(ours[2]).as("F1 against %s", method).isGreaterThan(theirs[2]);
            assertThat(ours[3]).as("average precision against %s", method).isGreaterThan(theirs[3]);
        });
    }

    private void put(Map<String, List<Double>> methods, String name, List<Double> scores) {
        methods.put("logistic regression, " + name, scores);
        methods.put(
                "the same AND keywords, " + name,
                IntStream.range(0, scores.size())
                        .mapToObj(i -> keyword.get(i) ? scores.get(i) : 0.0)
                        .toList());
    }

    private static boolean isOwnWriting(JsonNode row) {
        return row.path("source").asText().equals("own-writing");
    }

    private List<Double> logistic(TermVectors vectors) {
        Double[] scores = new Double[examples.size()];
        for (int fold = 0; fold < Training.FOLDS; fold++) {
            List<Integer> learned = new ArrayList<>();
            List<Integer> asked = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                (Training.fold(examples.get(i)) == fold ? asked : learned).add(i);
            }
            List<Boolean> labels =
                    learned.stream().map(i -> examples.get(i).relevant()).toList();
            List<Double> values = vectors.logistic(learned, labels, asked, PENALTY);
            for (int i = 0; i < asked.size(); i++) {
                scores[asked.get(i)] = 1 / (1 + Math.exp(-values.get(i)));
            }
        }
        return List.of(scores);
    }

    private double[] figures(List<Double> scores, IntPredicate of) {
        List<Forecast> forecasts = IntStream.range(0, scores.size())
                .filter(of)
                .mapToObj(i -> new Forecast(scores.get(i), examples.get(i).relevant(), "labelled", ""))
                .toList();
        double right = forecasts.stream()
                .filter(f -> f.happened() && f.probability() >= Relevance.CUT)
                .count();
        double found =
                forecasts.stream().filter(f -> f.probability() >= Relevance.CUT).count();
        double all = forecasts.stream().filter(Forecast::happened).count();
        double precision = right / found;
        double recall = right / all;
        return new double[] {
            precision,
            recall,
            2 * precision * recall / (precision + recall),
            ForecastScore.averagePrecision(forecasts),
            forecasts.size(),
            all
        };
    }

    private void print(String method, String part, List<Double> scores, IntPredicate of) {
        double[] f = figures(scores, of);
        System.out.printf(
                Locale.ROOT,
                "%-36s %-12s %4.0f %8.0f %10.3f %7.3f %7.3f %6.3f%n",
                method,
                part,
                f[4],
                f[5],
                f[0],
                f[1],
                f[2],
                f[3]);
    }
}
