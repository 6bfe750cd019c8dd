package org.pactlens.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.pactlens.evaluate.Figures.rows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pactlens.UserError;

class QuotationScoreTest {
    private static Figures score(Set<String> kinds, boolean marked, String gold, String found) {
        return Figures.quotations(
                kinds,
                marked,
                rows("{'url': 'u', 'quotations': [" + gold + "]}"),
                rows("{'url': 'u', 'quotations': [" + found + "]}"));
    }

    private static Figures score(String gold, String found) {
        return score(Set.of(), false, gold, found);
    }

    @Test
    void spansArePairedByHalfOfTheirUnionAndSpeakersAreScoredAmongPairs() {
        Figures figures = score(
                "{'start': 0, 'end': 10, 'kind': 'direct', 'speaker': 'the minister Anna Smith, 50'},"
                        + "{'start': 20, 'end': 40, 'kind': 'indirect', 'speaker': 'Bo Lee'},"
                        + "{'start': 50, 'end': 60, 'kind': 'direct', 'speaker': 'She'}",
                "{'start': 1, 'end': 9, 'speaker': 'Smith', 'confidence': 0.95},"
                        + "{'start': 35, 'end': 48, 'speaker': 'Lee', 'confidence': 0.2},"
                        + "{'start': 50, 'end': 60, 'speaker': 'Smith', 'confidence': 0.9},"
                        + "{'start': 70, 'end': 80}");
        figures.value("", "detection", "precision").isEqualTo(.5);
        figures.value("", "detection", "recall").isCloseTo(2 / 3., within(1e-15));
        figures.value("", "found indirect", "recall").isEqualTo(0);
        figures.value("", "found direct", "recall").isEqualTo(1);
        assertThat(figures.figure("", "speaker", "right").n())
                .as("she is no name")
                .isOne();
        figures.value("", "speaker", "right").isEqualTo(1);
        figures.value("", "attribution", "recall").isEqualTo(.5);
        figures.value("", "unscored", "pronoun_pairs").isEqualTo(1);
        figures.value("", "confidence 0.9-1.0", "found").isEqualTo(2);
        figures.value("", "confidence 0.0-0.5", "paired").isEqualTo(0);
        figures.value("", "confidence none", "found").isEqualTo(1);
        // Gold 40 characters, found 41; common 8, 5 and 10.
        figures.value("", "characters", "precision").isCloseTo(23 / 41., within(1e-15));
        figures.value("", "characters", "recall").isCloseTo(23 / 40., within(1e-15));
    }

    @Test
    void marksAndWhiteSpaceAtTheEndsDoNotCount() {
        Figures figures = score("{'start': 0, 'end': 6, 'text': '“ ab.”'}", "{'start': 2, 'end': 4, 'text': 'ab'}");
        figures.value("", "characters", "f1").isEqualTo(1);
    }

    @Test
    void furtherPiecesOfAFoundQuotationAreNotWrong() {
        Figures figures = score(
                "{'start': 0, 'end': 40, 'spans': [[0, 10], [30, 40]]}",
                "{'start': 0, 'end': 10}, {'start': 30, 'end': 40}");
        figures.value("", "detection", "f1").isEqualTo(1);
        figures.value("", "characters", "f1").isEqualTo(1);
    }

    @Test
    void markedWordsFindAMixedQuotationWhereThatIsAsked() {
        String gold = "{'start': 0, 'end': 60, 'kind': 'mixed', 'marked': [[20, 30]]}";
        String found = "{'start': 20, 'end': 30, 'kind': 'mixed'}";
        score(gold, found).value("", "detection", "f1").isEqualTo(0);
        score(Set.of(), true, gold, found).value("", "detection", "f1").isEqualTo(1);
    }

    @Test
    void otherKindsNeitherHelpNorHarm() {
        String gold = "{'start': 0, 'end': 10, 'kind': 'direct'}, {'start': 20, 'end': 30, 'kind': 'indirect'}";
        String found =
                "{'start': 0, 'end': 10}, {'start': 20, 'end': 30}, {'start': 40, 'end': 50, 'kind': 'indirect'}";
        Figures figures = score(Set.of("direct"), false, gold, found);
        figures.value("", "detection", "f1").isEqualTo(1);
        figures.value("", "characters", "f1").isEqualTo(1);
    }

    @Test
    void aKindThatTheGoldLacksIsAUserError() {
        assertThatThrownBy(() -> score(Set.of("mixd"), false, "{'start': 0, 'end': 1, 'kind': 'mixed'}", ""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--kinds mixd")
                .hasMessageContaining("Its kinds are mixed");
    }

    @Test
    void whereNothingIsToBeFoundAndNothingWasFoundThereIsNoFigure() {
        score("", "").value("", "detection", "f1").isNaN();
        score("", "{'start': 0, 'end': 1}").value("", "detection", "recall").isEqualTo(0);
    }

    /** The rules of the referee, each with a near miss. */
    @ParameterizedTest
    @CsvSource({
        "Anna Smith, Smith, true",
        "Smith, Smyth, false",
        "Anna Smith, Anna Jones, false",
        "the foreign ministry, Ministry, true",
        "Smith’s, Smith, true",
        "'Smith, who left', Smith, true",
        "Bo Lee of Seoul, Bo Lee, true",
        "Иванова, Иванов, true",
        "Иван, Иов, false",
        "Bo Lee Park, Lee Bo, true",
        "senior official, official Anna, false",
        "田中一郎, 田中一郎外相, true",
        "田中一郎, 山本, false",
        "'', Smith, false"
    })
    void speakersAreTheSameByTheirNamingWords(String gold, String found, boolean same) {
        assertThat(Speakers.same(gold, found)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"She, true", "Она, true", "we all, false", "'', false", "Її, false", "ÉL, true"})
    void pronounsAreNoNames(String speaker, boolean pronoun) {
        assertThat(Speakers.isPronoun(speaker)).isEqualTo(pronoun);
    }
}
