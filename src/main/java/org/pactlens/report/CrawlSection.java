package org.pactlens.report;

import java.util.List;
import org.pactlens.report.ReportData.Fate;
import org.pactlens.report.ReportData.Funnel;
import org.pactlens.report.ReportData.Inputs;
import org.pactlens.report.ReportData.Reject;
import org.pactlens.report.StackedRows.Length;
import org.pactlens.report.StackedRows.Part;

/** What the lake's crawl files held, what was kept of it, and what became of the rest. */
final class CrawlSection implements Section {
    private record Step(String name, long count, String meaning) {}

    @Override
    public void write(Markup html, ReportData data) {
        Inputs inputs = data.inputs();
        html.element(
                "p",
                Format.count(inputs.files(), "file", "files") + ", " + Format.bytes(inputs.bytesRead()) + " read; "
                        + Format.count(inputs.damaged()) + " damaged (" + Format.bytes(inputs.bytesLost()) + " lost), "
                        + Format.count(inputs.unreadable()) + " unreadable. All runs of this lake together.");
        Figure figure = new Figure(html, data);
        funnel(html, figure, data.funnel());
        fates(figure, data.fates());
        rejects(html, figure, data.rejects());
    }

    private static void funnel(Markup html, Figure figure, Funnel funnel) {
        List<Step> steps = List.of(
                new Step("Records", funnel.records(), "whole records in the files"),
                new Step("Captures", funnel.captures(), "records that are pages, each counted once"),
                new Step("Candidates", funnel.candidates(), "pages that may hold the required concepts: parsed"),
                new Step("Articles", funnel.articles(), "addresses with a text"),
                new Step("Relevant", funnel.relevant(), "articles with the event as subject or substantial part"),
                new Step("Counted", funnel.counted(), "of them at a known outlet, tickers and stubs apart"),
                new Step("Stories", funnel.stories(), "families of copies and versions among the counted"));
        StackedRows rows =
                new StackedRows("From records to stories", Length.BY_TOTAL, List.of(new Part("count", "own")));
        DataTable table = new DataTable("From records to stories")
                .words("step")
                .numbers("count", "of the step before")
                .words("meaning");
        long before = 0;
        for (Step step : steps) {
            String share = before == 0 ? "" : Format.percent(step.count(), before);
            rows.row(step.name(), Format.count(step.count()) + (share.isEmpty() ? "" : ", " + share), step.count());
            table.row(step.name(), Format.count(step.count()), share, step.meaning());
            before = step.count();
        }
        figure.write(
                "From records to stories",
                "What was left at each step, with its share of the step before. Captures of one page at several times"
                        + " are several candidates and one article.",
                () -> rows.write(html),
                table,
                Query.FUNNEL);
    }

    private static void fates(Figure figure, List<Fate> fates) {
        long all = fates.stream().mapToLong(Fate::records).sum();
        DataTable table = new DataTable("Records by fate")
                .words("fate")
                .numbers("records", "share")
                .words("meaning");
        fates.forEach(f -> table.row(
                Format.words(f.fate()),
                Format.count(f.records()),
                Format.percent(f.records(), all),
                meaning(f.fate())));
        table.row("sum", Format.count(all), "", "");
        figure.table(
                "What became of the records",
                "Every record has exactly one fate; they sum to the records read.",
                table,
                Query.FATES);
    }

    private static String meaning(String fate) {
        return switch (fate) {
            case "article" -> "gave a text";
            case "no_article" -> "read, and no article: a list, a front page, a wall, an error page";
            case "screened_out" -> "lacks a concept that every relevant text has; not parsed";
            case "http_error" -> "the server answered with an error or a redirect";
            case "other_media" -> "image, style, script or other payload without an article";
            case "empty" -> "no payload";
            case "revisit" -> "note that the page had not changed";
            case "rejected" -> "could not be read; see the rejects";
            case "not_a_page" -> "request, metadata or description";
            case "duplicate" -> "the same capture was read before";
            default -> "";
        };
    }

    private static void rejects(Markup html, Figure figure, List<Reject> rejects) {
        if (rejects.isEmpty()) {
            html.element("p", "Nothing was rejected: no damage, no document that could not be read.", "class", "empty");
            return;
        }
        DataTable table =
                new DataTable("Rejects by reason").words("reason", "stage").numbers("times", "bytes lost");
        rejects.forEach(r -> table.row(
                Format.words(r.reason()), r.stage(), Format.count(r.times()), Format.count(r.bytesSkipped())));
        figure.table(
                "What could not be read",
                "Damage in the files (read) and documents that no parser could open within its limits (extract).",
                table,
                Query.REJECTS);
    }
}
