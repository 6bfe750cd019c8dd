package org.pactlens.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.pactlens.study.BuiltInStudy;
import org.pactlens.text.Article;

class RelevanceRuleTest {
    private static final RelevanceRule RULE = RelevanceRule.of(BuiltInStudy.load());

    private static Article article(String date, String title, String text) {
        LocalDate day = date == null || date.isBlank() ? null : LocalDate.parse(date);
        return new Article("https://a.example/x", "a.example", null, null, day, title, List.of(), text);
    }

    /** A linguist can add a line: date, title, text, whether it is relevant, why. */
    @ParameterizedTest(name = "{4}")
    @CsvFileSource(resources = "/golden/relevance.tsv", delimiter = '\t', numLinesToSkip = 1)
    void workedCases(String date, String title, String text, boolean relevant, String why) {
        Relevance relevance = RULE.score(article(date, title == null ? "" : title, text));
        assertThat(relevance.score() >= Relevance.CUT)
                .as("%s: score %s, %s", why, relevance.score(), relevance.reasons())
                .isEqualTo(relevant);
    }

    @Test
    void aTextWithoutARequiredConceptHasScoreZero() {
        Relevance relevance =
                RULE.score(article(null, "", "Russia and Iran signed a treaty on strategic partnership."));
        assertThat(relevance.score()).isZero();
        assertThat(relevance.grade()).isZero();
        assertThat(relevance.evidence()).isEmpty();
    }

    @Test
    void aTextPublishedBeforeTheEventHasScoreZero() {
        String text = "Pyongyang and Moscow signed a treaty on comprehensive strategic partnership.";
        assertThat(RULE.score(article("2023-09-13", "", text)).score()).isZero();
        assertThat(RULE.score(article("2024-06-20", "", text)).score()).isPositive();
    }

    @Test
    void aLanguageThatTheListsDoNotCoverIsSaid() {
        String text = "Urusi na Korea Kaskazini zilitia saini mkataba.";
        Article swahili = new Article("u:1", null, "sw", null, null, "", List.of(), text);
        assertThat(RULE.score(swahili).reasons()).anyMatch(reason -> reason.contains("sw, is not covered"));
        for (String covered : List.of("en", "zh-Hant", "ko-KP", "pt", "it", "pl", "bg", "fi", "hi", "id")) {
            Article article = new Article("u:1", null, covered, null, null, "", List.of(), text);
            assertThat(RULE.score(article).reasons()).as(covered).noneMatch(reason -> reason.contains("not covered"));
        }
    }

    /** One article a language of the study, and of those that have a small list each. */
    @ParameterizedTest
    @CsvSource({
        "pt, Rússia e Coreia do Norte assinam tratado, O tratado de parceria estratégica prevê ajuda mútua.",
        "it, Russia e Corea del Nord firmano un trattato, Il trattato di partenariato strategico prevede aiuto reciproco.",
        "pl, Rosja i Korea Północna podpisały traktat, Traktat o partnerstwie strategicznym przewiduje wzajemną pomoc.",
        "bg, Русия и Северна Корея подписаха договор, Договорът за стратегическо партньорство предвижда взаимна помощ.",
        "fi, Venäjä ja Pohjois-Korea allekirjoittivat sopimuksen, Kumppanuussopimus lupaa apua hyökkäyksen kohteelle.",
        "hi, रूस और उत्तर कोरिया ने संधि पर हस्ताक्षर किए, रणनीतिक साझेदारी संधि में आपसी सहायता का वादा है।",
        "id, Rusia dan Korea Utara menandatangani perjanjian, Perjanjian kemitraan strategis menjanjikan bantuan militer."
    })
    void theSmallListsFindTheEvent(String language, String title, String text) {
        Article article =
                new Article("u:1", null, language, null, LocalDate.parse("2024-06-19"), title, List.of(), text);
        assertThat(RULE.score(article).grade()).isEqualTo(3);
    }

    @Test
    void evidenceQuotesExactlyItsSpan() {
        Article article = article(
                "2024-06-20",
                "North Korea, Russia sign treaty",
                "Kim Jong Un and Vladimir Putin signed a comprehensive strategic partnership treaty in Pyongyang.");
        Relevance relevance = RULE.score(article);
        assertThat(relevance.evidence()).isNotEmpty();
        for (Evidence evidence : relevance.evidence()) {
            String text = evidence.inTitle() ? article.title() : article.text();
            assertThat(evidence.span().cut(text)).isEqualTo(evidence.quote());
        }
    }

    @Test
    void reasonsSayOfATitleOnlyWhatItHolds() {
        Article article = article(
                "2024-06-20",
                "A pact with Pyongyang",
                "Russia and North Korea signed a comprehensive strategic partnership treaty. Seoul was alarmed.");

        assertThat(RULE.score(article).reasons())
                .filteredOn(reason -> reason.startsWith("The title"))
                .singleElement()
                .asString()
                .contains("Pyongyang", "only in part")
                .doesNotContain("together");
    }

    @Test
    void theFiveSeedsAreAboutTheEventAboveAll() throws IOException {
        Path seeds = Path.of("..", "shared", "data", "seeds");
        Assumptions.assumeTrue(Files.isDirectory(seeds), "needs " + seeds + ", which is not here");
        try (Stream<Path> files = Files.list(seeds)) {
            for (Path file : files.sorted().toList()) {
                Relevance relevance = RULE.score(article(null, "", Files.readString(file)));
                assertThat(relevance.grade())
                        .as("%s, score %s", file, relevance.score())
                        .isEqualTo(3);
            }
        }
    }
}
