package org.pactlens.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pactlens.relevance.Relevance;
import org.pactlens.study.BuiltInStudy;
import org.pactlens.text.Article;

class SpeakersTest {
    private static final ArticleCoder CODER = ArticleCoder.of(BuiltInStudy.load());
    private static final Relevance NONE = new Relevance(0, 0, null, List.of(), List.of(), List.of());

    private static List<Quotation> marked(String language, String text) {
        return CODER
                .code(new Article("https://a.example/1", "a.example", language, null, null, "", List.of(), text), NONE)
                .quotations()
                .stream()
                .filter(quotation -> quotation.kind() != Quotation.Kind.INDIRECT)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Ann Marsh | Ann Marsh praised the workers of Grantham and Leeds, saying, "We owe them a great deal."
            en | Ann Marsh | Ann Marsh did not mention Paul Grey but said in a speech that "we owe them a great deal."
            en | Ann Marsh | Ann Marsh issued a statement saying that "we owe the workers a great deal."
            en | one worker | As one worker told the Grantham Weekly, "She wants to put fear in our hearts."
            en | the Grantham look-alike | "We owe them a great deal indeed," the Grantham look-alike declared.
            en | Ann Marsh | Ann Marsh, chair of the board of Grantham Mills, the oldest in town, said, "We owe them a lot."
            en | Ann Marsh | Ann Marsh, Grantham Weekly: "We owe the workers of this town a great deal."
            en | Ann Marsh | Paul Grey's claims are wrong. Ann Marsh called Paul Grey's remarks "a bizarre attempt to deflect."
            ru | первый проректор института Лев Яшин | «Речь идёт о наших лучших вузах», — объясняет первый проректор института Лев Яшин.
            ru | швейцар | «Как будет вам угодно, сударь», — сказал швейцар.
            """)
    void theSpeakerIsTheSubjectOfTheWordOfSaying(String language, String speaker, String text) {
        assertThat(marked(language, text))
                .hasSize(1)
                .first()
                .satisfies(quotation -> assertThat(speaker).contains(quotation.speaker()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee (minister Bob Kim (minister ",
                "\"a ",
                "We dug, — and dug, — ",
                "said Ann Lee, — \"we ",
                "« \" “ "
            })
    void aParagraphMadeToCostTimeCostsNone(String piece) {
        String text = piece.repeat(200_000 / piece.length());
        assertTimeout(Duration.ofSeconds(20), () -> marked("en", text));
    }

    @Test
    void anOfficeWithoutAStateIsThatOfTheStateJustNamed() {
        assertThat(marked(
                        "ru",
                        "Представитель МИД КНДР прибыл в порт. Представитель заявил: «Мы довольны этой встречей»."))
                .extracting(Quotation::group)
                .containsExactly("DPRK_GOV");
    }

    @Test
    void aClauseOfSayingInsideTheMarksIsCutOut() {
        assertThat(marked("ru", "«Траншею копали сами, — говорит Апраушев, — и никого не спросили»."))
                .extracting(Quotation::text, Quotation::speaker)
                .containsExactly(tuple("Траншею копали сами,", "Апраушев"), tuple("и никого не спросили", "Апраушев"));
    }

    @Test
    void straightMarksInsideStraightMarksAreNested() {
        assertThat(marked("ru", "Он пишет: \"Работа \"Без названия\" никого не удивила, и это хорошо\"."))
                .extracting(Quotation::text)
                .contains("Работа \"Без названия\" никого не удивила, и это хорошо");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Ann Marsh spoke on the programme "State of the Nation" and said she was tired of it all.
            en | Senator John "Jack" Marsh said that he was tired of it all and would go home.
            ru | Об этом он рассказал на выставке компании "Северсталь" и уехал домой.
            """)
    void titlesNicknamesAndFirmsAreNoSpeech(String language, String text) {
        assertThat(marked(language, text)).isEmpty();
    }

    @Test
    void aCryOfFewWordsIsSpeech() {
        assertThat(marked("en", "The crowd grew. \"Stop the cuts!\" some protesters chanted."))
                .extracting(Quotation::text)
                .containsExactly("Stop the cuts!");
    }
}
