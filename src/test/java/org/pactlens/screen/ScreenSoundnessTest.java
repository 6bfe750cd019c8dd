package org.pactlens.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pactlens.relevance.Relevance;
import org.pactlens.relevance.RelevanceRule;
import org.pactlens.screen.Screen.Verdict;
import org.pactlens.study.BuiltInStudy;
import org.pactlens.study.RequiredConcepts.Concept;
import org.pactlens.study.Study;
import org.pactlens.text.Article;

/** Whatever the score does not rule out, the screen keeps: over documents put together from the study's own terms. */
class ScreenSoundnessTest {
    private static final Study STUDY = BuiltInStudy.load();
    private static final Screen SCREEN = Screen.of(STUDY);
    private static final RelevanceRule RULE = RelevanceRule.of(STUDY);
    private static final List<String> CHARSETS = List.of(
            "UTF-8",
            "UTF-16LE",
            "windows-1251",
            "KOI8-R",
            "windows-1252",
            "windows-1250",
            "windows-1254",
            "windows-1256",
            "windows-1258",
            "x-windows-949",
            "GB18030",
            "Big5-HKSCS",
            "Shift_JIS",
            "EUC-JP");

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> acts =
                Arbitraries.of(terms(STUDY.relevance().evidence().get(0).terms()));
        Arbitrary<String> filler = Arbitraries.of(" and ", ", ", " - ", "\u00A0", " <b>x</b> ", ".\n\n", " 和 ", " и ");
        List<Concept> concepts = STUDY.concepts().concepts();
        Arbitrary<String> first = Arbitraries.of(terms(concepts.get(0).terms()));
        Arbitrary<String> second = Arbitraries.of(terms(concepts.get(1).terms()));
        return filler.list()
                .ofSize(3)
                .flatMap(fill -> first.flatMap(a -> second.flatMap(
                        b -> acts.map(act -> a + fill.get(0) + act + fill.get(1) + b + fill.get(2) + act + "."))));
    }

    private static List<String> terms(List<String> terms) {
        return terms.stream().map(term -> term.replace("*", "")).toList();
    }

    @Property(tries = 2000)
    void nothingThatCanScoreIsDropped(@ForAll("documents") String text, @ForAll("charsets") String charset) {
        String read = new String(text.getBytes(Charset.forName(charset)), Charset.forName(charset));
        Relevance relevance = RULE.score(new Article(
                "u:1",
                null,
                null,
                null,
                null,
                "",
                List.of(),
                read.replace("<b>", "").replace("</b>", "")));
        if (relevance.score() > 0) {
            byte[] page = ("<html><body><p>" + text + "</p></body></html>").getBytes(Charset.forName(charset));
            assertThat(SCREEN.test(page, null, "text/html"))
                    .as("%s in %s: score %s", text, charset, relevance.score())
                    .isNotEqualTo(Verdict.NO_REQUIRED_CONCEPT);
        }
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of(CHARSETS);
    }
}
