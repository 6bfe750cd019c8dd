package org.pactlens.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pactlens.report.Estimate.Shown;
import org.pactlens.report.ReportData.FrameCell;
import org.pactlens.report.ReportData.Named;
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
        List<String> unseen = new ArrayList<>();
        Map<String, DotPanel> panels = new LinkedHashMap<>();
        byFrame.forEach((frame, cells) -> {
            String name = Roster.nameIn(data.subject().frames(), frame);
            DotPanel panel = new DotPanel(name + " by outlet");
            for (Outlet outlet : roster.drawn()) {
                FrameCell cell = cells.get(outlet.outlet());
                Estimate estimate =
                        cell == null ? new Estimate.Absent("no row in the table") : Estimate.of(cell, data.subject());
                panel.row(roster.name(outlet.outlet()), estimate);
            }
            if (panel.hasShare()) {
                panels.put(name, panel);
            } else {
                unseen.add(name);
            }
        });
        new Figure(html, data)
                .write(
                        "Frames in the outlet's own voice, by outlet",
                        "Share of the outlet's own stories (copies from others left out) with the frame in headline or"
                                + " text, outside all quotation. Dot: share; line: "
                                + Format.percent(data.subject().confidence())
                                + " interval; hollow and dashed: fewer than "
                                + data.subject().unmarkedStories() + " stories. The last number is the stories."
                                + roster.notDrawn(),
                        () -> {
                            Panels.write(html, panels);
                            nothing(html, unseen);
                        },
                        table(data, roster, byFrame),
                        Query.FRAMES);
    }

    private static void nothing(Markup html, List<String> unseen) {
        if (!unseen.isEmpty()) {
            html.element(
                    "p",
                    "No outlet drawn here has a share above zero for: " + String.join("; ", unseen)
                            + ". The table has the zeros and the reasons.",
                    "class",
                    "note");
        }
    }

    /** Frames in the order of the codebook, then those that it does not know. */
    private static Map<String, Map<String, FrameCell>> byFrame(ReportData data) {
        Map<String, Map<String, FrameCell>> byFrame = new LinkedHashMap<>();
        for (Named frame : data.subject().frames()) {
            byFrame.put(frame.id(), new HashMap<>());
        }
        for (FrameCell cell : data.frames()) {
            byFrame.computeIfAbsent(cell.frame(), f -> new HashMap<>()).put(cell.outlet(), cell);
        }
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
