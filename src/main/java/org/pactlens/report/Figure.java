package org.pactlens.report;

import java.util.List;

/**
 * What stands around a picture: heading, how to read it, the same numbers as a table, and the query, tables and run that
 * they come from.
 */
final class Figure {
    private final Markup html;
    private final String runId;

    Figure(Markup html, ReportData data) {
        this.html = html;
        this.runId = data.run().runId();
    }

    /** Writes a figure; {@code picture} writes to the same markup. */
    void write(String heading, String reading, Runnable picture, DataTable table, Query... queries) {
        html.open("figure").open("figcaption").element("h3", heading);
        html.element("p", reading).closeLine();
        picture.run();
        if (!table.isEmpty()) {
            html.open("details").element("summary", "Table: " + Format.count(table.size(), "row", "rows"));
            table.write(html);
            html.closeLine();
        }
        source(List.of(queries));
        html.closeLine();
    }

    /** A table that is shown at once, with its source. */
    void table(String heading, String reading, DataTable table, Query query) {
        html.open("figure").open("figcaption").element("h3", heading);
        html.element("p", reading).closeLine();
        table.write(html);
        source(List.of(query));
        html.closeLine();
    }

    private void source(List<Query> queries) {
        List<String> tables =
                queries.stream().flatMap(q -> q.tables().stream()).distinct().toList();
        html.open("details", "class", "source").open("summary").text("Source: ");
        html.text(tables.size() == 1 ? "table " : "tables ");
        String separator = "";
        for (String table : tables) {
            html.text(separator).element("code", table);
            separator = ", ";
        }
        html.text("; run ").element("code", runId);
        html.text(queries.size() == 1 ? "; query" : "; queries").close();
        for (Query query : queries) {
            html.open("pre", "tabindex", "0").element("code", query.sql()).closeLine();
        }
        html.closeLine();
    }
}
