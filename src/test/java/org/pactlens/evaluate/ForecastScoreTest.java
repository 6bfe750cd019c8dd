package org.pactlens.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastScoreTest {
    private static Forecast forecast(double probability, boolean happened, String language) {
        return new Forecast(probability, happened, "", language);
    }

    /** The example of the manual of scikit-learn's average_precision_score: 0.83. */
    private static final List<Forecast> FOUR = List.of(
            forecast(0.1, false, "en"),
            forecast(0.4, false, "en"),
            forecast(0.35, true, "ru"),
            forecast(0.8, true, "ru"));

    @Test
    void averagePrecisionIsThatOfThePublishedExample() {
        assertThat(ForecastScore.averagePrecision(FOUR)).isCloseTo(5 / 6.0, within(1e-12));
    }

    @Test
    void equalProbabilitiesCountAtOnce() {
        List<Forecast> tied = List.of(forecast(0.5, false, ""), forecast(0.5, true, ""));
        assertThat(ForecastScore.averagePrecision(tied)).isEqualTo(0.5);
    }

    @Test
    void calibrationErrorIsTheMeanDistanceOfBands() {
        // Bands 0.1: |0.1 - 0|, 0.4: |0.4 - 0|, 0.3: |0.35 - 1|, 0.8: |0.8 - 1|, one forecast each.
        assertThat(ForecastScore.calibrationError(FOUR)).isCloseTo((0.1 + 0.4 + 0.65 + 0.2) / 4, within(1e-12));
    }

    @Test
    void aThresholdCountsFromItselfOn() {
        assertThat(figure("relevant_at_0.4", "precision")).isEqualTo(0.5);
        assertThat(figure("relevant_at_0.4", "recall")).isEqualTo(0.5);
        assertThat(figure("relevant_at_0.8", "precision")).isEqualTo(1);
    }

    @Test
    void aBandTellsItsMeanScoreAndTheShareThatCameTrue() {
        assertThat(figure("calibration_0.3", "mean_score")).isEqualTo(0.35);
        assertThat(figure("calibration_0.3", "share")).isEqualTo(1);
        assertThat(figure("calibration_0.4", "share")).isZero();
    }

    private static double figure(String measure, String name) {
        return ForecastScore.of(FOUR).stream()
                .filter(f -> f.section().equals(Section.ALL))
                .filter(f -> f.measure().equals(measure) && f.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void curvesStandForEachLanguageToo() {
        assertThat(ForecastScore.of(FOUR))
                .filteredOn(figure -> figure.measure().equals("relevant_at_0.5"))
                .extracting(figure -> figure.section().name())
                .contains("", "en", "ru");
    }

    @Test
    void figuresStandForAllAndForEachLanguage() {
        assertThat(ForecastScore.of(FOUR))
                .filteredOn(figure -> figure.measure().equals("average_precision"))
                .extracting(figure -> figure.section().name())
                .containsExactly("", "en", "ru");
    }
}
