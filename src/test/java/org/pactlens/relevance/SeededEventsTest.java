package org.pactlens.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pactlens.evaluate.Forecast;
import org.pactlens.evaluate.ForecastScore;
import org.pactlens.relevance.draft.Background;
import org.pactlens.relevance.draft.DraftFiles;
import org.pactlens.relevance.draft.StudyDraft;
import org.pactlens.sample.SampleCrawl;
import org.pactlens.study.Study;
import org.pactlens.study.StudyFiles;
import org.pactlens.study.StudyLoader;
import org.pactlens.text.Article;

/**
 * The method on events that it was not made for: each event of ECB+ (Cybulska and Vossen, LREC 2014) against its twin,
 * by a study drafted from one article about it and three about the twin. Nobody edits the draft.
 */
@Tag("scale")
class SeededEventsTest {
    private static final int AGAINST = 3;
    private static final int DRAWS = 3;
    private static final double FLOOR = .98;

    private final StudyFiles files = StudyLoader.builtIn("russia-dprk-pact");
    private final Background background = background();
    private final List<Article> articles = new ArrayList<>();
    private final Map<String, List<Integer>> events = new TreeMap<>();
    private final Map<String, String> twins = new HashMap<>();

    private Background background() {
        try {
            return Background.of(SampleCrawl.articles(), StudyLoader.load(files));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        Map<String, String> eventOf = new HashMap<>();
        Map<Integer, List<String>> topics = new TreeMap<>();
        for (JsonNode gold : SharedRows.of("framing/ecbplus/gold.jsonl.gz")) {
            String event = gold.get("event").asText();
            eventOf.put(gold.get("url").asText(), event);
            List<String> topic = topics.computeIfAbsent(gold.get("topic").asInt(), t -> new ArrayList<>());
            if (!topic.contains(event)) {
                topic.add(event);
            }
        }
        for (JsonNode row : SharedRows.of("framing/ecbplus/articles.jsonl.gz")) {
            events.computeIfAbsent(eventOf.get(row.get("url").asText()), e -> new ArrayList<>())
                    .add(articles.size());
            articles.add(SharedRows.article(row));
        }
        topics.values().forEach(pair -> {
            twins.put(pair.get(0), pair.get(1));
            twins.put(pair.get(1), pair.get(0));
        });
    }

    @Test
    void aDraftOfOneSeedAndThreeOthersTellsEachEventFromItsTwin() throws IOException {
        read();
        TermVectors words =
                TermVectors.ofWords(articles.stream().map(Article::text).toList());
        Map<String, double[]> byEvent = new TreeMap<>();
        for (int draw = 1; draw <= DRAWS; draw++) {
            for (String event : events.keySet()) {
                double[] found = averagePrecisions(event, new Random(draw), words);
                double[] sum = byEvent.computeIfAbsent(event, e -> new double[found.length]);
                for (int i = 0; i < found.length; i++) {
                    sum[i] += found[i] / DRAWS;
                }
            }
        }
        double ours = mean(byEvent, 0);
        double baseline = mean(byEvent, 1);
        double[] interval = interval(byEvent);
        System.out.printf(
                Locale.ROOT,
                "ECB+, %d events, %d draws of seeds: average precision %.4f (95 %% by topic %.4f to %.4f), tf-idf cosine"
                        + " %.4f%nbelow .98: %s%n",
                events.size(),
                DRAWS,
                ours,
                interval[0],
                interval[1],
                baseline,
                byEvent.entrySet().stream()
                        .filter(e -> e.getValue()[0] < .98)
                        .map(e -> String.format(Locale.ROOT, "%s %.3f", e.getKey(), e.getValue()[0]))
                        .collect(Collectors.joining(", ")));
        assertThat(ours).isGreaterThan(FLOOR);
    }

    /** Of the draft, then of the cosine to the seed less the mean cosine to the others. */
    private double[] averagePrecisions(String event, Random random, TermVectors words) throws IOException {
        List<Integer> own = shuffled(event, random);
        List<Integer> other = shuffled(twins.get(event), random);
        int seed = own.get(0);
        List<Integer> against = other.subList(0, AGAINST);
        RelevanceRule rule = RelevanceRule.of(study(seed, against));
        List<Forecast> drafted = new ArrayList<>();
        List<Forecast> plain = new ArrayList<>();
        List<Integer> asked = new ArrayList<>(own.subList(1, own.size()));
        asked.addAll(other.subList(AGAINST, other.size()));
        for (int row : asked) {
            boolean about = own.contains(row);
            drafted.add(new Forecast(rule.score(articles.get(row)).score(), about, event, "en"));
            double cosine = words.cosine(row, seed)
                    - against.stream()
                            .mapToDouble(a -> words.cosine(row, a))
                            .average()
                            .orElseThrow();
            plain.add(new Forecast((cosine + 1) / 2, about, event, "en"));
        }
        return new double[] {ForecastScore.averagePrecision(drafted), ForecastScore.averagePrecision(plain)};
    }

    private List<Integer> shuffled(String event, Random random) {
        List<Integer> rows = new ArrayList<>(events.get(event));
        Collections.shuffle(rows, random);
        return rows;
    }

    private Study study(int seed, List<Integer> against) throws IOException {
        StudyDraft draft = StudyDraft.of(
                List.of(articles.get(seed)), against.stream().map(articles::get).toList(), background);
        String from;
        try (var in = files.open("study.yaml").orElseThrow()) {
            from = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, String> drafted = DraftFiles.of(draft, "drafted", from);
        return StudyLoader.load(name -> drafted.containsKey(name)
                ? Optional.of(new ByteArrayInputStream(drafted.get(name).getBytes(StandardCharsets.UTF_8)))
                : files.open(name));
    }

    private static double mean(Map<String, double[]> byEvent, int which) {
        return byEvent.values().stream().mapToDouble(v -> v[which]).average().orElseThrow();
    }

    /** Percentiles of the mean over topics drawn with replacement: the two events of a topic are not independent. */
    private static double[] interval(Map<String, double[]> byEvent) {
        Map<String, List<Double>> byTopic = new TreeMap<>();
        byEvent.forEach((event, v) -> byTopic.computeIfAbsent(event.split("-", 2)[0], t -> new ArrayList<>())
                .add(v[0]));
        List<List<Double>> topics = List.copyOf(byTopic.values());
        Random random = new Random(20240619);
        double[] means = random.ints(1000, 0, Integer.MAX_VALUE)
                .mapToDouble(i -> random.ints(topics.size(), 0, topics.size())
                        .boxed()
                        .flatMap(t -> topics.get(t).stream())
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
        return new double[] {means[25], means[974]};
    }
}
