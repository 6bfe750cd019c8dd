package org.pactlens.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pactlens.stats.Interval;

/** What must be as in Python: its random numbers and its folding of texts. Expected values are CPython 3.11's. */
class RefereeRulesTest {
    /** {@code r = random.Random(20240619); [r.randrange(7) for _ in range(12)]}. */
    @Test
    void rangesAreDrawnFromTheSameStream() {
        assertThat(firstDraws(7, 12, true)).containsExactly(0, 5, 4, 0, 6, 3, 1, 0, 3, 6, 6, 3);
    }

    /** {@code random.Random(20240619).choices(range(7), k=12)}. */
    @Test
    void choicesAreDrawnFromTheSameStream() {
        assertThat(firstDraws(7, 12, false)).containsExactly(0, 4, 5, 1, 3, 5, 4, 2, 0, 0, 1, 1);
    }

    private static List<Integer> firstDraws(int clusters, int many, boolean range) {
        List<Integer> draws = new ArrayList<>();
        java.util.function.ToDoubleFunction<int[]> record = drawn -> {
            Arrays.stream(drawn).forEach(draws::add);
            return 0;
        };
        assertThat(range ? Resampling.byRange(clusters, record) : Resampling.byChoice(clusters, record))
                .isNotNull();
        return draws.subList(0, many);
    }

    @Test
    void withoutClustersOrValuesThereIsNoInterval() {
        assertThat(Resampling.byRange(0, drawn -> 1)).isNull();
        assertThat(Resampling.byChoice(3, drawn -> Double.NaN)).isNull();
        assertThat(Resampling.byRange(1, drawn -> .25)).isEqualTo(new Interval(.25, .25));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRASSE_ẞ ﬁn ① | strasse ss fin 1",
                "İstanbul’da | i stanbul da",
                "हिन्दी | ह न द",
                "Ａ－１ ½ x² | a 1 1 2 x2",
                "𝐀𝐁 😀 𝟗 | ab 9"
            })
    void wordsAreFoldedAsTheRefereesFoldThem(String text, String folded) {
        assertThat(Wording.plain(text)).isEqualTo(folded);
    }

    @Test
    void whiteSpaceIsThatOfTheReferees() {
        assertThat(Wording.spaced("\u3000 a\u001c\u2028b\u200bc \u0085")).isEqualTo("a b\u200bc");
    }
}
