package org.pactlens.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pactlens.stats.Contrast.Use;

/** Words that set a group apart. */
class ContrastTest {
    private static final Contrast.Rule RULE = new Contrast.Rule(5, 0.95, 0.05);

    private final SortedMap<String, Use> uses = new TreeMap<>();

    @Test
    void aWordOfTheGroupIsFoundAndACommonOneIsNot() {
        uses.put("pariah", new Use(40, 0));
        uses.put("treaty", new Use(50, 50));
        uses.put("partner", new Use(0, 40));
        for (int i = 0; i < 40; i++) {
            uses.put("word" + i, new Use(20, 20));
        }

        List<Contrast> found = Contrast.of(uses, RULE);

        assertThat(found).extracting(Contrast::term).containsExactly("pariah", "partner");
        assertThat(found.get(0).odds().delta()).isPositive();
        assertThat(found.get(1).odds().delta()).isNegative();
        assertThat(found).allSatisfy(c -> assertThat(c.significant()).isTrue());
    }

    @Test
    void aWordOfTooFewFamiliesIsLeftOut() {
        for (int i = 0; i < 40; i++) {
            uses.put("word" + i, new Use(20, 20));
        }
        uses.put("rare", new Use(4, 0));

        assertThat(Contrast.of(uses, RULE)).isEmpty();
        assertThat(Contrast.of(uses, new Contrast.Rule(4, 0.8, 1)))
                .as("the limit alone keeps it out")
                .extracting(Contrast::term)
                .contains("rare");
    }

    @Test
    void aWordAmongManyIsToldWithItsQAndNotCalledSignificant() {
        for (int i = 0; i < 400; i++) {
            uses.put("word" + i, new Use(10, 10));
        }
        uses.put("hint", new Use(12, 0));

        List<Contrast> found = Contrast.of(uses, RULE);

        assertThat(found).extracting(Contrast::term).containsExactly("hint");
        assertThat(found.get(0).q()).isGreaterThan(0.05);
        assertThat(found.get(0).significant()).isFalse();
    }

    @Test
    void aGroupWithoutOthersHasNoContrast() {
        uses.put("treaty", new Use(50, 0));

        assertThat(Contrast.of(uses, RULE)).isEmpty();
    }
}
