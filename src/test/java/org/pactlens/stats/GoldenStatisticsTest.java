package org.pactlens.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every formula against values that numpy, scipy, statsmodels and the papers give; they have 10 digits. */
class GoldenStatisticsTest {
    private static final Offset<Double> EXACT = within(1e-8);

    private static JsonNode golden;

    @BeforeAll
    static void load() throws IOException {
        Path file = Path.of("..", "shared", "data", "framing", "golden_statistics.json");
        Assumptions.assumeTrue(Files.isRegularFile(file), "needs " + file + ", which is not here");
        golden = new ObjectMapper().readTree(file.toFile()).get("values");
    }

    private static JsonNode value(String id) {
        for (JsonNode value : golden) {
            if (value.get("id").asText().equals(id)) {
                return value;
            }
        }
        throw new IllegalStateException("no golden value " + id);
    }

    private static double expected(String id, String key) {
        return value(id).get("expected").get(key).asDouble();
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static Families families(String id) {
        List<List<Boolean>> families = new ArrayList<>();
        value(id)
                .get("inputs")
                .get("families")
                .forEach(f -> families.add(
                        Arrays.stream(numbers(f)).mapToObj(y -> y == 1).toList()));
        return Families.of(families);
    }

    @Test
    void normalQuantile() {
        assertThat(Shares.z(0.95)).isCloseTo(expected("z", "z"), EXACT);
    }

    @Test
    void sharesAndEffectiveNumbers() {
        String id = "shares_and_effective_n";
        Families cell = families(id);
        assertThat(cell.articles()).isEqualTo((int) expected(id, "articles"));
        assertThat(cell.count()).isEqualTo((int) expected(id, "families"));
        assertThat(cell.shareByArticle()).isCloseTo(expected(id, "share_by_article"), EXACT);
        assertThat(cell.shareByStory()).isCloseTo(expected(id, "share_by_story"), EXACT);
        assertThat(cell.effectiveArticles()).isCloseTo(expected(id, "n_eff_by_article"), EXACT);
        assertThat(cell.designEffect(0.6)).isCloseTo(expected(id, "deff_rho_0.6"), EXACT);
        assertThat(cell.articles() / cell.designEffect(0.6)).isCloseTo(expected(id, "n_eff_rho_0.6"), EXACT);
    }

    @Test
    void effectiveNumberForWeights() {
        double[] weights = numbers(value("kish_weights").get("inputs").get("weights"));
        assertThat(Families.effectiveWeights(weights)).isCloseTo(expected("kish_weights", "n_eff"), EXACT);
    }

    @Test
    void likenessWithinFamilies() {
        assertThat(families("intraclass_rho").rho()).isCloseTo(expected("intraclass_rho", "rho"), EXACT);
    }

    @Test
    void wilsonIntervals() {
        for (JsonNode c : value("wilson").get("expected").get("cases")) {
            double n = c.get("n").asDouble();
            Interval interval = Shares.wilson(c.get("successes").asDouble() / n, n, 0.95);
            assertThat(interval.low()).as(c.toString()).isCloseTo(c.get("low").asDouble(), EXACT);
            assertThat(interval.high()).as(c.toString()).isCloseTo(c.get("high").asDouble(), EXACT);
        }
    }

    @Test
    void newcombeIntervals() {
        for (JsonNode c : value("newcombe").get("expected").get("cases")) {
            double n1 = c.get("n1").asDouble();
            double n2 = c.get("n2").asDouble();
            Interval interval =
                    Shares.newcombe(c.get("x1").asDouble() / n1, n1, c.get("x2").asDouble() / n2, n2, 0.95);
            assertThat(interval.low()).as(c.toString()).isCloseTo(c.get("low").asDouble(), EXACT);
            assertThat(interval.high()).as(c.toString()).isCloseTo(c.get("high").asDouble(), EXACT);
        }
    }

    @Test
    void adjustedPValues() {
        for (JsonNode c : value("benjamini_hochberg").get("expected").get("cases")) {
            assertThat(FalseDiscovery.q(numbers(c.get("p")))).containsExactly(numbers(c.get("q")), EXACT);
        }
    }

    @Test
    void smallOutletsAreDrawnTowardsTheirGroup() {
        JsonNode golden = value("empirical_bayes_beta_binomial");
        double[] k = numbers(golden.get("inputs").get("k"));
        double[] n = numbers(golden.get("inputs").get("n"));
        SmallOutlets prior = SmallOutlets.fit(k, n);
        // The optimum is flat: parameters agree to 5 digits, posteriors to 6.
        assertThat(prior.alpha()).isCloseTo(golden.get("expected").get("alpha").asDouble(), within(1e-5));
        assertThat(prior.beta()).isCloseTo(golden.get("expected").get("beta").asDouble(), within(1e-5));
        for (JsonNode c : golden.get("expected").get("posteriors")) {
            var posterior = prior.posterior(c.get("k").asDouble(), c.get("n").asDouble(), 0.95);
            assertThat(posterior.mean()).isCloseTo(c.get("mean").asDouble(), within(1e-6));
            assertThat(posterior.interval().low()).isCloseTo(c.get("low").asDouble(), within(1e-6));
            assertThat(posterior.interval().high()).isCloseTo(c.get("high").asDouble(), within(1e-6));
        }
    }

    @Test
    void outletsMoreAlikeThanChanceMeetTheCap() {
        double[] n =
                numbers(value("empirical_bayes_beta_binomial").get("inputs").get("n"));
        SmallOutlets prior = SmallOutlets.fit(new double[] {1, 3, 0, 12, 7, 20, 2, 9}, n);
        assertThat(prior.alpha() + prior.beta()).isBetween(100.0, SmallOutlets.LARGEST_SUM);
    }

    @Test
    void sharesCorrectedForCoderError() {
        for (JsonNode c : value("rogan_gladen").get("expected").get("cases")) {
            var quality = new CoderError.Quality(
                    c.get("sensitivity").asDouble(),
                    c.get("n_sensitivity").asInt(),
                    c.get("specificity").asDouble(),
                    c.get("n_specificity").asInt());
            var corrected = CoderError.correct(
                            c.get("share_coded").asDouble(), c.get("n").asDouble(), quality, 20, 0.2, 0.95)
                    .orElseThrow();
            assertThat(corrected.share()).isCloseTo(c.get("corrected").asDouble(), EXACT);
            assertThat(corrected.standardError())
                    .isCloseTo(c.get("standard_error").asDouble(), EXACT);
            assertThat(corrected.interval().low()).isCloseTo(c.get("low").asDouble(), EXACT);
            double[] reported = numbers(c.get("reported"));
            assertThat(new double[] {
                        corrected.shown(),
                        corrected.shownInterval().low(),
                        corrected.shownInterval().high()
                    })
                    .containsExactly(reported, EXACT);
        }
    }

    @Test
    void distanceOfProfiles() {
        JsonNode inputs = value("jensen_shannon").get("inputs");
        double distance = Profiles.distance(numbers(inputs.get("p_counts")), numbers(inputs.get("q_counts")));
        assertThat(distance).isCloseTo(expected("jensen_shannon", "distance"), EXACT);
        assertThat(distance * distance).isCloseTo(expected("jensen_shannon", "divergence"), EXACT);
    }

    @Test
    void bootstrapDrawsWholeFamilies() {
        JsonNode inputs = value("jensen_shannon").get("inputs");
        List<double[]> first = counts(inputs.get("families_a"));
        List<double[]> second = counts(inputs.get("families_b"));
        double[] distances = new double[4];
        for (int i = 0; i < 4; i++) {
            int[] drawFirst = Arrays.stream(numbers(inputs.get("draws_a").get(i)))
                    .mapToInt(d -> (int) d)
                    .toArray();
            int[] drawSecond = Arrays.stream(numbers(inputs.get("draws_b").get(i)))
                    .mapToInt(d -> (int) d)
                    .toArray();
            distances[i] = Profiles.distance(Profiles.sum(first, drawFirst), Profiles.sum(second, drawSecond));
        }
        assertThat(distances)
                .containsExactly(numbers(value("jensen_shannon").get("expected").get("distances_of_the_draws")), EXACT);
        assertThat(Profiles.percentile(distances, 0.025))
                .isCloseTo(expected("jensen_shannon", "percentile_2.5"), EXACT);
        assertThat(Profiles.percentile(distances, 0.975))
                .isCloseTo(expected("jensen_shannon", "percentile_97.5"), EXACT);
    }

    private static List<double[]> counts(JsonNode families) {
        List<double[]> counts = new ArrayList<>();
        families.forEach(f -> counts.add(numbers(f)));
        return counts;
    }

    @Test
    void wordsThatSetGroupsApart() {
        JsonNode golden = value("log_odds_dirichlet");
        double[] y1 = numbers(golden.get("inputs").get("y1"));
        double[] y2 = numbers(golden.get("inputs").get("y2"));
        double[] background = numbers(golden.get("inputs").get("background"));
        double a0 = golden.get("inputs").get("a0").asDouble();
        for (int w = 0; w < y1.length; w++) {
            double prior = a0 * background[w] / Arrays.stream(background).sum();
            LogOdds odds = LogOdds.of(
                    y1[w], Arrays.stream(y1).sum(), y2[w], Arrays.stream(y2).sum(), prior, a0);
            assertThat(odds.delta())
                    .isCloseTo(golden.get("expected").get("delta").get(w).asDouble(), EXACT);
            assertThat(odds.variance())
                    .isCloseTo(golden.get("expected").get("variance").get(w).asDouble(), EXACT);
            assertThat(odds.z())
                    .isCloseTo(golden.get("expected").get("z").get(w).asDouble(), EXACT);
        }
    }

    @Test
    void agreementOfCoders() {
        List<List<Double>> units =
                units(value("krippendorff_alpha").get("inputs").get("coders_by_units"));
        assertThat(Agreement.alpha(units, Agreement.Level.NOMINAL))
                .isCloseTo(expected("krippendorff_alpha", "nominal"), EXACT);
        assertThat(Agreement.alpha(units, Agreement.Level.ORDINAL))
                .isCloseTo(expected("krippendorff_alpha", "ordinal"), EXACT);
        assertThat(Agreement.alpha(units, Agreement.Level.INTERVAL))
                .isCloseTo(expected("krippendorff_alpha", "interval"), EXACT);
        assertThat(Agreement.alpha(
                        units(value("krippendorff_alpha").get("inputs").get("binary")), Agreement.Level.NOMINAL))
                .isCloseTo(expected("krippendorff_alpha", "binary_nominal"), EXACT);
    }

    private static List<List<Double>> units(JsonNode coders) {
        List<List<Double>> units = new ArrayList<>();
        for (int unit = 0; unit < coders.get(0).size(); unit++) {
            List<Double> codes = new ArrayList<>();
            for (JsonNode coder : coders) {
                codes.add(coder.get(unit).isNull() ? null : coder.get(unit).asDouble());
            }
            units.add(codes);
        }
        return units;
    }

    @Test
    void howMuchWasMissed() {
        for (JsonNode c : value("chapman").get("expected").get("cases")) {
            CaptureRecapture found = CaptureRecapture.of(
                    c.get("first").asDouble(),
                    c.get("second").asDouble(),
                    c.get("both").asDouble(),
                    0.95);
            assertThat(found.estimate()).isCloseTo(c.get("estimate").asDouble(), within(1e-6));
            assertThat(found.variance()).isCloseTo(c.get("variance").asDouble(), within(1e-6));
            assertThat(found.interval().low()).isCloseTo(c.get("low_log").asDouble(), within(1e-6));
            assertThat(found.interval().high()).isCloseTo(c.get("high_log").asDouble(), within(1e-6));
        }
    }
}
