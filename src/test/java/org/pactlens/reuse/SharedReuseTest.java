package org.pactlens.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.pactlens.text.Article;

/** Floors a little below what was measured with {@code score_reuse.py}; quotations here are those in marks alone. */
class SharedReuseTest {
    private static final Path SHARED = Path.of("..", "shared", "data", "framing");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<JsonNode> rows(String set, String file) {
        Path path = SHARED.resolve(set).resolve(file + ".jsonl.gz");
        Assumptions.assumeTrue(Files.isRegularFile(path), "needs " + path + ", which is not here");
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            List<JsonNode> rows = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows.add(JSON.readTree(line));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Traced> traced(String set) {
        List<Prepared> articles = new ArrayList<>();
        for (JsonNode row : rows(set, "articles")) {
            String time = row.path("published_at").textValue();
            Article article = new Article(
                    row.path("url").textValue(),
                    row.path("outlet").textValue(),
                    row.path("language").textValue(),
                    time == null ? null : Instant.parse(time),
                    null,
                    null,
                    List.of(),
                    row.path("text").textValue());
            articles.add(Stories.PREPARATION.prepare(article.url(), article, List.of()));
        }
        return Stories.trace(articles);
    }

    private static Map<String, JsonNode> gold(String set) {
        Map<String, JsonNode> gold = new HashMap<>();
        rows(set, "gold").forEach(row -> gold.put(row.path("url").textValue(), row));
        return gold;
    }

    /** F1 over all pairs but the unsure ones. */
    private static double pairs(Map<String, JsonNode> gold, Map<String, Traced> traced) {
        int want = 0;
        int found = 0;
        int hit = 0;
        for (JsonNode a : gold.values()) {
            Set<String> unsure = new HashSet<>();
            a.path("unsure_with").forEach(url -> unsure.add(url.textValue()));
            for (JsonNode b : gold.values()) {
                String one = a.path("url").textValue();
                String other = b.path("url").textValue();
                if (!one.equals(other) && !unsure.contains(other)) {
                    boolean same = a.path("cluster").equals(b.path("cluster"));
                    boolean ours =
                            traced.get(one).cluster().equals(traced.get(other).cluster());
                    want += same ? 1 : 0;
                    found += ours ? 1 : 0;
                    hit += same && ours ? 1 : 0;
                }
            }
        }
        return 2.0 * hit / (want + found);
    }

    @Test
    void realSyndicationIsTracedAndStoriesAreNotGlued() {
        Map<String, Traced> traced = traced("helsinki");
        assertThat(pairs(gold("helsinki"), traced)).isGreaterThan(0.98);
        double squares = traced.values().stream().mapToDouble(Traced::size).sum();
        assertThat(traced.size() * traced.size() / squares)
                .as("effective stories; the gold has 103")
                .isBetween(80.0, 110.0);
    }

    @Test
    void madeCopiesHaveTheirFamiliesRolesAndOrigins() {
        Map<String, JsonNode> gold = gold("made_reuse");
        Map<String, Traced> traced = traced("made_reuse");
        assertThat(pairs(gold, traced)).isGreaterThan(0.985);
        assertThat(share(gold, "role", url -> traced.get(url).role().name().toLowerCase(java.util.Locale.ROOT)))
                .isGreaterThan(0.95);
        assertThat(share(gold, "origin_url", url -> traced.get(url).originId())).isGreaterThan(0.94);
    }

    private static double share(
            Map<String, JsonNode> gold, String key, java.util.function.Function<String, String> ours) {
        List<String> known = gold.keySet().stream()
                .filter(url -> gold.get(url).path(key).isTextual())
                .toList();
        long right = known.stream()
                .filter(url -> gold.get(url).path(key).textValue().equals(ours.apply(url)))
                .count();
        return (double) right / known.size();
    }

    @Test
    void noFamilyMixesTwoEventsOfOneSort() {
        Map<String, JsonNode> gold = gold("ecbplus");
        Map<String, String> events = new HashMap<>();
        traced("ecbplus").values().forEach(one -> {
            String event = gold.get(one.id()).path("event").textValue();
            assertThat(events.putIfAbsent(one.cluster(), event)).as(one.id()).isIn(null, event);
        });
    }
}
