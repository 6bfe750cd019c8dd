package org.pactlens.report;

import org.pactlens.report.ReportData.Run;
import org.pactlens.report.ReportData.Subject;

/** What the report is about, and the run that it can be made again from. */
final class HeaderSection implements Section {
    @Override
    public void write(Markup html, ReportData data) {
        Subject subject = data.subject();
        Run run = data.run();
        html.element("h1", subject.title());
        html.element("p", "Event: " + subject.event() + ", " + subject.eventDate() + ".");
        html.open("dl", "class", "facts");
        fact(html, "Study", subject.studyId());
        fact(html, "Run", run.runId());
        fact(html, "Started", Format.minute(run.startedAt()));
        fact(html, "Ended", Format.minute(run.endedAt()));
        fact(html, "Command and state", run.command() + ", " + Format.words(run.state()));
        fact(
                html,
                "Files read, passed over",
                Format.count(run.inputsRead()) + ", " + Format.count(run.inputsSkipped()));
        fact(html, "Software", "Pactlens " + run.softwareVersion() + ", Spark " + run.sparkVersion());
        fact(html, "Study fingerprint", run.studyFingerprint());
        html.closeLine();
        if (data.funnel().relevant() == 0) {
            html.element(
                    "p",
                    "No relevant article: the run read the crawl and found none about the event. There is nothing to"
                            + " count, so this page has no shares.",
                    "class",
                    "warning");
        } else {
            html.element(
                    "p",
                    Format.count(data.funnel().relevant(), "relevant article", "relevant articles")
                            + "; the shares count " + Format.count(data.funnel().counted()) + " of them, in "
                            + Format.count(data.funnel().stories(), "story", "stories") + " of "
                            + Format.count(data.outlets().size(), "outlet", "outlets") + ".");
        }
        if (!run.warnings().isEmpty()) {
            html.open("p", "class", "warning")
                    .text("The run has ")
                    .text(Format.count(run.warnings().size(), "warning", "warnings"))
                    .text(": ")
                    .element("a", "read", "href", "#warnings")
                    .text(".")
                    .closeLine();
        }
    }

    private static void fact(Markup html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).closeLine();
    }
}
