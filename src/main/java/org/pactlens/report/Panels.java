package org.pactlens.report;

import java.util.Map;

/** Panels of dots side by side, as many as the width holds, each under its heading. */
final class Panels {
    private Panels() {}

    static void write(Markup html, Map<String, DotPanel> panels) {
        html.open("div", "class", "panels");
        panels.forEach((heading, panel) -> {
            html.open("div", "class", "panel").element("h4", heading);
            panel.write(html);
            html.closeLine();
        });
        html.closeLine();
    }
}
