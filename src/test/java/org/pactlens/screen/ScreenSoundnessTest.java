package org.pactlens.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jsoup.parser.Parser;
import org.pactlens.extract.ArticleExtractor;
import org.pactlens.extract.Extraction;
import org.pactlens.extract.RawDocument;
import org.pactlens.relevance.Relevance;
import org.pactlens.relevance.RelevanceRule;
import org.pactlens.screen.Screen.Verdict;
import org.pactlens.study.BuiltInStudy;
import org.pactlens.study.RequiredConcepts.Concept;
import org.pactlens.study.Study;
import org.pactlens.text.Article;
import org.pactlens.text.LetterFold;

/** Whatever the score does not rule out, the screen keeps: over documents put together from the study's own terms. */
class ScreenSoundnessTest {
    private static final Study STUDY = BuiltInStudy.load();
    private static final Screen SCREEN = Screen.of(STUDY);
    private static final RelevanceRule RULE = RelevanceRule.of(STUDY);
    private static final ArticleExtractor EXTRACTOR = ArticleExtractor.forPages();
    private static final List<Concept> CONCEPTS = STUDY.concepts().concepts();
    private static final List<String> CHARSETS = List.of(
            "UTF-8",
            "UTF-16LE",
            "windows-1251",
            "KOI8-R",
            "windows-1252",
            "windows-1250",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1258",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-7",
            "x-windows-949",
            "GB18030",
            "Big5-HKSCS",
            "Shift_JIS",
            "EUC-JP",
            "ISO-2022-JP");
    /** Comments, tags, line breaks of scripts. */
    private static final Pattern UNREAD =
            Pattern.compile("<!-->|<!--.*?-->|<(?:[a-zA-Z/?]|!(?!--)|\\\\/)[^>]*>|\\\\[nrt]", Pattern.DOTALL);

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of(CHARSETS);
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> acts = terms(STUDY.relevance().evidence().get(0).terms());
        Arbitrary<String> filler = Arbitraries.of(" and ", ", ", " - ", "\u00A0", " <b>x</b> ", ".\n\n", " 和 ", " и ");
        return filler.list()
                .ofSize(3)
                .flatMap(fill -> terms(CONCEPTS.get(0).terms())
                        .flatMap(a -> terms(CONCEPTS.get(1).terms())
                                .flatMap(b -> acts.map(
                                        act -> a + fill.get(0) + act + fill.get(1) + b + fill.get(2) + act + "."))));
    }

    private static Arbitrary<String> terms(List<String> terms) {
        return Arbitraries.of(terms.stream().map(term -> term.replace("*", "")).toList());
    }

    /** The way of a real page: extracted, with the encoding that the extractor finds, and scored. */
    @Property(tries = 800)
    void nothingThatCanScoreIsDropped(
            @ForAll("documents") String text, @ForAll("charsets") String charset, @ForAll Declared declared) {
        String http = declared == Declared.HTTP ? charset : null;
        String meta = declared == Declared.META ? "<meta charset=\"" + charset + "\">" : "";
        byte[] page = ("<html><head>" + meta + "</head><body><article><p>" + text + "</p></article></body></html>")
                .getBytes(Charset.forName(charset));
        Extraction extraction =
                EXTRACTOR.extract(new RawDocument(page, "text/html", http, "http://a.example/n/1.html", null));
        Relevance relevance = RULE.score(new Article("u:1", null, null, null, null, "", List.of(), extraction.text()));
        Statistics.label("scores")
                .collect(relevance.score() > 0)
                .coverage(c -> c.check(true).percentage(p -> p > 10));
        if (relevance.score() > 0) {
            assertThat(SCREEN.test(page, http, "text/html"))
                    .as("%s in %s, %s: score %s", text, charset, declared, relevance.score())
                    .isNotEqualTo(Verdict.NO_REQUIRED_CONCEPT);
        }
    }

    enum Declared {
        HTTP,
        META,
        NOWHERE
    }

    @Provide
    Arbitrary<List<String>> markup() {
        Arbitrary<String> parts = terms(CONCEPTS.stream()
                        .flatMap(concept -> concept.terms().stream())
                        .toList())
                .flatMap(term -> Arbitraries.integers()
                        .between(0, term.length())
                        .flatMap(cut -> Arbitraries.of(term.substring(0, cut), term.substring(cut), term)));
        Arbitrary<String> marks = Arbitraries.of(
                "<",
                ">",
                "<b>",
                "</b>",
                "<\\/b>",
                "<!--",
                "-->",
                "<!-->",
                "< ",
                "<a title=\"",
                "\">",
                "\"",
                "&",
                ";",
                "&amp;",
                "&nbsp;",
                "&#",
                "&#1056;",
                "&#x420;",
                "&eacute;",
                "&copy",
                "&notit;",
                "\\",
                "\\u0420",
                "\\n",
                "%",
                "%D0%A0",
                "%4B",
                "%zz",
                "\u00AD",
                "\u0301",
                "ß",
                "ﬁ",
                "𝐑",
                "\u1107\u116E\u11A8",
                "ㅂㅜ",
                "\uFFFD");
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, parts), net.jqwik.api.Tuple.of(2, marks))
                .list()
                .ofMaxSize(24);
    }

    /** The rule in a few slow lines: the letters of the page, of both readings, hold a term of each concept. */
    @Property(tries = 3000)
    void aPageIsKeptWhereAPlainReadingFindsTheTerms(@ForAll("markup") List<String> pieces) {
        String page = String.join("", pieces);
        boolean holds = holdsAll(page) || holdsAll(UNREAD.matcher(page).replaceAll(""));
        Statistics.label("holds").collect(holds).coverage(c -> c.check(true).percentage(p -> p > 10));
        Verdict verdict = SCREEN.test(page.getBytes(StandardCharsets.UTF_8), null, "text/html");
        if (holds) {
            assertThat(verdict).as(page).isNotEqualTo(Verdict.NO_REQUIRED_CONCEPT);
        }
    }

    private static boolean holdsAll(String page) {
        String read = page.replace("\\u0420", "Р").replace("%D0%A0", "Р").replace("%4B", "K");
        String letters = LetterFold.letters(Parser.unescapeEntities(read, false));
        return CONCEPTS.stream()
                .allMatch(concept -> concept.terms().stream()
                        .anyMatch(term -> letters.contains(LetterFold.letters(term.replace("*", "")))));
    }
}
