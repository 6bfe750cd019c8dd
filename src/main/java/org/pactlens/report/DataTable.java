package org.pactlens.report;

import java.util.ArrayList;
import java.util.List;

/** The numbers of a figure as a table. The first column names the row; columns of numbers are right-aligned. */
final class DataTable {
    /** A page must stay small; the query gives the rest. */
    static final int MOST_ROWS = 400;

    private final String caption;
    private final List<String> headings = new ArrayList<>();
    private final List<Boolean> numeric = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();

    DataTable(String caption) {
        this.caption = caption;
    }

    DataTable words(String... columns) {
        return columns(false, columns);
    }

    DataTable numbers(String... columns) {
        return columns(true, columns);
    }

    private DataTable columns(boolean isNumeric, String... columns) {
        for (String column : columns) {
            headings.add(column);
            numeric.add(isNumeric);
        }
        return this;
    }

    DataTable row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headings);
        }
        rows.add(cells);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    String caption() {
        return caption;
    }

    /** The table, in a region that scrolls sideways where the page is narrow. */
    void write(Markup html) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table").element("caption", caption).open("thead").open("tr");
        for (int i = 0; i < headings.size(); i++) {
            html.element("th", headings.get(i), "scope", "col", "class", kind(i));
        }
        html.close().close().open("tbody");
        for (String[] row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            html.open("tr").open("th", "scope", "row").element("bdi", row[0]).close();
            for (int i = 1; i < row.length; i++) {
                html.open("td", "class", kind(i)).element("bdi", row[i]).close();
            }
            html.closeLine();
        }
        html.close().close();
        if (rows.size() > MOST_ROWS) {
            html.element(
                    "p",
                    "The first " + MOST_ROWS + " of " + Format.count(rows.size()) + " rows; the query below gives all.",
                    "class",
                    "note");
        }
        html.closeLine();
    }

    private String kind(int column) {
        return numeric.get(column) ? "n" : "w";
    }
}
