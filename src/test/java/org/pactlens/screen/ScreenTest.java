package org.pactlens.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pactlens.screen.Screen.Verdict;
import org.pactlens.study.BuiltInStudy;

class ScreenTest {
    private static final Screen SCREEN = Screen.of(BuiltInStudy.load());
    private static final String RELEVANT = "North Korea and Russia signed a treaty.";

    private static Verdict test(String page, String charset) {
        return SCREEN.test(page.getBytes(Charset.forName(charset)), null, "text/html");
    }

    @Test
    void aPageWithoutARequiredConceptIsDropped() {
        assertThat(test("<p>Russia signed a treaty with Iran.</p>", "UTF-8")).isEqualTo(Verdict.NO_REQUIRED_CONCEPT);
    }

    @Test
    void aPageWithAllConceptsIsKept() {
        assertThat(test("<p>" + RELEVANT + "</p>", "UTF-8")).isEqualTo(Verdict.CANDIDATE);
    }

    @Test
    void containersAndSixteenBitTextAreKeptUnread() {
        assertThat(SCREEN.test("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), null, null))
                .isEqualTo(Verdict.CANNOT_TELL);
        assertThat(test(RELEVANT, "UTF-16LE")).isEqualTo(Verdict.CANNOT_TELL);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, КНДР и Россия подписали договор",
        "KOI8-R, КНДР и Россия подписали договор",
        "x-windows-949, 북한과 러시아가 조약을 체결했다",
        "Shift_JIS, 北朝鮮とロシアが条約に署名した",
        "GB18030, 朝鲜和俄罗斯签署条约",
        "Big5, 北韓與俄羅斯簽署條約",
        "UTF-8, وقعت كوريا الشمالية وروسيا معاهدة"
    })
    void encodingsDoNotHideTheConcepts(String charset, String text) {
        String declaration = "<meta charset=" + charset + ">";
        assertThat(test("<html>" + declaration + "<body><p>" + text + "</p></body></html>", charset))
                .isNotEqualTo(Verdict.NO_REQUIRED_CONCEPT);
    }

    @Property(tries = 300)
    void noEscapeAndNoInlineMarkupHidesTheConcepts(
            @ForAll @IntRange(min = 0, max = 5) int escape, @ForAll @IntRange(min = 1, max = 7) int every) {
        String page = RELEVANT.chars()
                .mapToObj(c -> c % every == 0 ? written((char) c, escape) : String.valueOf((char) c))
                .collect(Collectors.joining());
        assertThat(test("<p>" + page + "</p>", "UTF-8")).as(page).isNotEqualTo(Verdict.NO_REQUIRED_CONCEPT);
    }

    @Test
    void aLineBreakInAScriptDoesNotHideATerm() {
        assertThat(test("<script>{\"articleBody\":\"North\\nKorea, Russia\"}</script>", "UTF-8"))
                .isEqualTo(Verdict.CANDIDATE);
    }

    @Test
    void aTagThatIsNeverClosedHidesNothing() {
        assertThat(test("<p>North<b> Korea and <i>Rus<!-- > sia</p", "UTF-8")).isEqualTo(Verdict.CANDIDATE);
        assertThat(test("<p>North<b> Korea and <!-- Russia", "UTF-8")).isEqualTo(Verdict.CANDIDATE);
    }

    @Test
    void aPageCutInsideACharacterIsReadAsUtf8() {
        byte[] page = "<p>КНДР и Россия".getBytes(StandardCharsets.UTF_8);
        assertThat(SCREEN.test(Arrays.copyOf(page, page.length - 1), null, "text/html"))
                .isEqualTo(Verdict.CANDIDATE);
    }

    /** The words stand in the bytes as base64, and what says so lies behind the first kilobyte. */
    @Test
    void aMailIsKeptUnreadHoweverLongItsHeaderIs() {
        String mail = "Received: from a.example by b.example\r\n".repeat(50)
                + "Content-Transfer-Encoding: base64\r\n\r\n0LzQuNGA\r\n";
        assertThat(SCREEN.test(mail.getBytes(StandardCharsets.US_ASCII), null, "text/plain"))
                .isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void documentsInEncodingsThatTheirParsersFindAreKeptUnread() {
        byte[] page = "<?xml version='1.0' encoding='KOI8-R'?><p>мир</p>".getBytes(Charset.forName("KOI8-R"));
        assertThat(SCREEN.test(page, null, "text/xml")).isEqualTo(Verdict.CANNOT_TELL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a", "<!--", "&", "&#", "%", "\\u", "<b>r", "<!-->", "-->", "\uD83D\uDE00", "<?"})
    void timeIsLinearInTheLengthWhateverThePageIs(String piece) {
        byte[] page = piece.repeat(2_000_000 / piece.length()).getBytes(StandardCharsets.UTF_8);
        assertTimeout(Duration.ofSeconds(10), () -> SCREEN.test(page, null, "text/html"));
    }

    private static String written(char c, int escape) {
        return switch (escape) {
            case 0 -> "&#" + (int) c + ";";
            case 1 -> "&#x" + Integer.toHexString(c) + ";";
            case 2 -> String.format("\\u%04x", (int) c);
            case 3 -> String.format("%%%02X", (int) c);
            case 4 -> "<b class=\"x\">" + c + "</b><!-- a > b -->";
            default -> c + "\u00AD\u200B";
        };
    }
}
