package org.pactlens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.pactlens.report.ReportData.Cell;
import org.pactlens.report.ReportData.Run;

class ReportPageTest {
    private static final String HOSTILE =
            "</text></svg><script src='https://evil.example/x.js'>alert(\"1\")</script><!--&\u202E";

    @Property(tries = 25)
    void noNameFromACrawlChangesTheElementsOfThePage(@ForAll @NotBlank @StringLength(max = 60) String name) {
        assertThat(elements(named(name + "<b>" + name))).isEqualTo(elements(named("Plain")));
    }

    @Test
    void aHostileNameStandsInThePageAsText() {
        String page = ReportPage.html(named(HOSTILE));

        assertThat(page).doesNotContain("<script", "</script", "<!--", "\u202E").contains("&lt;script src=&#39;");
        assertThat(Jsoup.parse(page).select("table th bdi").eachText())
                .as("the name in full, its turning mark replaced")
                .contains(HOSTILE.replace('\u202E', '\uFFFD'));
    }

    @Test
    void thePageIsWellFormedAsXml() {
        Parser parser = Parser.xmlParser().setTrackErrors(10);

        Document page = parser.parseInput(ReportPage.html(Examples.full()), "");

        assertThat(parser.getErrors()).isEmpty();
        assertThat(page.select("section")).hasSize(10);
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        Document page = Jsoup.parse(ReportPage.html(named(HOSTILE)));

        assertThat(page.select(
                        "script, link, img, image, iframe, object, embed, use, base, form, video, audio, source"))
                .isEmpty();
        assertThat(page.select("[src], [srcset], [action], [data], [style], [xlink:href]"))
                .isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).isNotEmpty().allMatch(h -> h.startsWith("#"));
        assertThat(Style.SHEET).doesNotContain("url(", "@import", "http");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
    }

    @Test
    void theSameRowsInAnyOrderGiveTheSameBytes() {
        String first = ReportPage.html(Examples.full());

        assertThat(ReportPage.html(Examples.full())).isEqualTo(first);
        assertThat(ReportPage.html(shuffled(Examples.full()))).isEqualTo(first);
    }

    @Test
    void aLakeWithoutARelevantArticleSaysSo() {
        Document page = Jsoup.parse(ReportPage.html(Examples.empty()));

        assertThat(page.select("header .warning").first().text()).startsWith("No relevant article");
        assertThat(page.select("h2").eachText())
                .containsExactly("How to read this", "What was read and dropped", "Near misses", "Warnings");
    }

    @Test
    void emptyTablesOfALakeWithRelevantArticlesAreTold() {
        ReportData full = Examples.full();
        ReportData bare = new ReportData(
                full.subject(),
                full.run(),
                full.inputs(),
                full.funnel(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(Jsoup.parse(ReportPage.html(bare)).select("section p.empty")).hasSize(8);
    }

    @Test
    void aCellThatIsNotPublishableIsNeverDrawnAsAShare() {
        Cell cell = Examples.cell("outlet0.example", "THREAT", 206, 212, 260);
        ReportData data = Examples.withFrames(List.of(Examples.unpublishable(cell, "low_agreement")));

        Element section = section(data, "frames");

        assertThat(section.select("circle, line, rect")).isEmpty();
        assertThat(section.select("svg text").eachText()).contains("Norland Daily", "no share: low agreement");
        assertThat(section.select("tbody td").eachText()).contains("none: low agreement");
        assertThat(section.text()).doesNotContain("97%");
    }

    @Test
    void theOtherOutletsOfTheLanguageAreATickAndADifference() {
        Element section = section(
                Examples.withFrames(List.of(Examples.cell("outlet0.example", "THREAT", 106, 212, 260))), "frames");

        assertThat(section.select("line.others").eachAttr("x1")).containsExactly("40.00%");
        assertThat(section.select("tbody td").eachText()).contains("50%", "40%", "+1 to +19");
    }

    @Test
    void aShareOfTooFewStoriesIsNotDrawnEvenIfTheTableHasOne() {
        Cell cell =
                new Cell("outlet0.example", "THREAT", 4, 4, 4, 4, 1.0, 0.51, 1.0, null, null, null, null, true, null);

        Element section = section(Examples.withFrames(List.of(cell)), "frames");

        assertThat(section.select("circle")).isEmpty();
        assertThat(section.select("svg text").eachText()).contains("no share: 4 stories, below 5");
    }

    @Test
    void aShareOfFewStoriesIsMarked() {
        Element few =
                section(Examples.withFrames(List.of(Examples.cell("outlet0.example", "THREAT", 4, 19, 20))), "frames");
        Element many =
                section(Examples.withFrames(List.of(Examples.cell("outlet0.example", "THREAT", 4, 20, 20))), "frames");

        assertThat(few.select("circle.few, line.few")).hasSize(2);
        assertThat(few.select("tbody td").eachText()).contains("21% (few)");
        assertThat(many.select("circle.few, line.few")).isEmpty();
        assertThat(many.select("circle")).hasSize(1);
    }

    @Test
    void anArticleWithAWrongDateIsToldAndDoesNotStretchTheDays() {
        ReportData full = Examples.full();
        List<ReportData.Day> days = new ArrayList<>(full.days());
        days.add(new ReportData.Day(Examples.EVENT.minusDays(300), 3, 3, true));

        Element figure = section(Examples.withDays(days), "attention").selectFirst("figure");

        assertThat(figure.select("figcaption").text()).contains("3 outside the days shown");
        assertThat(figure.select("desc").text()).contains("from 2024-06-15 to 2024-");
    }

    @Test
    void outletsWithTooFewStoriesHaveNoBarOfVoices() {
        Element bars = section(Examples.full(), "voices").selectFirst("svg.rows");

        assertThat(bars.select("text").eachText()).contains("Far Shore Review", "4 stories: no share");
        assertThat(bars.select("rect title").eachText())
                .noneMatch(t -> t.startsWith("Far Shore Review"))
                .anyMatch(t -> t.startsWith("The Quiet Observer"));
    }

    @Test
    void everyPictureHasATitleAndADescriptionOfItsOwn() {
        Document page = Jsoup.parse(ReportPage.html(Examples.full()));

        assertThat(page.select("svg.picture")).hasSizeGreaterThan(15).allSatisfy(svg -> {
            assertThat(svg.attr("role")).isEqualTo("img");
            List<String> ids =
                    Stream.of(svg.child(0), svg.child(1)).map(Element::id).toList();
            assertThat(svg.attr("aria-labelledby")).isEqualTo(String.join(" ", ids));
            assertThat(svg.selectFirst("> title").text()).isNotBlank();
            assertThat(svg.selectFirst("> desc").text()).isNotBlank();
        });
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void everyFigureNamesTablesQueryAndRun() {
        Document page = Jsoup.parse(ReportPage.html(Examples.full()));

        assertThat(page.select("figure")).hasSizeGreaterThan(10).allSatisfy(figure -> {
            Element source = figure.selectFirst("details.source");
            assertThat(source.selectFirst("summary").text()).contains("table", Examples.RUN.runId());
            assertThat(source.select("pre").text()).contains("SELECT", "FROM");
            assertThat(figure.select("table")).isNotEmpty();
        });
    }

    @Test
    void thePageIsWrittenForALook() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "report"));

        Files.writeString(folder.resolve("example.html"), ReportPage.html(Examples.full()));
        Files.writeString(folder.resolve("empty.html"), ReportPage.html(Examples.empty()));

        assertThat(Files.size(folder.resolve("example.html")))
                .as("a page that a mail takes")
                .isBetween(100_000L, 1_000_000L);
    }

    private static Element section(ReportData data, String id) {
        return Jsoup.parse(ReportPage.html(data)).getElementById(id).parent();
    }

    private static List<String> elements(ReportData data) {
        Document page = Parser.xmlParser().parseInput(ReportPage.html(data), "");
        return page.getAllElements().stream()
                .map(e -> e.tagName()
                        + e.attributes().asList().stream().map(a -> a.getKey()).toList())
                .toList();
    }

    /** The full lake with one text in every place that a crawl or a study can fill. */
    private static ReportData named(String name) {
        Run run = new Run(name, name, name, Instant.EPOCH, Instant.EPOCH, name, name, name, 1, 0, List.of(name, name));
        ReportData full = Examples.full(run, name);
        return new ReportData(
                full.subject(),
                run,
                full.inputs(),
                full.funnel(),
                List.of(new ReportData.Fate(name, 3)),
                List.of(new ReportData.Reject(name, name, 1, 0)),
                full.days(),
                full.outletDays(),
                full.outlets(),
                full.frames(),
                full.voices().stream()
                        .map(v -> new ReportData.VoiceHits(v.outlet(), v.voice(), name, v.hits()))
                        .toList(),
                full.roles(),
                full.agencies().stream()
                        .map(a -> new ReportData.AgencyCount(a.outlet(), name, a.articles()))
                        .toList(),
                full.names(),
                List.of(new ReportData.NearMiss(name, 2)));
    }

    private static ReportData shuffled(ReportData data) {
        return new ReportData(
                data.subject(),
                data.run(),
                data.inputs(),
                data.funnel(),
                shuffled(data.fates()),
                shuffled(data.rejects()),
                shuffled(data.days()),
                shuffled(data.outletDays()),
                shuffled(data.outlets()),
                shuffled(data.frames()),
                shuffled(data.voices()),
                shuffled(data.roles()),
                shuffled(data.agencies()),
                shuffled(data.names()),
                shuffled(data.nearMisses()));
    }

    private static <T> List<T> shuffled(List<T> rows) {
        List<T> copy = new ArrayList<>(rows);
        Collections.shuffle(copy, new Random(3));
        return copy;
    }
}
