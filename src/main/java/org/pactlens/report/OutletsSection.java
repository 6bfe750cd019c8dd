package org.pactlens.report;

import java.util.List;
import org.pactlens.report.ReportData.Outlet;

/** Who is in the sample, and how well each outlet was crawled. */
final class OutletsSection implements Section {
    @Override
    public void write(Markup html, ReportData data) {
        Roster roster = new Roster(data);
        DataTable table = new DataTable("Outlets with a relevant article, those with the most stories first")
                .words("outlet", "id", "country", "type")
                .numbers("captures", "articles", "relevant", "counted", "stories", "days crawled", "longest gap")
                .words("notes");
        for (Outlet outlet : roster.all()) {
            table.row(
                    roster.name(outlet.outlet()),
                    outlet.outlet(),
                    outlet.country() == null ? "" : outlet.country(),
                    outlet.type() == null ? "" : Format.words(outlet.type()),
                    Format.count(outlet.captures()),
                    Format.count(outlet.articles()),
                    Format.count(outlet.relevant()),
                    Format.count(outlet.counted()),
                    Format.count(outlet.stories()),
                    Format.count(outlet.daysCaptured()),
                    Format.count(outlet.longestGapDays()),
                    String.join(", ", notes(outlet.flags())));
        }
        new Figure(html, data)
                .table(
                        "Outlets with a relevant article",
                        "Counted articles are what shares are made of: relevant, tickers and stubs apart. A gap is a run"
                                + " of days without a capture: what appeared and went within it is not in the crawl.",
                        table,
                        Query.OUTLETS);
    }

    private static List<String> notes(List<String> flags) {
        return flags.stream()
                .map(flag -> switch (flag) {
                    case "unlisted" -> "not in the study's list";
                    case "gaps" -> "crawled with gaps";
                    case "undated" -> "many articles without a date";
                    default -> Format.words(flag);
                })
                .toList();
    }
}
