package org.pactlens.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pactlens.study.Study;
import org.pactlens.study.StudyLoader;
import org.pactlens.text.Article;

/** The engine knows no event: another study, with its own words and the learned weights, works as it is. */
class SecondStudyTest {
    private static final RelevanceRule RULE = RelevanceRule.of(study());

    /** What the second study does not say (codebook, outlets, agencies) it takes over from the first. */
    private static Study study() {
        ClassLoader loader = SecondStudyTest.class.getClassLoader();
        try {
            return StudyLoader.load(name -> {
                InputStream own = loader.getResourceAsStream("studies/aachen/" + name);
                return Optional.ofNullable(
                        own == null ? loader.getResourceAsStream("studies/russia-dprk-pact/" + name) : own);
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Relevance score(String date, String title, String text) {
        return RULE.score(new Article("u:1", null, null, null, LocalDate.parse(date), title, List.of(), text));
    }

    @Test
    void itFindsItsOwnEventAlsoWhereTheTextSaysThePact() {
        Relevance relevance = score(
                "2019-01-23",
                "Macron and Merkel sign pact in Aachen",
                "France and Germany signed a treaty on cooperation. The pact covers defence. Critics call the treaty thin.");
        assertThat(relevance.grade()).isEqualTo(3);
    }

    @Test
    void itNamesItsOwnLookAlikes() {
        Relevance rome = score(
                "2021-11-26",
                "France and Italy sign treaty in Rome",
                "Macron and Draghi signed the treaty in Rome. Unlike the pact with Germany, it is modest.");
        assertThat(rome.score()).isLessThan(Relevance.CUT);
        assertThat(rome.nearMissOf()).isEqualTo("quirinal_2021");
        Relevance old = score(
                "2023-01-22",
                "Sixty years of the 1963 treaty",
                "Adenauer and de Gaulle signed the treaty that made peace between France and Germany.");
        assertThat(old.score()).isLessThan(Relevance.CUT);
        assertThat(old.nearMissOf()).isEqualTo("elysee_1963");
    }

    @Test
    void theFirstStudysEventIsNothingToIt() {
        assertThat(score(
                                "2024-06-19",
                                "Kim and Putin sign treaty",
                                "Russia and North Korea signed a pact in Pyongyang.")
                        .score())
                .isZero();
    }
}
