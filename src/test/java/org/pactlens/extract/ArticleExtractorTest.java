package org.pactlens.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleExtractorTest {
    private static final ArticleExtractor EXTRACTOR = ArticleExtractor.forPages();
    private static final Instant CAPTURED = Instant.parse("2024-07-01T00:00:00Z");
    private static final String FIRST =
            "The harbour board voted on Monday to widen the northern channel, a plan that the "
                    + "fishing fleet had opposed for nearly a decade because of the noise.";
    private static final String SECOND =
            "Work is to begin in the spring, the board said, and will take two years. Ferries "
                    + "will keep to their timetable, while larger ships are to wait for the tide.";
    private static final String THIRD = "A spokesman for the fleet called the vote a disappointment, but said that its "
            + "members would take part in the talks about the order of the work.";

    private static Extraction page(String head, String body) {
        String html = "<html lang=en><head><title>Channel to be widened | Harbour Gazette</title>" + head
                + "</head><body><nav><ul><li><a href=/a>Home</a><li><a href=/b>World news</a></ul></nav>" + body
                + "<div class=footer><p>Contact the newsroom by letter or by telephone at any hour.</p></div></body></html>";
        return read(html, "text/html", "https://harbour-gazette.example/local/channel");
    }

    private static Extraction read(String text, String type, String url) {
        return EXTRACTOR.extract(new RawDocument(text.getBytes(StandardCharsets.UTF_8), type, "utf-8", url, CAPTURED));
    }

    private static String story(String... extra) {
        return "<h1>Channel to be widened</h1>" + (extra.length > 0 ? extra[0] : "") + "<div class=story><p>" + FIRST
                + "</p><p>" + SECOND + "</p>" + (extra.length > 1 ? extra[1] : "") + "<p>" + THIRD + "</p>"
                + (extra.length > 2 ? extra[2] : "") + "</div>";
    }

    @Test
    void keepsTheParagraphsAndNothingElse() {
        assertThat(page("", story()).text()).isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + THIRD);
    }

    @Test
    void aTitleOfAMillionMarksCostsNoTime() {
        String html = "<title>" + "|".repeat(1_000_000) + "</title><body>" + story();
        Extraction found = assertTimeout(
                Duration.ofSeconds(10), () -> read(html, "text/html", "https://harbour-gazette.example/a"));
        assertThat(found.text()).contains(FIRST);
    }

    @Test
    void manyBodiesCostNoTime() {
        String bodies =
                IntStream.range(0, 50_000).mapToObj(i -> "<body a" + i + "=1>").collect(Collectors.joining());
        Extraction found = assertTimeout(Duration.ofSeconds(5), () -> page("", bodies + story()));
        assertThat(found.text()).contains(FIRST);
    }

    @Test
    void aLongStatedTextBesideManyBlocksCostsNoTime() {
        String stated = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + "harbour channel ".repeat(60_000) + "\"}</script>";
        String blocks = IntStream.range(0, 20_000)
                .mapToObj(i -> "<p>harbour channel number " + i)
                .collect(Collectors.joining());
        Extraction found = assertTimeout(Duration.ofSeconds(20), () -> page(stated, story() + blocks));
        assertThat(found).isNotNull();
    }

    @Test
    void dropsALinkToAnotherStoryBetweenParagraphs() {
        Extraction found =
                page("", story("", "<p class=inline><a href=/x>Minister opens new lighthouse in the south</a></p>"));
        assertThat(found.text()).doesNotContain("lighthouse").contains(THIRD);
    }

    @Test
    void dropsARightsNoticeInAnyLanguage() {
        assertThat(page("", story("", "", "<p>Tous droits réservés.</p>")).text())
                .endsWith(THIRD);
    }

    @Test
    void dropsAMarkedNoticeThatIsLongerThanTheArticle() {
        String rule =
                "<p>A reader who takes part in the talk below the news agrees to keep to these rules of the house, "
                        + "and the editors may take out whatever does not keep to them, without a word to the writer.</p>";
        String menu = "<ul>" + "<li><a href=/r>Reports of the region</a>".repeat(30) + "</ul>";
        String notice = "<div class='modal-window comment_rules'>" + rule.replace("A reader", "Whoever") + rule
                + rule.replace("A reader", "Anybody") + rule.replace("A reader", "Everyone") + "</div>";
        assertThat(page("", "<div>" + story() + "</div>" + menu + notice).text())
                .endsWith(THIRD);
    }

    @Test
    void keepsTheCreditAtTheEnd() {
        assertThat(page("", story("", "", "<p>(with agencies)</p>")).text()).endsWith("(with agencies)");
    }

    @Test
    void keepsTextWhoseClassWordsSayMenu() {
        Extraction found = page("", "<div class=sidebar-grid>" + story() + "</div>");
        assertThat(found.text()).contains(FIRST, SECOND, THIRD);
    }

    @Test
    void readsAPageThatStandsInNoscriptAsAWhole() {
        assertThat(page("", "<noscript>" + story() + "</noscript>").text()).contains(FIRST, THIRD);
    }

    @Test
    void takesTheTextFromStructuredDataWhereNoElementHasIt() {
        String data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + FIRST + "\\n"
                + SECOND + "\"}</script>";
        Extraction found = page(data, "<div id=app></div>");
        assertThat(found.text()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(found.notes()).contains(Note.TEXT_FROM_SCRIPT);
    }

    @Test
    void leavesOutTheHeadlineThatStandsBeforeTheDayInOneLine() {
        String html = "<table><tr><td><b>Channel to be widened</b> 2024-06-19<br><br>" + FIRST + "<br><br>" + SECOND
                + "<br><br>" + THIRD + "</td></tr></table>";
        assertThat(page("", html).text()).startsWith(FIRST);
    }

    @Test
    void leavesOutTheTimesOfATicker() {
        Extraction found = page("", story("", "<p>06:40</p>"));
        assertThat(found.text()).doesNotContain("06:40");
    }

    @Test
    void readsOnAfterANoncharacter() {
        assertThat(page("", story("\uFFFF")).text()).contains(FIRST, THIRD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "By Ida Morrow; Ida Morrow",
                "June 19, 2024 · By Ida Morrow; Ida Morrow",
                "2024年6月19日 · 森田花子; 森田花子",
                "Автор: Ида Морозова; Ида Морозова",
                "Von Ida Morrow; Ida Morrow",
                "김하나 기자; 김하나"
            })
    void readsABylineInAPlainLine(String line, String name) {
        assertThat(page("", story("<div>" + line + "</div>")).authors()).containsExactly(name);
    }

    @Test
    void prefersAPersonInALineToTheOutletInTheHead() {
        String head =
                "<meta property=og:site_name content='Harbour Gazette'><meta name=author content='Harbour Gazette'>";
        assertThat(page(head, story("<div>By Ida Morrow</div>")).authors()).containsExactly("Ida Morrow");
        assertThat(page(head, story()).authors()).containsExactly("Harbour Gazette");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ida Morrow Updated June 3; Ida Morrow",
                "Ida Morrow 7 min read; Ida Morrow",
                "ByIda Morrow; Ida Morrow",
                "Ida Morrow Senior Politics Editor; Ida Morrow"
            })
    void cutsWhatIsGluedToAName(String stated, String name) {
        assertThat(page("<meta name=author content='" + stated + "'>", story()).authors())
                .containsExactly(name);
    }

    @Test
    void findsTheHeadlineOfAPageWithoutHeadingElements() {
        String html = story().replace("<h1>", "<div><b>").replace("</h1>", "</b></div>");
        assertThat(page("", html).title()).isEqualTo("Channel to be widened");
    }

    @Test
    void cutsTheDayFromAHeadline() {
        String html = story().replace("</h1>", " 04.01.12 12:26</h1>");
        String head = "<meta property=og:title content='Channel to be widened'>";
        assertThat(page(head, html).title()).isEqualTo("Channel to be widened");
    }

    @Test
    void namesAListOfHeadlines() {
        StringBuilder list = new StringBuilder("<h1>World</h1>");
        for (int i = 0; i < 80; i++) {
            list.append("<div><h3><a href=/s")
                    .append(i)
                    .append(">Headline number ")
                    .append(i)
                    .append(" of the day</a></h3></div>");
        }
        Extraction found = page("", list.toString());
        assertThat(found.pageKind()).isEqualTo(PageKind.LIST);
        assertThat(found.text()).isEmpty();
    }

    @Test
    void namesAFrontPage() {
        StringBuilder html = new StringBuilder("<html><title>Harbour Gazette</title><body><h1>Harbour Gazette</h1>");
        for (int i = 0; i < 60; i++) {
            html.append(
                    "<div><h3><a href=/s" + i + ">Headline number " + i + " of the day</a></h3><p>" + FIRST + "</div>");
            html.append(
                    "<a href=/t" + i + ">Other headline number " + i + ", longer than most and with a second clause, "
                            + "as the front pages of some papers have them in bold letters</a>");
        }
        Extraction found = read(html.toString(), "text/html", "https://harbour-gazette.example/");
        assertThat(found.pageKind()).isEqualTo(PageKind.FRONT);
        assertThat(found.text()).isEmpty();
    }

    @Test
    void takesRulesForRobotsForNoArticle() {
        Extraction found = read("User-agent: *\nDisallow: /private/\n", "text/plain", "https://a.example/robots.txt");
        assertThat(found.pageKind()).isEqualTo(PageKind.OTHER);
        assertThat(found.text()).isEmpty();
    }

    @Test
    void keepsAShortLastSentenceOfPlainText() {
        String text = "Transcript of the morning\n\nHOST: " + FIRST + "\n\nGUEST: " + SECOND
                + "\n\nHOST: Ida Morrow, thank you.";
        assertThat(read(text, "text/plain", "https://a.example/t.txt").text()).endsWith("HOST: Ida Morrow, thank you.");
    }

    @Test
    void trustsADocumentsOwnDayMoreThanASentence() {
        DocumentText note = new DocumentText(
                "application/pdf",
                null,
                java.util.List.of(),
                Instant.parse("2024-06-08T01:00:00Z"),
                "en",
                "Note of a meeting of the board\n\nEleven members met on 5 June 2024 to speak about the channel.\n\n"
                        + FIRST,
                false,
                null);
        ArticleExtractor extractor = new ArticleExtractor((bytes, type, url) -> note, text -> null);
        Extraction found = extractor.extract(new RawDocument(
                "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII),
                "application/pdf",
                null,
                "https://a.example/n.pdf",
                CAPTURED));
        assertThat(found.publishedDate()).isEqualTo(LocalDate.of(2024, 6, 8));
    }
}
