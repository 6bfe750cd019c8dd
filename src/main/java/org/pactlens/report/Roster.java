package org.pactlens.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pactlens.report.ReportData.Named;
import org.pactlens.report.ReportData.Outlet;

/** Names for people, and which outlets are drawn: the ones with the most stories. All others are in the tables. */
final class Roster {
    /** More rows than this would not be compared by eye. */
    static final int MOST_DRAWN = 12;

    /** In letters. A name from a crawl can be of any length, and it stands in many places. */
    private static final int LONGEST_NAME = 80;

    private static final String UNKNOWN = "unknown outlet";

    private final List<Outlet> outlets;
    private final Map<String, Outlet> byId = new HashMap<>();

    Roster(ReportData data) {
        this.outlets = data.outlets();
        outlets.forEach(o -> byId.put(o.outlet(), o));
    }

    /** All, those with the most stories first. */
    List<Outlet> all() {
        return outlets;
    }

    List<Outlet> drawn() {
        return outlets.subList(0, Math.min(MOST_DRAWN, outlets.size()));
    }

    /** What to say where not all are drawn; empty where all are. */
    String notDrawn() {
        int rest = outlets.size() - drawn().size();
        return rest == 0
                ? ""
                : " Drawn are the " + MOST_DRAWN + " outlets with the most stories; "
                        + Format.count(rest, "more is", "more are") + " in the table.";
    }

    String name(String outlet) {
        Outlet known = byId.get(outlet);
        if (known != null && known.name() != null && !known.name().isBlank()) {
            return Format.fit(known.name(), LONGEST_NAME);
        }
        return Format.fit(id(outlet), LONGEST_NAME);
    }

    private static String id(String outlet) {
        return outlet == null ? UNKNOWN : outlet;
    }

    /** The name that a list of the study gives an id; the id as words where it has none. */
    static String nameIn(List<Named> list, String id) {
        return list.stream()
                .filter(n -> n.id().equals(id))
                .map(Named::name)
                .findFirst()
                .orElse(Format.words(id));
    }
}
