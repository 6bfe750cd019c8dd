package org.pactlens.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermMatcherTest {
    @ParameterizedTest(name = "{0}: \"{1}\" in \"{2}\" is found: {3}")
    @CsvSource({
        "en, mutual defen*, a mutual defence pact, true",
        "en, labo?r, hard labor, true",
        "en, pact, an impact on trade, false",
        "en, aid * attacked, aid if attacked, true",
        "en, aid * attacked, aid when they are attacked, false",
        "ru, партнерств*, стратегическое партнёрство, true",
        "ru, диктат, диктатор, false",
        "uk, зв'язки, тісні зв’язки, true",
        "ko, 북러 조약, 북러조약이 체결됐다, true",
        "zh-Hans, 条约, 两国签署条约后, true",
        "tr, işbirliği, İŞBİRLİĞİ anlaşması, true",
        "ar, معاهدة, والمعاهدة الجديدة, true"
    })
    void termsOfTheCodebookLanguage(String language, String term, String text, boolean found) {
        TermMatcher matcher = TermMatcher.compile(List.of(term), language);
        assertThat(matcher.matches(FoldedText.of(text, language)).isEmpty()).isNotEqualTo(found);
    }

    @Property(tries = 200)
    void spansLieInTheTextWhateverItHolds(@ForAll String text) {
        TermMatcher matcher = TermMatcher.compile(List.of("a*", "b", "the * c"), "en");
        for (TermMatcher.Match match : matcher.matches(FoldedText.of(text, "en"))) {
            assertThat(match.span().cut(text)).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void aTermIsFoundAsIfItStoodAlone(@ForAll("sentences") String text, @ForAll("codebookLanguages") String language) {
        List<String> terms =
                language.equals("zh-Hans") ? List.of("ab", "b", "c a") : List.of("ab*", "*b", "a * c", "ca?");
        FoldedText folded = FoldedText.of(text, language);

        List<TermMatcher.Match> alone = new ArrayList<>();
        for (int term = 0; term < terms.size(); term++) {
            for (TermMatcher.Match match :
                    TermMatcher.compile(List.of(terms.get(term)), language).matches(folded)) {
                alone.add(new TermMatcher.Match(term, match.span()));
            }
        }

        assertThat(TermMatcher.compile(terms, language).matches(folded)).containsExactlyInAnyOrderElementsOf(alone);
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.strings().withChars("abcABC -,.\u201C\n").ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> codebookLanguages() {
        return Arbitraries.of("en", "ru", "fr", "tr", "ko", "ar", "zh-Hans");
    }
}
