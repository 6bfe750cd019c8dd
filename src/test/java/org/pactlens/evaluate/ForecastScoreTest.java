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
        assertThat(ForecastScore.thresholds(FOUR))
                .contains(new ForecastScore.Threshold(0.4, 0.5, 0.5), new ForecastScore.Threshold(0.8, 1, 0.5));
    }

    @Test
    void figuresStandForAllAndForEachLanguage() {
        assertThat(ForecastScore.of(FOUR))
                .filteredOn(figure -> figure.measure().equals("average_precision"))
                .extracting(figure -> figure.section().name())
                .containsExactly("", "en", "ru");
    }
}
