package org.pactlens.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pactlens.report.DayBars.Height;
import org.pactlens.report.DayBars.Value;
import org.pactlens.report.ReportData.Day;
import org.pactlens.report.ReportData.Outlet;
import org.pactlens.report.ReportData.OutletDay;
import org.pactlens.report.StackedRows.Part;

/** When the relevant articles were published. */
final class AttentionSection implements Section {
    private static final int MOST_OUTLETS = 8;
    private static final int TALL = 190;
    private static final int SMALL = 76;
    private static final List<Part> PARTS = List.of(
            new Part("stories", "own"),
            new Part("further articles: copies and versions", "own2"),
            new Part("not crawled then or soon after", "gap"));

    @Override
    public void write(Markup html, ReportData data) {
        List<Day> busy =
                fullest(data.days()).stream().filter(d -> d.relevant() > 0).toList();
        if (busy.isEmpty()) {
            html.element("p", "No relevant article has a day of publication.", "class", "empty");
            return;
        }
        DayAxis axis = DayAxis.over(
                busy.stream().map(Day::day).toList(),
                busy.stream().map(Day::relevant).toList(),
                data.subject().eventDate());
        Figure figure = new Figure(html, data);
        all(html, figure, data, axis);
        outlets(html, figure, data, axis);
    }

    /**
     * Of the runs of days without a hole, the one with the most articles: the table has every day of the study, and
     * outside it single days with an article whose date is most likely wrong.
     */
    private static List<Day> fullest(List<Day> days) {
        List<Day> best = List.of();
        long most = -1;
        int first = 0;
        long sum = 0;
        for (int i = 0; i < days.size(); i++) {
            sum += days.get(i).relevant();
            boolean ends = i + 1 == days.size()
                    || !days.get(i).day().plusDays(1).equals(days.get(i + 1).day());
            if (ends) {
                if (sum > most) {
                    most = sum;
                    best = days.subList(first, i + 1);
                }
                first = i + 1;
                sum = 0;
            }
        }
        return best;
    }

    private static void all(Markup html, Figure figure, ReportData data, DayAxis axis) {
        Map<LocalDate, Value> values = new HashMap<>();
        DataTable table = new DataTable("Relevant articles and stories by day")
                .words("day")
                .numbers("articles", "stories");
        long outside = 0;
        for (Day day : data.days()) {
            values.put(day.day(), new Value(day.relevant(), day.stories(), day.crawlGap()));
            outside += axis.holds(day.day()) ? 0 : day.relevant();
            if (day.crawlGap() && day.relevant() == 0) {
                table.row(day.day().toString(), "not crawled", "not crawled");
            } else if (day.relevant() > 0) {
                table.row(day.day().toString(), Format.count(day.relevant()), Format.count(day.stories()));
            }
        }
        DayBars bars = new DayBars(axis, data.subject().eventDate());
        figure.write(
                "Articles and stories by day, all outlets",
                scale(axis) + " The vertical line is the day of the event. A story counts on each day on which it was"
                        + " told. Not drawn: "
                        + Format.count(data.funnel().undated(), "article", "articles") + " without a day, "
                        + Format.count(outside) + " outside the days shown.",
                () -> {
                    Legend.write(html, PARTS);
                    bars.write(
                            html, "Relevant articles and stories by day", values, new Height(TALL, bars.peak(values)));
                },
                table,
                Query.DAYS);
    }

    private static String scale(DayAxis axis) {
        return axis.step() == 1
                ? "Relevant articles by day of publication, tickers and stubs too."
                : "Relevant articles per day of publication, tickers and stubs too, as means of weeks; days that were not"
                        + " crawled are left out of the means.";
    }

    private static void outlets(Markup html, Figure figure, ReportData data, DayAxis axis) {
        Map<String, Map<LocalDate, Value>> byOutlet = new HashMap<>();
        for (OutletDay day : data.outletDays()) {
            byOutlet.computeIfAbsent(day.outlet(), o -> new HashMap<>())
                    .put(day.day(), new Value(day.relevant(), day.stories(), day.crawlGap()));
        }
        Map<String, Map<LocalDate, Value>> largest = new LinkedHashMap<>();
        data.outlets().stream()
                .map(Outlet::outlet)
                .filter(byOutlet::containsKey)
                .limit(MOST_OUTLETS)
                .forEach(o -> largest.put(o, byOutlet.get(o)));
        if (largest.isEmpty()) {
            return;
        }
        Roster roster = new Roster(data);
        DayBars bars = new DayBars(axis, data.subject().eventDate());
        double top = largest.values().stream().mapToDouble(bars::peak).max().orElse(1);
        DataTable table = new DataTable("Relevant articles and stories by outlet and day")
                .words("outlet", "day")
                .numbers("articles", "stories");
        data.outletDays().stream()
                .filter(d -> d.relevant() > 0 && largest.containsKey(d.outlet()))
                .forEach(d -> table.row(
                        roster.name(d.outlet()),
                        d.day().toString(),
                        Format.count(d.relevant()),
                        Format.count(d.stories())));
        figure.write(
                "The outlets with the most stories",
                "The same days, and one scale for all, so that heights compare.",
                () -> {
                    html.open("div", "class", "panels");
                    largest.forEach((outlet, values) -> {
                        html.open("div", "class", "panel")
                                .open("h4")
                                .element("bdi", roster.name(outlet))
                                .close();
                        bars.write(html, roster.name(outlet) + " by day", values, new Height(SMALL, top));
                        html.closeLine();
                    });
                    html.closeLine();
                },
                table,
                Query.OUTLET_DAYS);
    }
}
