package org.pactlens.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.pactlens.report.ReportData.NameUse;
import org.pactlens.report.ReportData.Named;
import org.pactlens.report.ReportData.Outlet;

/** What outlets call the event, the war, the leaders and the state: one panel per name. */
final class NamesSection implements Section {
    private record Key(String outlet, String code) {}

    @Override
    public void write(Markup html, ReportData data) {
        if (data.names().isEmpty()) {
            html.element("p", "No name of the study's lists was found.", "class", "empty");
            return;
        }
        Roster roster = new Roster(data);
        Map<Key, NameUse> uses = new LinkedHashMap<>();
        data.names().forEach(n -> uses.put(new Key(n.outlet(), n.code()), n));
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String code : codes(data)) {
            lists.computeIfAbsent(code.substring(0, Math.max(0, code.indexOf('.'))), l -> new ArrayList<>())
                    .add(code);
        }
        Figure figure = new Figure(html, data);
        lists.forEach((list, codes) -> figure.write(
                heading(list),
                "Share of the outlet's stories with at least one article that uses such a name; quotations do not count"
                        + " for the war, the leaders and the state. Dot, line and marks as for frames."
                        + roster.notDrawn(),
                () -> panels(data, roster, codes, uses).write(html),
                table(data, roster, codes, uses),
                Query.NAMES,
                Query.OUTLETS));
    }

    /** Codes in the study's order, then those that it does not know; only those that any outlet uses. */
    private static List<String> codes(ReportData data) {
        TreeSet<String> used = new TreeSet<>();
        data.names().forEach(n -> used.add(n.code()));
        List<String> codes = new ArrayList<>();
        for (Named code : data.subject().codes()) {
            if (used.remove(code.id())) {
                codes.add(code.id());
            }
        }
        codes.addAll(used);
        return codes;
    }

    private static String heading(String list) {
        return switch (list) {
            case "names_used" -> "Names of the event";
            case "" -> "Other names";
            default -> "Names of the " + Format.words(list).replace(" label", "");
        };
    }

    private static String name(ReportData data, String code) {
        String label = Format.words(code.substring(code.indexOf('.') + 1));
        String meaning = Roster.nameIn(data.subject().codes(), code);
        return meaning.equals(Format.words(code)) ? label : label + ": " + meaning;
    }

    private static OutletPanels panels(ReportData data, Roster roster, List<String> codes, Map<Key, NameUse> uses) {
        OutletPanels panels = new OutletPanels(roster);
        for (String code : codes) {
            panels.panel(
                    name(data, code),
                    outlet -> Estimate.of(stories(outlet, code, uses), outlet.stories(), data.subject()));
        }
        return panels;
    }

    private static DataTable table(ReportData data, Roster roster, List<String> codes, Map<Key, NameUse> uses) {
        DataTable table = new DataTable("Stories and articles by outlet and name")
                .words("outlet", "name")
                .numbers("share", "stories with", "stories", "articles with", "articles");
        for (Outlet outlet : roster.all()) {
            for (String code : codes) {
                NameUse use = uses.get(new Key(outlet.outlet(), code));
                if (use != null) {
                    table.row(
                            roster.name(outlet.outlet()),
                            name(data, code),
                            Estimate.of(stories(outlet, code, uses), outlet.stories(), data.subject())
                                    .words(),
                            Format.count(use.stories()),
                            Format.count(outlet.stories()),
                            Format.count(use.articles()),
                            Format.count(outlet.relevant()));
                }
            }
        }
        return table;
    }

    private static long stories(Outlet outlet, String code, Map<Key, NameUse> uses) {
        NameUse use = uses.get(new Key(outlet.outlet(), code));
        return use == null ? 0 : Math.min(use.stories(), outlet.stories());
    }
}
