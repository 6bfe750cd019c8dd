package org.pactlens.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pactlens.report.ReportData.Cell;
import org.pactlens.report.ReportData.Named;

/** What outlets call the event, the war, the leaders and the state: a figure per list, a panel per name. */
final class NamesSection implements Section {
    @Override
    public void write(Markup html, ReportData data) {
        if (data.names().isEmpty()) {
            html.element("p", "No outlet has a story of its own.", "class", "empty");
            return;
        }
        byList(data)
                .forEach((list, cells) -> new ShareFigure(
                                data, cells, data.subject().codes(), code -> name(data, code))
                        .write(
                                html,
                                heading(list),
                                "Share of the outlet's own stories that use such a name; one story may use several.",
                                Query.NAMES));
    }

    /** The cells by list, in the study's order of lists, then those that it does not know. */
    private static Map<String, List<Cell>> byList(ReportData data) {
        Map<String, List<Cell>> lists = new LinkedHashMap<>();
        for (Named code : data.subject().codes()) {
            lists.put(list(code.id()), new ArrayList<>());
        }
        for (Cell cell : data.names()) {
            lists.computeIfAbsent(list(cell.code()), l -> new ArrayList<>()).add(cell);
        }
        lists.values().removeIf(List::isEmpty);
        return lists;
    }

    private static String list(String code) {
        return code.substring(0, Math.max(0, code.indexOf('.')));
    }

    private static String heading(String list) {
        return list.equals("names_used")
                ? "Names of the event"
                : "Names of the " + Format.words(list).replace(" label", "");
    }

    private static String name(ReportData data, String code) {
        String label = Format.words(code.substring(code.indexOf('.') + 1));
        return data.subject().codes().stream()
                .filter(c -> c.id().equals(code))
                .map(c -> label + ": " + c.name())
                .findFirst()
                .orElse(label);
    }
}
