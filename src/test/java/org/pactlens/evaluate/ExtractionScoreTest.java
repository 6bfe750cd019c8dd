package org.pactlens.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.pactlens.evaluate.Figures.rows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pactlens.evaluate.Evaluation.Output;

class ExtractionScoreTest {
    private static Figures score(List<Row> gold, String... articles) {
        return Figures.of(Output.ARTICLES, gold, rows(articles));
    }

    @Test
    void shinglesOfFourWordsAreCountedAndPagesWithoutOutputCountAsEmpty() {
        List<Row> gold = rows(
                "{'url': 'https://one.example/a', 'set': 's', 'language': 'en', 'text': 'One, two three four five six.'}",
                "{'url': 'https://two.example/b', 'set': 's', 'language': 'en', 'text': 'seven eight'}");
        Figures figures = score(gold, "{'url': 'https://one.example/a', 'text': 'one two THREE four five'}");

        // First page: 2 of 2 shingles are right, of 3 in the gold. Second page: nothing.
        figures.value("s", "shingles", "precision").isEqualTo(.5);
        figures.value("s", "shingles", "recall").isCloseTo(1 / 3., within(1e-15));
        figures.value("s", "shingles", "f1").isCloseTo(.4, within(1e-15));
        figures.value("s", "pages", "without_output").isEqualTo(1);
        // One domain is perfect but for recall, one is lost: draws of two domains reach from one to the other.
        assertThat(figures.figure("s", "shingles", "f1").interval().low()).isZero();
        assertThat(figures.figure("s", "shingles", "f1").interval().high()).isEqualTo(.8);
    }

    @Test
    void theTitleAndWhatMayBeLeftOutCountNeitherWay() {
        List<Row> gold = rows(
                "{'url': 'u', 'language': 'en', 'title': 'a b c d', 'optional': 'w x y z'," + " 'text': 'a b c d e'}");
        Figures figures = score(gold, "{'url': 'u', 'text': 'b c d e'}");
        figures.value("all", "shingles", "f1").isEqualTo(1);
    }

    @Test
    void languagesWithoutSpacesAreCutIntoCharacters() {
        List<Row> gold = rows("{'url': 'u', 'language': 'zh-Hans', 'text': '一二三四五。'}");
        Figures figures = score(gold, "{'url': 'u', 'text': '一二三四'}");
        figures.value("all", "shingles", "recall").isEqualTo(.5);
        figures.value("all", "shingles", "precision").isEqualTo(1);
    }

    @Test
    void passagesAreFoundWhateverTheirWhiteSpace() {
        List<Row> gold = rows("{'url': 'u', 'with': ['in the text', 'lost'], 'without': ['Read more']}");
        Figures figures = score(gold, "{'url': 'u', 'text': 'It is in\\n\\nthe\\u00a0text. Read more'}");
        figures.value("all", "segments", "precision").isEqualTo(.5);
        figures.value("all", "segments", "recall").isEqualTo(.5);
        figures.value("all", "segments", "f1").isEqualTo(.5);
    }

    @Test
    void withoutUnwantedPassagesOnlyRecallIsGiven() {
        Figures figures = score(rows("{'url': 'u', 'with': ['a', 'b']}"), "{'url': 'u', 'text': 'a'}");
        assertThat(figures.all())
                .filteredOn(f -> f.measure().equals("segments") && !f.isCount())
                .extracting(Figure::name)
                .containsExactly("recall");
    }

    @ParameterizedTest
    @CsvSource({
        "'published_date': '2024-06-19', exact",
        "'published_at': '2024-06-19T23:00:00Z', exact",
        "'published_date': '2024-06-20', wrong",
        "'published_date': null, missing"
    })
    void aDateIsExactWrongOrMissing(String key, String answer) {
        Figures figures =
                score(rows("{'url': 'u', 'published_date': '2024-06-19'}"), "{'url': 'u', 'text': 't', " + key + "}");
        figures.value("all", "date", answer).isEqualTo(1);
    }

    @Test
    void titlesAndAuthorsAreComparedWithoutCaseMarksAndOrder() {
        Figures figures = score(
                rows("{'url': 'u', 'title': 'Straße — “open”', 'authors': ['A. Bee', 'C Dee']}"),
                "{'url': 'u', 'text': '', 'title': 'STRASSE: open', 'authors': ['c dee', 'A Bee', ' ']}");
        figures.value("all", "title", "exact").isEqualTo(1);
        figures.value("all", "authors", "exact").isEqualTo(1);
    }

    @Test
    void languagesAreScoredAcrossSets() {
        List<Row> gold = rows(
                "{'url': 'u', 'set': 's', 'language': 'fr', 'title': 'x'}",
                "{'url': 'v', 'set': 't', 'language': 'fr', 'title': 'y'}");
        Figures figures = score(gold, "{'url': 'u', 'text': '', 'title': 'x'}");
        figures.value("fr", "title", "exact").isEqualTo(.5);
        figures.value("s", "title", "exact").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.news.example/a?b=http://x.y, news.example",
        "http://user@a.b.co.uk:80/, b.co.uk",
        "https://NEWS.Example#x, news.example",
        "urn:adaq:cs:1.2, urn:adaq:cs:1.2",
        "file:/a/b.html, file:/a/b.html",
        "https://[::1]/a, ::1"
    })
    void domainsAreTheLastTwoOrThreeLabels(String url, String domain) {
        assertThat(Domains.of(url)).isEqualTo(domain);
    }
}
