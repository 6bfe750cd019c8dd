package org.pactlens.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pactlens.report.ReportData.AgencyCount;
import org.pactlens.report.ReportData.Outlet;
import org.pactlens.report.ReportData.RoleCount;
import org.pactlens.report.StackedRows.Length;
import org.pactlens.report.StackedRows.Part;

/** How much of an outlet's coverage is its own and how much comes from others, and from which agencies. */
final class WireSection implements Section {
    /** Roles of {@code families}, from the outlet's own work to the unchanged copy. */
    private static final List<String> ROLES =
            List.of("alone", "quote_only", "original", "rewrite", "translation", "edited", "verbatim");

    private static final List<Part> PARTS = List.of(
            new Part("alone", "own"),
            new Part("shares quotations only", "own2"),
            new Part("original", "own3"),
            new Part("rewrite", "other4"),
            new Part("translation", "other3"),
            new Part("edited copy", "other2"),
            new Part("verbatim copy", "other"));

    @Override
    public void write(Markup html, ReportData data) {
        Figure figure = new Figure(html, data);
        if (data.roles().isEmpty()) {
            html.element("p", "The table families has no row for a relevant article.", "class", "empty");
        } else {
            roles(html, figure, data);
        }
        if (data.agencies().isEmpty()) {
            html.element("p", "No relevant article is credited to a news agency.", "class", "empty");
        } else {
            agencies(html, figure, data);
        }
    }

    private static void roles(Markup html, Figure figure, ReportData data) {
        Roster roster = new Roster(data);
        Map<String, long[]> byOutlet = new HashMap<>();
        for (RoleCount row : data.roles()) {
            int role = ROLES.indexOf(row.role());
            if (role < 0) {
                throw new IllegalArgumentException("unknown role " + row.role());
            }
            byOutlet.computeIfAbsent(row.outlet(), o -> new long[ROLES.size()])[role] += row.articles();
        }
        StackedRows rows = new StackedRows("Role of each outlet's articles in their story", Length.WHOLE, PARTS);
        DataTable table = new DataTable("Articles by outlet and role in their story").words("outlet");
        PARTS.forEach(p -> table.numbers(p.name()));
        int minimum = data.subject().minimumStories();
        for (Outlet outlet : roster.all()) {
            long[] counts = byOutlet.getOrDefault(outlet.outlet(), new long[ROLES.size()]);
            String[] cells = new String[ROLES.size() + 1];
            cells[0] = roster.name(outlet.outlet());
            for (int i = 0; i < counts.length; i++) {
                cells[i + 1] = Format.count(counts[i]);
            }
            table.row(cells);
            if (roster.drawn().contains(outlet)) {
                boolean enough = outlet.stories() >= minimum;
                String right = enough
                        ? Format.count(outlet.counted(), "article", "articles")
                        : Format.count(outlet.stories(), "story", "stories") + ": no share";
                rows.row(cells[0], right, enough ? counts : new long[ROLES.size()]);
            }
        }
        figure.write(
                "Own work and copies, by outlet",
                "Blue: the outlet's own text, or the one that others took; orange: derived from another outlet or an"
                        + " agency, stronger the less was changed. The origin may lie outside the crawl: then a copy looks"
                        + " like own work. Outlets with fewer than " + minimum + " stories have no bar."
                        + roster.notDrawn(),
                () -> rows.write(html),
                table,
                Query.ROLES,
                Query.OUTLETS);
    }

    private static void agencies(Markup html, Figure figure, ReportData data) {
        Roster roster = new Roster(data);
        Map<String, Long> byAgency = new TreeMap<>();
        data.agencies().forEach(a -> byAgency.merge(a.agency(), a.articles(), Long::sum));
        StackedRows rows = new StackedRows(
                "Relevant articles by credited agency", Length.BY_TOTAL, List.of(new Part("articles", "other2")));
        byAgency.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(Roster.MOST_DRAWN)
                .forEach(e -> rows.row(
                        Roster.nameIn(data.subject().agencies(), e.getKey()),
                        Format.count(e.getValue()),
                        e.getValue()));
        DataTable table = new DataTable("Relevant articles by outlet and agency")
                .words("outlet", "agency")
                .numbers("articles");
        for (AgencyCount row : data.agencies()) {
            table.row(
                    roster.name(row.outlet()),
                    Roster.nameIn(data.subject().agencies(), row.agency()),
                    Format.count(row.articles()));
        }
        figure.write(
                "Agencies",
                "Relevant articles with an agency's credit in dateline, byline or closing line, all outlets; a picture"
                        + " credit or an agency named in the text is none.",
                () -> rows.write(html),
                table,
                Query.AGENCIES);
    }
}
