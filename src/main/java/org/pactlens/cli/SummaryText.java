package org.pactlens.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.pactlens.job.JobSummary;

/** The end of a run as a person reads it. */
final class SummaryText {
    private SummaryText() {}

    static void print(JobSummary summary, PrintWriter out) {
        out.println(
                summary.state().equals("nothing_new")
                        ? "Nothing new: all files had been read, and the coding stands. No table changed."
                        : "Run " + summary.runId() + " is done.");
        out.printf(
                Locale.ROOT,
                "  files     %,d read, %,d read before, %,d of other formats ignored%n",
                summary.inputsRead(),
                summary.inputsSkipped(),
                summary.filesIgnored());
        if (summary.records() > 0) {
            out.printf(Locale.ROOT, "  records   %,d, each with one fate:%n", summary.records());
            summary.fates().forEach((fate, n) -> out.printf(Locale.ROOT, "    %-14s %,8d%n", fate, n));
        }
        out.println("  in the lake now (articles with their earlier versions):");
        summary.counts().forEach((what, n) -> out.printf(Locale.ROOT, "    %-14s %,8d%n", what, n));
        StringBuilder seconds = new StringBuilder();
        for (Map.Entry<String, Double> stage : summary.seconds().entrySet()) {
            seconds.append(seconds.isEmpty() ? "" : ", ")
                    .append(String.format(Locale.ROOT, "%s %.1f s", stage.getKey(), stage.getValue()));
        }
        out.println("  time      " + seconds);
        summary.warnings().forEach(warning -> out.println("  warning   " + warning));
        out.println("  tables    " + summary.lake());
        out.println("  next      pactlens report --lake " + summary.lake()
                + " --out report.html; `pactlens tables` explains" + " every column");
        out.flush();
    }
}
