package org.pactlens.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.pactlens.stats.CellShare.Thresholds;
import org.pactlens.stats.CellShare.WhyNot;

/** Published examples, and laws that hold for all values. */
class PublishedExamplesTest {
    private static final Thresholds STUDY = new Thresholds(5, 20, 0.95);

    /** Newcombe 1998, table II, case (a): 56/70 against 48/80. */
    @Test
    void newcombesFirstCase() {
        Interval interval = Shares.newcombe(56.0 / 70, 70, 48.0 / 80, 80, 0.95);
        assertThat(interval.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3339, within(5e-5));
    }

    /** Benjamini and Hochberg 1995: 4 of 15 are rejected at 0.05. */
    @Test
    void benjaminiAndHochbergsExample() {
        double[] q = FalseDiscovery.q(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
                0.759, 1.0);
        assertThat(java.util.Arrays.stream(q).filter(x -> x <= 0.05).count()).isEqualTo(4);
    }

    @Property
    void wilsonHoldsTheShareAndStaysWithinTheUnit(
            @ForAll @DoubleRange(min = 0, max = 1) double share, @ForAll @DoubleRange(min = 0.5, max = 1e6) double n) {
        Interval interval = Shares.wilson(share, n, 0.95);
        assertThat(interval.low()).isBetween(0.0, share + 1e-12);
        assertThat(interval.high()).isBetween(share - 1e-12, 1.0);
    }

    @Property
    void moreStoriesNarrowTheInterval(
            @ForAll @DoubleRange(min = 0, max = 1) double share, @ForAll @DoubleRange(min = 1, max = 1e4) double n) {
        Interval few = Shares.wilson(share, n, 0.95);
        Interval many = Shares.wilson(share, 2 * n, 0.95);
        assertThat(many.high() - many.low()).isLessThanOrEqualTo(few.high() - few.low() + 1e-12);
    }

    @Property
    void effectiveArticlesLieBetweenOneAndAll(@ForAll @NotEmpty List<@NotEmpty List<Boolean>> families) {
        Families cell = Families.of(families);
        assertThat(cell.effectiveArticles()).isBetween(1 - 1e-9, cell.articles() + 1e-9);
        assertThat(cell.rho()).isBetween(0.0, 1.0);
        assertThat(cell.shareByStory()).isBetween(0.0, 1.0 + 1e-12);
    }

    @Test
    void oneStoryCopiedTenTimesIsOneStory() {
        Families cell = Families.of(List.of(java.util.Collections.nCopies(10, true), List.of(false)));
        assertThat(cell.shareByStory()).isEqualTo(0.5);
        assertThat(cell.effectiveArticles()).isCloseTo(121.0 / 101, within(1e-12));
    }

    @Test
    void fewerThanFiveStoriesGiveNoShare() {
        CellShare share = CellShare.of(Families.of(List.of(List.of(true), List.of(false, true))), STUDY);
        assertThat(share.share()).isNull();
        assertThat(share.whyNot()).isEqualTo(WhyNot.TOO_FEW_STORIES);
        assertThat(share.articles()).isEqualTo(3);
    }

    @Test
    void fiveStoriesGiveAMarkedShare() {
        CellShare share = CellShare.of(Families.of(java.util.Collections.nCopies(5, List.of(true))), STUDY);
        assertThat(share.share()).isEqualTo(1.0);
        assertThat(share.publishable()).isFalse();
        assertThat(share.whyNot()).isEqualTo(WhyNot.FEW_STORIES);
    }

    @Test
    void twentyStoriesGiveAPublishableShare() {
        CellShare share = CellShare.of(Families.of(java.util.Collections.nCopies(20, List.of(false))), STUDY);
        assertThat(share.publishable()).isTrue();
        assertThat(share.whyNot()).isNull();
        assertThat(share.interval().low()).isZero();
    }

    @Test
    void aCoderKnownFromFewCasesCorrectsNothing() {
        var quality = new CoderError.Quality(0.9, 19, 0.9, 100);
        assertThat(CoderError.correct(0.3, 100, quality, 20, 0.2, 0.95)).isEmpty();
    }

    @Test
    void equalSharesHaveAPValueOfOne() {
        assertThat(Shares.differenceP(0.4, 50, 0.4, 80)).isCloseTo(1, within(1e-12));
        assertThat(Shares.differenceP(0, 50, 0, 80)).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameBootstrap() {
        List<double[]> a = List.of(new double[] {3, 0, 1}, new double[] {0, 2, 0}, new double[] {1, 1, 1});
        List<double[]> b = List.of(new double[] {0, 3, 1}, new double[] {1, 1, 0});
        assertThat(Profiles.bootstrap(a, b, 200, 7, 0.95)).isEqualTo(Profiles.bootstrap(a, b, 200, 7, 0.95));
    }
}
