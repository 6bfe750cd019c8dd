package org.pactlens.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pactlens.report.Estimate.Shown;
import org.pactlens.report.ReportData.Cell;
import org.pactlens.report.ReportData.Named;
import org.pactlens.report.ReportData.Outlet;

/** Cells of {@code outlet_framing} as panels of dots, one per code, and as a table. */
final class ShareFigure {
    private final ReportData data;
    private final Roster roster;
    private final UnaryOperator<String> names;
    private final Map<String, Map<String, Cell>> byCode = new LinkedHashMap<>();

    /**
     * Codes in the order of {@code known}, then those that it does not know; a code without a cell is left out.
     *
     * @param names heading of a code
     */
    ShareFigure(ReportData data, List<Cell> cells, List<Named> known, UnaryOperator<String> names) {
        this.data = data;
        this.roster = new Roster(data);
        this.names = names;
        known.forEach(k -> byCode.put(k.id(), new HashMap<>()));
        for (Cell cell : cells) {
            byCode.computeIfAbsent(cell.code(), c -> new HashMap<>()).put(cell.outlet(), cell);
        }
        byCode.values().removeIf(Map::isEmpty);
    }

    /** The figure; {@code what} says of what stories and wordings the shares are. */
    void write(Markup html, String heading, String what, Query query) {
        OutletPanels panels = new OutletPanels(roster);
        byCode.forEach((code, cells) -> panels.panel(names.apply(code), outlet -> {
            Cell cell = cells.get(outlet.outlet());
            return cell == null ? new Estimate.Absent("no own story") : Estimate.of(cell, data.subject());
        }));
        String reading = what + " Dot: share; line: "
                + Format.percent(data.subject().confidence())
                + " interval; hollow and dashed: fewer than "
                + data.subject().unmarkedStories() + " stories; orange tick: the same share among the other outlets of"
                + " the language. \u201c34% of 41\u201d: share of 41 stories." + roster.notDrawn();
        new Figure(html, data).write(heading, reading, () -> panels.write(html), table(heading), query, Query.OUTLETS);
    }

    private DataTable table(String caption) {
        DataTable table = new DataTable(caption)
                .words("outlet", "frame or name")
                .numbers("share", "interval", "others", "difference", "q", "stories with", "stories", "articles with")
                .numbers("articles");
        for (Outlet outlet : roster.all()) {
            byCode.forEach((code, cells) -> {
                Cell cell = cells.get(outlet.outlet());
                if (cell != null) {
                    table.row(row(code, cell));
                }
            });
        }
        return table;
    }

    private String[] row(String code, Cell cell) {
        Estimate estimate = Estimate.of(cell, data.subject());
        boolean compared = estimate instanceof Shown s && s.others() != null && cell.diffLow() != null;
        return new String[] {
            roster.name(cell.outlet()),
            names.apply(code),
            estimate.words(),
            estimate instanceof Shown s ? Format.interval(s.low(), s.high()) : "",
            estimate instanceof Shown s && s.others() != null ? Format.percent(s.others()) : "",
            compared ? Format.points(cell.diffLow()) + " to " + Format.points(cell.diffHigh()) : "",
            compared && cell.q() != null ? Format.probability(cell.q()) : "",
            Format.decimal(cell.familiesK()),
            Format.count(cell.familiesN()),
            Format.count(cell.k()),
            Format.count(cell.n())
        };
    }
}
