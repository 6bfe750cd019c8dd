package org.pactlens.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.pactlens.evaluate.Figures.rows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pactlens.evaluate.Evaluation.Output;

class CodingScoreTest {
    /** The body begins at 6: its offset 2 is 8 of the sheet. */
    private static final String ARTICLE = "'id': 'a', 'domain': 'one.example', 'lang': 'en', 'title': 'Pact',"
            + " 'text': 'Pact\\n\\nA mutual defence deal, a grave threat, he said.'";

    private static final String URL = "'url': 'https://one.example/a'";

    private static Figures score(String gold, String coded) {
        return score(List.of(gold), coded);
    }

    private static Figures score(List<String> gold, String coded) {
        return Figures.of(
                Output.CODED,
                rows(gold.stream().map(g -> "{" + g + "}").toArray(String[]::new)),
                rows("{" + URL + ", " + coded + "}"));
    }

    @Test
    void framesAreHitWhereTheyOverlapByAFifthAndTheirParticularsAreSharesOfTheHits() {
        Figures figures = score(
                ARTICLE + ", 'relevance': 3, 'frames': ["
                        + "{'frame': 'F1', 'voice': 'outlet', 'source_group': 'OUTLET', 'target': 't', 'start': 8, 'end': 22},"
                        + "{'frame': 'F2', 'voice': 'reported', 'source_group': 'G', 'target': 't', 'start': 31, 'end': 43}]",
                "'score': 0.9, 'grade': 2, 'frames': ["
                        + "{'frame': 'F1', 'voice': 'quoted', 'source_group': 'G', 'target': 't', 'start': 2, 'end': 16},"
                        + "{'frame': 'F2', 'voice': 'reported', 'source_group': 'G', 'target': 'x', 'start': 20, 'end': 80},"
                        + "{'frame': 'F2', 'voice': 'outlet', 'source_group': 'G', 'target': 'x', 'start': 0, 'end': 200}]");
        figures.value("", "frames_hits", "precision").isEqualTo(.6667);
        figures.value("", "frames_hits", "recall").isEqualTo(1);
        figures.value("", "frames_hits", "f1").isEqualTo(.8);
        figures.value("", "frames_documents", "f1").isEqualTo(1);
        // Own voice: F1 in the gold, F2 in the output.
        figures.value("", "frames_own_voice", "f1").isEqualTo(0);
        figures.value("", "voice", "share").isEqualTo(.5);
        figures.value("", "target", "share").isEqualTo(.5);
        // The outlet's own voice has no group to find.
        assertThat(figures.figure("", "group", "share").n()).isOne();
        figures.value("", "group", "share").isEqualTo(1);
        figures.value("", "grade", "share").isEqualTo(0);
        figures.value("", "relevant", "f1").isEqualTo(1);
    }

    @Test
    void inTheTitleHeadlineIsARightVoice() {
        Figures figures = score(
                ARTICLE + ", 'relevance': 3, 'frames': [{'frame': 'F', 'voice': 'quoted', 'source_group': 'G',"
                        + " 'target': 't', 'start': 0, 'end': 4}]",
                "'frames': [{'frame': 'F', 'voice': 'headline', 'start': 0, 'end': 4, 'in_title': true}]");
        figures.value("", "voice", "share").isEqualTo(1);
    }

    @Test
    void aNameIsFoundByAnyLongerOrShorterFormAndCountsOnce() {
        Figures figures = score(
                ARTICLE + ", 'relevance': 2, 'names_used': [{'term': 'Defence  deal'}, {'term': 'defence deal'},"
                        + " {'term': 'axis'}]",
                "'names_used': [{'start': 9, 'end': 21}, {'start': 17, 'end': 21}, {'start': 25, 'end': 30}]");
        // Forms claimed: "defence deal", "deal", "grave"; wanted: "defence deal", "axis".
        figures.value("", "names", "precision").isEqualTo(.3333);
        figures.value("", "names", "recall").isEqualTo(.5);
    }

    @Test
    void indirectSpeechIsNoMarkedQuotation() {
        Figures figures = score(
                ARTICLE + ", 'relevance': 2, 'quotations': [{'start': 30, 'end': 42, 'group': 'G'}]",
                "'quotations': [{'start': 24, 'end': 36, 'group': 'H'}, {'start': 1, 'end': 9, 'kind': 'indirect'}]");
        figures.value("", "quotations", "f1").isEqualTo(1);
        figures.value("", "speaker_group", "share").isEqualTo(0);
    }

    @Test
    void whatIsNotRelevantIsScoredForRelevanceAndWireAlone() {
        Figures figures = score(
                ARTICLE + ", 'relevance': 1, 'near_miss_of': 'old_id', 'wire': {'agency': 'Wire', 'basis': 'dateline'}",
                "'score': 0.5, 'grade': 1, 'near_miss_of': 'new_id', 'wire': {'agency': ['WIRE', 'B']},"
                        + " 'frames': [{'frame': 'F', 'start': 0, 'end': 4}]");
        assertThat(figures.all()).noneMatch(f -> f.measure().startsWith("frames"));
        figures.value("", "near_miss", "f1").isEqualTo(1);
        figures.value("", "wire", "f1").isEqualTo(1);
        figures.value("", "relevant", "precision").isEqualTo(0);
    }

    @Test
    void aRelayedSourceIsNoWireCopyAndManyAgenciesAreNoCredit() {
        Figures relayed = score(
                ARTICLE + ", 'relevance': 1, 'wire': {'agency': 'WIRE', 'basis': 'named_source'}",
                "'wire': {'agency': 'WIRE'}");
        relayed.value("", "wire", "claimed").isEqualTo(1);
        relayed.value("", "wire", "wanted").isEqualTo(0);
        Figures many = score(
                ARTICLE + ", 'relevance': 1, 'wire': {'agency': 'A', 'basis': 'credit'}",
                "'wire': {'agency': ['A', 'B', 'C', 'D']}");
        many.value("", "wire", "right").isEqualTo(0);
    }

    @Test
    void caveatsAreOneListOfDecisions() {
        Figures figures = score(
                ARTICLE + ", 'relevance': 3, 'article4': {'mentioned': true, 'art51': true, 'national_law': false}",
                "'article4': {'mentioned': true, 'art51': false, 'national_law': true}");
        figures.value("", "article4", "precision").isEqualTo(.5);
        figures.value("", "article4", "recall").isEqualTo(.5);
    }

    @Test
    void aDocumentThatIsNotCodedInTheSheetIsNotScoredForFrames() {
        Figures figures =
                score(ARTICLE + ", 'relevance': 3, 'coded': false", "'frames': [{'frame': 'F', 'start': 0, 'end': 4}]");
        assertThat(figures.all()).noneMatch(f -> f.measure().startsWith("frames"));
    }

    @Test
    void anArticleWithoutARowCountsAsCodedEmptyAndLanguagesStandApart() {
        String other = "'id': 'b', 'domain': 'one.example', 'lang': 'de', 'title': 'T', 'text': 'T\\n\\nx',"
                + " 'relevance': 3, 'frames': [{'frame': 'F', 'voice': 'outlet', 'start': 3, 'end': 4}]";
        Figures figures = score(List.of(ARTICLE + ", 'relevance': 3", other), "'score': 1, 'grade': 3");
        figures.value("", "relevant", "recall").isEqualTo(.5);
        figures.value("de", "relevant", "recall").isEqualTo(0);
        figures.value("en", "relevant", "recall").isEqualTo(1);
        figures.value("de", "frames_hits", "wanted").isEqualTo(1);
    }

    @Test
    void labelledArticlesAreScoredForRelevance() {
        List<Row> gold = rows(
                "{'url': 'a', 'grade': 3, 'source': 'x', 'near_miss_of': ''}",
                "{'url': 'b', 'grade': 2, 'source': 'x'}",
                "{'url': 'c', 'grade': 0, 'source': 'y', 'near_miss_of': 'lexical_decoy'}",
                "{'url': 'd', 'grade': 0, 'source': 'y', 'near_miss_of': 'old_id'}");
        Figures figures = Figures.of(
                Output.CODED,
                gold,
                rows(
                        "{'url': 'a', 'score': 0.9, 'grade': 3}",
                        "{'url': 'b', 'score': 0.4, 'grade': 1}",
                        "{'url': 'c', 'score': 0.8, 'grade': 2, 'near_miss_of': 'acronym'}",
                        "{'url': 'd', 'score': 0.1, 'grade': 0, 'near_miss_of': 'else'}"));
        figures.value("", "relevant", "precision").isEqualTo(.5);
        figures.value("", "relevant", "recall").isEqualTo(.5);
        figures.value("x", "relevant", "recall").isEqualTo(.5);
        figures.value("", "grade", "share").isEqualTo(.5);
        figures.value("", "near_miss", "wanted").isEqualTo(1);
        figures.value("", "near_miss", "right").isEqualTo(0);
        // Codes 3-3, 2-1, 0-2, 0-0: n(0) 3, n(1) 1, n(2) 2, n(3) 2. Squared distances: 1-2 is 1.5², 0-2 is 3.5².
        // Observed 2 (2.25 + 12.25) = 29; expected 2 (3·1·2² + 3·2·3.5² + 3·2·5.5² + 1·2·1.5² + 1·2·3.5² + 2·2·2²).
        double expected = 2 * (3 * 4 + 6 * 12.25 + 6 * 30.25 + 2 * 2.25 + 2 * 12.25 + 4 * 4);
        figures.value("", "grade", "alpha").isCloseTo(1 - 7 * 29 / expected, within(1e-12));
    }

    @Test
    void theSecondVersionOfALabelledArticleIsAnsweredByTheSecondRow() {
        List<Row> gold = rows("{'url': 'a', 'grade': 3}", "{'url': 'a', 'grade': 0}");
        Figures figures = Figures.of(
                Output.CODED,
                gold,
                rows("{'url': 'a', 'score': 1, 'grade': 3}", "{'url': 'a', 'score': 0, 'grade': 0}"));
        figures.value("", "grade", "share").isEqualTo(1);
    }
}
