package org.pactlens.report;

import java.util.ArrayList;
import java.util.List;

/** The page: the same data give the same bytes. */
public final class ReportPage {
    private record Part(String id, String heading, Section section) {}

    private static final Part READING = new Part("reading", "How to read this", new ReadingSection());
    private static final Part CRAWL = new Part("crawl", "What was read and dropped", new CrawlSection());
    private static final Part NEAR_MISSES = new Part("near-misses", "Near misses", new NearMissSection());
    private static final Part WARNINGS = new Part("warnings", "Warnings", new WarningsSection());
    /** What needs a relevant article. */
    private static final List<Part> COVERAGE = List.of(
            new Part("outlets", "Outlets", new OutletsSection()),
            new Part("attention", "Attention over days", new AttentionSection()),
            new Part("frames", "Frames by outlet", new FramesSection()),
            new Part("voices", "Voices", new VoicesSection()),
            new Part("wire", "Dependence on others' texts", new WireSection()),
            new Part("names", "Names used", new NamesSection()));

    /** No script, no picture, no font and no link can be loaded, whatever the data hold. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private ReportPage() {}

    /** One HTML document that needs nothing beside it; UTF-8 when written to a file. */
    public static String html(ReportData data) {
        List<Part> parts = parts(data);
        Markup html = new Markup().doctype();
        html.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.element("title", data.subject().title() + ", run " + data.run().runId());
        html.styleSheet().closeLine();
        html.open("body").open("header");
        new HeaderSection().write(html, data);
        navigation(html, parts);
        html.closeLine().open("main");
        for (Part part : parts) {
            html.open("section", "aria-labelledby", part.id()).element("h2", part.heading(), "id", part.id());
            part.section().write(html, data);
            html.closeLine();
        }
        html.closeLine().closeLine().closeLine();
        return html.toString();
    }

    private static List<Part> parts(ReportData data) {
        List<Part> parts = new ArrayList<>(List.of(READING, CRAWL));
        if (data.funnel().relevant() > 0) {
            parts.addAll(COVERAGE);
        }
        parts.add(NEAR_MISSES);
        parts.add(WARNINGS);
        return parts;
    }

    private static void navigation(Markup html, List<Part> parts) {
        html.open("nav", "aria-label", "Parts of the page").open("ul");
        parts.forEach(p ->
                html.open("li").element("a", p.heading(), "href", "#" + p.id()).close());
        html.close().closeLine();
    }
}
