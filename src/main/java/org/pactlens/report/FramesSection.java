package org.pactlens.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pactlens.report.Estimate.Shown;
import org.pactlens.report.ReportData.FrameCell;
import org.pactlens.report.ReportData.Outlet;

/** Share of each outlet's own stories that have a frame in the outlet's own voice: one panel per frame. */
final class FramesSection implements Section {
    @Override
    public void write(Markup html, ReportData data) {
        if (data.frames().isEmpty()) {
            html.element("p", "The table outlet_framing has no row of this kind.", "class", "empty");
            return;
        }
        Roster roster = new Roster(data);
        Map<String, Map<String, FrameCell>> byFrame = byFrame(data);
        OutletPanels panels = new OutletPanels(roster);
        byFrame.forEach((frame, cells) ->
                panels.panel(Roster.nameIn(data.subject().frames(), frame), outlet -> {
                    FrameCell cell = cells.get(outlet.outlet());
                    return cell == null
                            ? new Estimate.Absent("no row in the table")
                            : Estimate.of(cell, data.subject());
                }));
        new Figure(html, data)
                .write(
                        "Frames in the outlet's own voice, by outlet",
                        "Share of the outlet's own stories (copies from others left out) with the frame in headline or"
                                + " text, outside all quotation. Dot: share; line: "
                                + Format.percent(data.subject().confidence())
                                + " interval; hollow and dashed: fewer than "
                                + data.subject().unmarkedStories() + " stories. \u201c34% of 41\u201d: share of 41"
                                + " stories." + roster.notDrawn(),
                        () -> panels.write(html),
                        table(data, roster, byFrame),
                        Query.FRAMES);
    }

    /** Frames in the order of the codebook, then those that it does not know. */
    private static Map<String, Map<String, FrameCell>> byFrame(ReportData data) {
        Map<String, Map<String, FrameCell>> byFrame = new LinkedHashMap<>();
        data.subject().frames().forEach(f -> byFrame.put(f.id(), new HashMap<>()));
        for (FrameCell cell : data.frames()) {
            byFrame.computeIfAbsent(cell.frame(), f -> new HashMap<>()).put(cell.outlet(), cell);
        }
        byFrame.values().removeIf(Map::isEmpty);
        return byFrame;
    }

    private static DataTable table(ReportData data, Roster roster, Map<String, Map<String, FrameCell>> byFrame) {
        DataTable table = new DataTable("Share of stories with each frame in the outlet's own voice")
                .words("frame", "outlet")
                .numbers("share", "interval", "with frame", "stories", "articles with", "articles");
        for (Outlet outlet : roster.all()) {
            byFrame.forEach((frame, cells) -> {
                FrameCell cell = cells.get(outlet.outlet());
                if (cell != null) {
                    Estimate estimate = Estimate.of(cell, data.subject());
                    table.row(
                            Roster.nameIn(data.subject().frames(), frame),
                            roster.name(outlet.outlet()),
                            estimate.words(),
                            estimate instanceof Shown s ? Format.interval(s.low(), s.high()) : "",
                            Format.decimal(cell.familiesK()),
                            Format.count(cell.familiesN()),
                            Format.count(cell.k()),
                            Format.count(cell.n()));
                }
            });
        }
        return table;
    }
}
