package org.pactlens.report;

/** What the run says a person should look at. */
final class WarningsSection implements Section {
    @Override
    public void write(Markup html, ReportData data) {
        if (data.run().warnings().isEmpty()) {
            html.element("p", "None.", "class", "empty");
            return;
        }
        data.run().warnings().forEach(w -> html.element("p", w, "class", "warning"));
    }
}
