package org.pactlens.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shares of outlets, each against the others. */
class OutletSharesTest {
    private static final OutletShares.Rule RULE = new OutletShares.Rule(new CellShare.Thresholds(5, 20, 0.95), 8);

    private final List<OutletShares.Article> articles = new ArrayList<>();

    private void add(String outlet, int stories, int withCode) {
        for (int i = 0; i < stories; i++) {
            articles.add(article(outlet, outlet + i, i < withCode));
        }
    }

    private static OutletShares.Article article(String outlet, String family, boolean has) {
        return new OutletShares.Article(outlet, "private", family, has ? Set.of("threat") : Set.of());
    }

    private OutletShares.Cell cell(String outlet) {
        return new OutletShares(articles, RULE)
                .cells("threat").stream()
                        .filter(c -> c.outlet().equals(outlet))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void differenceAndIntervalAreThoseOfNewcombesPaper() {
        // Newcombe 1998, table II, example (a): 56/70 less 48/80, method 10.
        add("a", 70, 56);
        add("b", 80, 48);

        OutletShares.Baseline baseline = cell("a").baseline();

        assertThat(baseline.share()).isCloseTo(0.6, within(1e-12));
        assertThat(baseline.difference()).isCloseTo(0.2, within(1e-12));
        assertThat(baseline.interval().low()).isCloseTo(0.0524, within(1e-4));
        assertThat(baseline.interval().high()).isCloseTo(0.3339, within(1e-4));
    }

    @Test
    void familiesThatBothSidesHaveAreLeftOutOfTheComparison() {
        add("a", 10, 10);
        add("b", 10, 0);
        for (int i = 0; i < 50; i++) {
            articles.add(article("a", "wire" + i, true));
            articles.add(article("b", "wire" + i, true));
        }

        assertThat(cell("a").baseline().families()).isEqualTo(10);
        assertThat(cell("a").baseline().difference()).isEqualTo(1.0);
        assertThat(cell("a").share().families())
                .as("its share still counts them")
                .isEqualTo(60);
    }

    @Test
    void tooFewStoriesOnEitherSideGiveNoDifference() {
        add("a", 20, 10);
        add("b", 4, 1);

        assertThat(cell("a").baseline()).isEqualTo(new OutletShares.Baseline(null, 4, null, null, null));
        assertThat(cell("b").baseline().p()).isNull();
    }

    @Test
    void outletsAreSmoothedFromTheEighthOfTheirGroupOn() {
        for (int i = 0; i < 7; i++) {
            add("o" + i, 10, i);
        }
        assertThat(cell("o0").smoothed()).isNull();

        add("o7", 10, 7);

        assertThat(cell("o0").smoothed().mean()).isBetween(0.0, 0.35);
        assertThat(cell("o7").smoothed().mean()).as("drawn to the others").isLessThan(0.7);
    }

    @Test
    void orderOfArticlesChangesNothing() {
        add("a", 23, 7);
        add("b", 31, 20);
        articles.add(article("a", "b3", true));
        List<OutletShares.Cell> before = new OutletShares(articles, RULE).cells("threat");

        Collections.shuffle(articles, new Random(7));

        assertThat(new OutletShares(articles, RULE).cells("threat")).isEqualTo(before);
    }
}
