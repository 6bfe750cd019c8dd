package org.pactlens.report;

/** Share of each outlet's own stories that have a frame in the outlet's own voice: one panel per frame. */
final class FramesSection implements Section {
    @Override
    public void write(Markup html, ReportData data) {
        if (data.frames().isEmpty()) {
            html.element("p", "No outlet has a story of its own.", "class", "empty");
            return;
        }
        new ShareFigure(
                        data,
                        data.frames(),
                        data.subject().frames(),
                        frame -> Roster.nameIn(data.subject().frames(), frame))
                .write(
                        html,
                        "Frames in the outlet's own voice",
                        "Share of the outlet's own stories (texts of other outlets and of agencies left out) with the"
                                + " frame in headline or text, outside all quotation.",
                        Query.FRAMES);
    }
}
