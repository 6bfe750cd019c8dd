package org.pactlens.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pactlens.relevance.Relevance;
import org.pactlens.study.BuiltInStudy;
import org.pactlens.text.Article;

class ArticleCoderTest {
    private static final ArticleCoder CODER = ArticleCoder.of(BuiltInStudy.load());
    private static final Relevance MAIN_SUBJECT = new Relevance(0.9, 3, null, List.of(), List.of(), List.of());

    private static Coding code(String language, String text) {
        return CODER.code(
                new Article("https://a.example/1", "a.example", language, null, null, "", List.of(), text),
                MAIN_SUBJECT);
    }

    private static Quotation only(String language, String text) {
        return code(language, text).quotations().stream()
                .filter(quotation -> quotation.kind() != Quotation.Kind.INDIRECT)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | "The pledge is older than it looks," said Ruth Amsel, a visiting fellow at a security institute.
            en | "The pledge is older than it looks," said Ruth Amsel, who teaches treaty law in Leiden.
            en | "The pledge is older than it looks," said Ruth Amsel of the Harbour Institute.
            ru | «Это сделка, а вовсе не братство», — говорит экономист Вера Аникеева.
            """)
    void whoBelongsToAnInstituteIsAnExpert(String language, String text) {
        assertThat(only(language, text).group()).isEqualTo(Groups.EXPERT);
    }

    @Test
    void aFrameInReportedSpeechNamesTheSpeechThatHoldsIt() {
        Coding coding =
                code("en", "The treaty is a threat to peace in the region, South Korea's foreign ministry said.");
        FrameHit hit = coding.frames().stream()
                .filter(one -> one.voice() == Voice.REPORTED)
                .findFirst()
                .orElseThrow();
        assertThat(coding.quotations().get(hit.quotation()).kind()).isEqualTo(Quotation.Kind.INDIRECT);
    }

    /** A transcript without stops: what is looked for in a sentence must not be looked for in all of it each time. */
    @Test
    @Timeout(60)
    void aLongTextWithoutStopsIsCodedInTime() {
        Coding coding = code("en", "the treaty is a grave threat to peace the ministry of defence said ".repeat(29000));
        assertThat(coding.frames()).isNotEmpty();
    }

    @Test
    void aPersonIsTheSpeakerAndNotTheInstituteBehindTheName() {
        assertThat(only("en", "\"The pledge is older than it looks,\" said Ruth Amsel of the Harbour Institute.")
                        .speaker())
                .isEqualTo("Ruth Amsel");
    }

    @Test
    void aNamedPersonWithoutAnOfficeSpeaksForNoState() {
        assertThat(only("en", "\"I thought I had seen the end of all that,\" said Doug Farrow, a farmer.")
                        .group())
                .isEqualTo(Groups.OTHER);
    }

    @Test
    void aJointClaimIsTheFirstStatesClaim() {
        List<FrameHit> hits = code(
                        "en",
                        "The United States and South Korea have accused North Korea of supplying Russia with artillery"
                                + " shells.")
                .frames();

        assertThat(hits).anySatisfy(hit -> {
            assertThat(hit.frame()).isEqualTo("ARMS_TRADE");
            assertThat(hit.sourceGroup()).isEqualTo("US_GOV");
        });
    }

    @Test
    void theBareNameOfAStateCarriesNoFrame() {
        assertThat(code("en", "The leader of Russia flew on. Seoul lies south of Pyongyang, Moscow far away.")
                        .frames())
                .extracting(FrameHit::frame)
                .doesNotContain("ROK_RESPONSE", "UKRAINE_WAR");
    }

    @Test
    void aLanguageWithoutACodebookStillHasItsQuotations() {
        Quotation quotation = only("cs", "\"Takové smlouvy se podepisují rychle,\" řekl Petr Novotný.");

        assertThat(quotation.speaker()).isEqualTo("Petr Novotný");
        assertThat(code("cs", "Nic.").frames()).isEmpty();
    }

    @Test
    void anOfficeBelongsToTheHomeStateOfItsLanguage() {
        assertThat(only("ru", "«Этот договор никому не угрожает соседям», — сказал министр обороны журналистам.")
                        .group())
                .isEqualTo("RU_GOV");
    }

    @Test
    void aSpanThatBeginsInItsWordOfSayingIsReported() {
        assertThat(code("vi", "Hàn Quốc cảnh báo sẽ xem xét lại chính sách không cung cấp vũ khí cho Ukraine.")
                        .frames())
                .extracting(FrameHit::voice)
                .containsOnly(Voice.REPORTED);
    }

    @Test
    void caseFormsOfOneNameCountOnce() {
        String text = "Россия и КНДР подписали договор. Текста договора нет. О договоре молчат, соглашение читают.";

        assertThat(code("ru", text).namesUsed()).extracting(NameUsed::name).containsExactly("договор", "соглашение");
    }

    @Test
    void aKoreanTextInTheNorthsSpellingIsReadAsTheNorths() {
        String text = "조선민주주의인민공화국과 로씨야련방사이의 조약이 체결되였다. 총비서동지께서는 조로관계가 동맹관계라는 새로운 높이에" + " 올라섰다고 말씀하시였다.";

        assertThat(code("ko", text).frames())
                .extracting(FrameHit::sourceGroup)
                .contains("DPRK_GOV")
                .doesNotContain("ROK_GOV");
    }

    @Test
    void aPartysOwnWordsOnAThreatAreNotAboutTheEvent() {
        String text = "The treaty stands. The drills of the hostile forces are a grave threat to the region.";
        Article own = new Article("https://kcna.kp/1", "kcna.kp", "en", null, null, "", List.of(), text);

        assertThat(CODER.code(own, MAIN_SUBJECT).frames())
                .extracting(FrameHit::frame)
                .doesNotContain("THREAT");
        assertThat(code("en", text).frames()).extracting(FrameHit::frame).contains("THREAT");
    }

    @Test
    void fuelForShellsIsNoEconomicCooperation() {
        assertThat(code("en", "Russia needs shells, North Korea needs fuel.").frames())
                .extracting(FrameHit::frame)
                .doesNotContain("ECONOMIC_COOPERATION");
        assertThat(code("en", "North Korea needs fuel from Russia.").frames())
                .extracting(FrameHit::frame)
                .contains("ECONOMIC_COOPERATION");
    }

    @Test
    void behindWhatIsDeniedTheWriterSpeaksAgain() {
        assertThat(code("en", "Russia and North Korea deny the transfers, which would violate sanctions.")
                        .frames())
                .anySatisfy(hit -> {
                    assertThat(hit.frame()).isEqualTo("LEGALITY_SANCTIONS");
                    assertThat(hit.voice()).isEqualTo(Voice.OUTLET);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | Договор не направлен против других стран, если они не замышляют нападения, заявил Владимир Путин.  | RU_GOV
            ru | Встреча прошла в дружеской атмосфере, говорится в сообщении. | OTHER
            """)
    void aTailThatSaysSoReportsTheWholeSentence(String language, String text, String group) {
        assertThat(code(language, text).frames()).allSatisfy(hit -> {
            assertThat(hit.voice()).isEqualTo(Voice.REPORTED);
            assertThat(hit.sourceGroup()).isEqualTo(group);
        });
        assertThat(code(language, text).frames()).isNotEmpty();
    }

    @Test
    void spansCutTheirTerms() {
        String text = "😀 Kim called the treaty with Russia an alliance and promised full support.";
        int[] points = text.codePoints().toArray();

        assertThat(code("en", text).frames())
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(new String(
                                points,
                                hit.span().start(),
                                hit.span().end() - hit.span().start()))
                        .isEqualTo(hit.term()));
    }
}
