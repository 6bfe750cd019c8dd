package org.pactlens.report;

import java.util.List;
import org.pactlens.report.StackedRows.Length;
import org.pactlens.report.StackedRows.Part;

/** Articles about what is easily taken for the event. */
final class NearMissSection implements Section {
    @Override
    public void write(Markup html, ReportData data) {
        if (data.nearMisses().isEmpty()) {
            html.element("p", "No candidate was about a look-alike of the event.", "class", "empty");
            return;
        }
        StackedRows rows =
                new StackedRows("Near misses by look-alike", Length.BY_TOTAL, List.of(new Part("articles", "plain")));
        DataTable table = new DataTable("Near misses by look-alike")
                .words("look-alike", "id")
                .numbers("articles");
        data.nearMisses().forEach(n -> {
            String name = Roster.nameIn(data.subject().lookAlikes(), n.lookAlike());
            rows.row(name, Format.count(n.articles()), n.articles());
            table.row(name, n.lookAlike(), Format.count(n.articles()));
        });
        new Figure(html, data)
                .write(
                        "Near misses by look-alike",
                        "Articles that hold the required concepts and are about something else. They are counted among"
                                + " candidates only: what the screen dropped is not here.",
                        () -> rows.write(html),
                        table,
                        Query.NEAR_MISSES);
    }
}
