package org.pactlens.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pactlens.reuse.Stories.in;
import static org.pactlens.reuse.Stories.trace;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pactlens.reuse.Traced.Role;
import org.pactlens.text.Span;

class LanguagesTest {
    /** Letters of a script without order; blanks only where the script parts words. */
    private static String nonsense(String letters, boolean parted, long seed, int length) {
        Random random = new Random(seed);
        return random.ints(length, 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1) + (parted && random.nextInt(4) == 0 ? " " : ""))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "en, abdefgiklmnorstu, true",
        "ru, абвгдежзиклмнорсту, true",
        "uk, абвгдежзиіїклмнорст, true",
        "ko, 가나다라마바사아자차카타파하, true",
        "zh-Hans, 的一是不了人我在有他这中大来上国, false",
        "ja, あいうえおかきくけこ日本国会の, false",
        "th, กขคงจฉชซญดตถทน, false",
        "ar, ابتثجحخدذرزسشصض, true",
        "vi, ăâđêôơưaeiou, true",
        "tr, abcçdefgğhıijk, true"
    })
    void aCopyCutInHalfIsFoundInEveryScriptAndAnotherTextIsNot(String language, String letters, boolean parted) {
        String text = nonsense(letters, parted, 1, 600);
        Map<String, Traced> traced = trace(
                in(language, "a", "a.example", "10:00", text),
                in(language, "b", "b.example", "11:00", text.substring(0, 300)),
                in(language, "c", "c.example", "12:00", nonsense(letters, parted, 2, 600)));
        assertThat(traced.get("b").role()).isEqualTo(Role.EDITED);
        assertThat(traced.get("b").originId()).isEqualTo("a");
        assertThat(traced.get("c").role()).isEqualTo(Role.ALONE);
    }

    private static final String ENGLISH =
            "Some 1,250 delegates and 340 guests met, Ana Ruiz said. The bill was 27,400 crowns, "
                    + "which is 118 more than planned, and 903 seats stayed empty, Bo Lind said. Another 655 came late.";
    private static final String GERMAN =
            "Rund 1.250 Delegierte und 340 Gäste kamen zusammen, sagte Ana Ruiz. Die Rechnung "
                    + "betrug 27.400 Kronen, 118 mehr als geplant, und 903 Plätze blieben leer, so Bo Lind. Weitere 655 kamen spät.";

    @Test
    void theSameFactsInTheSameOrderInAnotherLanguageAreATranslation() {
        Map<String, Traced> traced =
                trace(in("en", "a", "a.example", "10:00", ENGLISH), in("de", "b", "b.example", "11:00", GERMAN));
        assertThat(traced.get("b").role()).isEqualTo(Role.TRANSLATION);
        assertThat(traced.get("b").originId()).isEqualTo("a");
    }

    @Test
    void otherNumbersInAnotherLanguageAreNoTranslation() {
        String other = GERMAN.replace("27.400", "31.700")
                .replace("118", "224")
                .replace("903", "411")
                .replace("655", "777");
        Map<String, Traced> traced =
                trace(in("en", "a", "a.example", "10:00", ENGLISH), in("de", "b", "b.example", "11:00", other));
        assertThat(traced.get("b").role()).isEqualTo(Role.ALONE);
    }

    @Test
    void aCreditNeedsFewerFacts() {
        String english =
                "Some 1,250 delegates met and spent 27,400 crowns, which is 118 more than was planned for them.";
        String german = "Rund 1.250 Delegierte gaben 27.400 Kronen aus, 118 mehr als für sie geplant.\n\n(dpa)";
        Map<String, Traced> traced = trace(
                in("en", "a", "dpa.com", "10:00", english),
                in("de", "b", "b.example", "11:00", german),
                in("de", "c", "c.example", "11:00", german.replace("(dpa)", "")));
        assertThat(traced.get("b").role()).isEqualTo(Role.TRANSLATION);
    }

    @Test
    void aRetellingWithTheSameQuotationsNamesAndNumbersIsARewrite() {
        String[] said = {
            "the bridge will be open to all before the end of winter",
            "nobody has to pay for what others have broken",
            "we counted every stone of it twice and then again",
            "the river does not ask who built the banks"
        };
        String one = "In Marburg the Council met 340 times, Ruiz and Lind of Kiruna told Bergen radio. \"" + said[0]
                + "\", Ruiz said. It cost 27,400 crowns in Malmo and Narvik. \"" + said[1]
                + "\", Lind said. Then Olsen of Tromso gave 118 stones. \"" + said[2]
                + "\", Ruiz said. At last Hansen of Vardo came with 903 men. \"" + said[3] + "\", Lind said.";
        String other = "After 340 sessions in Marburg a decision of the Council is near, say Ruiz and Lind from Kiruna "
                + "on Bergen airwaves. So Ruiz: \"" + said[0]
                + "\". Costs in Malmo and Narvik reached 27,400 crowns. Lind added: \"" + said[1]
                + "\". A gift by Olsen from Tromso, 118 stones, helped. Ruiz told us: \"" + said[2]
                + "\". With 903 men Hansen left Vardo to help. Lind closed: \"" + said[3] + "\".";
        Map<String, Traced> traced = trace(quoting("a", "10:00", one, said), quoting("b", "11:00", other, said));
        assertThat(traced.get("b").role()).isEqualTo(Role.REWRITE);
        assertThat(traced.get("b").originId()).isEqualTo("a");
    }

    private static Prepared quoting(String id, String time, String text, String... said) {
        Quoted[] quoted = new Quoted[said.length];
        for (int i = 0; i < said.length; i++) {
            int at = text.indexOf(said[i]);
            quoted[i] = new Quoted(new Span(at, at + said[i].length()), i % 2 == 0 ? "Ruiz" : "Lind");
        }
        return in("en", id, id + ".example", time, text, quoted);
    }
}
