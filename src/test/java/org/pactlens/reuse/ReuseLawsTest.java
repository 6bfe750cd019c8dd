package org.pactlens.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pactlens.reuse.Stories.paragraphs;
import static org.pactlens.reuse.Stories.prepared;
import static org.pactlens.reuse.Stories.sentence;
import static org.pactlens.reuse.Stories.text;
import static org.pactlens.reuse.Stories.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReuseLawsTest {
    /** A small corpus: stories and their copies, cut and mixed at random, some without a time. */
    private static List<Prepared> corpus(long seed) {
        Random random = new Random(seed);
        List<Prepared> corpus = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            List<String> text = paragraphs(random.nextInt(4), 6);
            text = text.subList(0, 1 + random.nextInt(6));
            if (random.nextBoolean()) {
                text.addAll(paragraphs(random.nextInt(4), 1 + random.nextInt(3)));
            }
            String time = random.nextInt(4) == 0 ? null : "1" + random.nextInt(10) + ":00";
            corpus.add(prepared("d" + i, "o" + random.nextInt(5) + ".example", time, String.join("\n\n", text)));
        }
        return corpus;
    }

    @Property(tries = 25)
    void theOrderOfArticlesChangesNothing(@ForAll @IntRange(max = 100_000) int seed) {
        List<Prepared> corpus = corpus(seed);
        Map<String, Traced> traced = trace(corpus);
        Collections.shuffle(corpus, new Random(seed));
        assertThat(trace(corpus)).isEqualTo(traced);
    }

    @Property(tries = 25)
    void sharesLieBetweenZeroAndOneAndALinkIsTheSameFromBothSides(@ForAll @IntRange(max = 100_000) int seed) {
        List<Prepared> corpus = corpus(seed);
        Comparison comparison = Comparison.of(Stories.STUDY.settings().reuse());
        for (Prepared one : corpus) {
            for (Prepared other : corpus) {
                if (!one.id().equals(other.id())) {
                    assertThat(comparison.verify(one, other)).isEqualTo(comparison.verify(other, one));
                    comparison.verify(one, other).ifPresent(link -> {
                        assertThat(link.sourceShare()).isBetween(0.0, 1.0);
                        assertThat(link.targetShare()).isBetween(0.0, 1.0);
                    });
                }
            }
        }
        assertThat(trace(corpus).values())
                .allSatisfy(t -> assertThat(t.containment()).isBetween(0.0, 1.0));
    }

    @Property(tries = 25)
    void anIdenticalTextIsAVerbatimCopyInOneFamily(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 8) int paragraphs) {
        Map<String, Traced> traced = trace(
                prepared("a", "a.example", "10:00", text(seed, paragraphs)),
                prepared("b", "b.example", "11:00", text(seed, paragraphs)));
        assertThat(traced.get("b").role()).isEqualTo(Traced.Role.VERBATIM);
        assertThat(traced.get("b").cluster()).isEqualTo(traced.get("a").cluster());
    }

    @Property(tries = 25)
    void sharingOnlyAQuotedPassageKeepsArticlesApart(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 5, max = 200) int words) {
        String said = "\n\n“" + sentence(seed + 500_000L, words) + "”\n\n";
        Map<String, Traced> traced = trace(
                prepared("a", "a.example", "10:00", text(seed, 2) + said + text(seed + 200_001L, 1)),
                prepared("b", "b.example", "11:00", text(seed + 100_001L, 2) + said));
        assertThat(traced.get("a").cluster()).isNotEqualTo(traced.get("b").cluster());
    }

    @Property(tries = 10)
    void everyArticleIsInExactlyOneFamilyThatCountsIt(@ForAll @IntRange(max = 100_000) int seed) {
        List<Prepared> corpus = corpus(seed);
        Map<String, Traced> traced = trace(corpus);
        assertThat(traced).hasSameSizeAs(corpus);
        traced.values()
                .forEach(one -> assertThat(traced.values().stream()
                                .filter(other -> other.cluster().equals(one.cluster())))
                        .hasSize(one.size()));
    }
}
