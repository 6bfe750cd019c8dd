package org.pactlens.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pactlens.stats.OutletPair.Story;

/** What two outlets share and how they differ. */
class OutletPairTest {
    private static final OutletPair.Rule RULE = new OutletPair.Rule(3, 1000, 0.95);

    private final SortedMap<String, Story> a = new TreeMap<>();
    private final SortedMap<String, Story> b = new TreeMap<>();

    @Test
    void whoWasFirstIsCountedWhereBothTimesAreKnownAndDiffer() {
        a.put("1", story(100L, 1));
        b.put("1", story(160L, 1));
        a.put("2", story(200L, 1));
        b.put("2", story(200L, 1));
        a.put("3", story(null, 1));
        b.put("3", story(5L, 1));
        a.put("4", story(400L, 1));
        b.put("4", story(390L, 1));

        OutletPair pair = OutletPair.of(a, b, RULE, 1);

        assertThat(pair.shared()).isEqualTo(4);
        assertThat(pair.aFirst()).isEqualTo(1);
        assertThat(pair.bFirst()).isEqualTo(1);
        assertThat(pair.medianLagSeconds()).isEqualTo(0);
    }

    @Test
    void distanceLeavesSharedStoriesOut() {
        for (int i = 0; i < 3; i++) {
            a.put("a" + i, story(null, 1, 0));
            b.put("b" + i, story(null, 0, 1));
            a.put("s" + i, story(null, 1, 1));
            b.put("s" + i, story(null, 1, 1));
        }

        OutletPair pair = OutletPair.of(a, b, RULE, 1);

        assertThat(pair.distance()).isCloseTo(1.0, within(1e-12));
        assertThat(pair.interval()).isEqualTo(new Interval(1, 1));
        assertThat(pair.chance()).isBetween(0.2, 0.6);
    }

    @Test
    void tooFewStoriesOfTheirOwnGiveNoDistance() {
        a.put("a", story(null, 1));
        b.put("b", story(null, 1));

        assertThat(OutletPair.of(a, b, RULE, 1).distance()).isNull();
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        for (int i = 0; i < 9; i++) {
            a.put("a" + i, story(null, i % 3, 1));
            b.put("b" + i, story(null, 1, i % 4));
        }

        assertThat(OutletPair.of(a, b, RULE, 5)).isEqualTo(OutletPair.of(a, b, RULE, 5));
    }

    private static Story story(Long second, double... counts) {
        return new Story(second, counts);
    }
}
