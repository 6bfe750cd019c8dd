package org.pactlens.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pactlens.report.Estimate.Absent;
import org.pactlens.report.Estimate.Shown;
import org.pactlens.report.ReportData.Outlet;

/**
 * Panels of dots side by side, as many as the width holds: one per frame or name, with a row per outlet. Outlets that
 * have no share in any panel stand once, with the reason, in a panel of their own.
 */
final class OutletPanels {
    private final Roster roster;
    private final Map<String, Map<Outlet, Estimate>> panels = new LinkedHashMap<>();

    OutletPanels(Roster roster) {
        this.roster = roster;
    }

    /** A panel under its heading; {@code estimate} is asked for each outlet that is drawn. */
    void panel(String heading, Function<Outlet, Estimate> estimate) {
        Map<Outlet, Estimate> rows = new LinkedHashMap<>();
        roster.drawn().forEach(o -> rows.put(o, estimate.apply(o)));
        panels.put(heading, rows);
    }

    void write(Markup html) {
        List<Outlet> shareless = roster.drawn().stream()
                .filter(o -> panels.values().stream().allMatch(rows -> rows.get(o) instanceof Absent))
                .toList();
        List<String> unseen = new ArrayList<>();
        html.open("div", "class", "panels");
        panels.forEach((heading, rows) -> {
            if (rows.values().stream().anyMatch(e -> e instanceof Shown s && s.share() > 0)) {
                DotPanel panel = new DotPanel(heading + ", by outlet");
                rows.forEach((outlet, estimate) -> {
                    if (!shareless.contains(outlet)) {
                        panel.row(roster.name(outlet.outlet()), estimate);
                    }
                });
                write(html, heading, panel);
            } else {
                unseen.add(heading);
            }
        });
        if (!shareless.isEmpty()) {
            DotPanel panel = new DotPanel("Outlets without a share");
            shareless.forEach(o -> panel.row(roster.name(o.outlet()), new Absent(reasons(o))));
            write(html, "Outlets without a share", panel);
        }
        html.closeLine();
        if (!unseen.isEmpty()) {
            html.element(
                    "p",
                    "No outlet drawn here has a share above zero for: " + String.join("; ", unseen)
                            + ". The table has the zeros and the reasons.",
                    "class",
                    "note");
        }
    }

    private String reasons(Outlet outlet) {
        return panels.values().stream()
                .map(rows -> ((Absent) rows.get(outlet)).reason())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static void write(Markup html, String heading, DotPanel panel) {
        html.open("div", "class", "panel").element("h4", heading);
        panel.write(html);
        html.closeLine();
    }
}
