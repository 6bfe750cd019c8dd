package org.pactlens.report;

import java.util.List;
import org.pactlens.report.StackedRows.Part;

/** What the colours of a figure stand for, in the order in which they are drawn. */
final class Legend {
    private Legend() {}

    static void write(Markup html, List<Part> parts) {
        html.open("ul", "class", "legend");
        for (Part part : parts) {
            html.open("li").open("svg", "width", "12", "height", "12", "aria-hidden", "true");
            html.empty("rect", "width", "12", "height", "12", "class", "piece " + part.style())
                    .close();
            html.text(part.name()).close();
        }
        html.closeLine();
    }
}
