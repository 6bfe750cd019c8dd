package org.pactlens.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pactlens.UserError;
import org.pactlens.job.ReportTables;
import org.pactlens.lake.Lake;
import org.pactlens.report.ReportPage;
import org.pactlens.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: one page with pictures. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes one self-contained HTML page about the last run: what was read and dropped, attention over days,",
            "frames per outlet with intervals, voices, wire copy, names. Each figure names its query."
        },
        footer = {"", "Example:", "  pactlens report --lake lake --out report.html"})
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Option(names = "--out", required = true, paramLabel = "FILE.html", description = "Where the page goes.")
    private Path out;

    @Mixin
    private StudyOption study;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Study loaded = study.load();
        lake.read("report", opened -> write(opened, loaded, out));
        spec.commandLine().getOut().println(out);
        return Main.DONE;
    }

    /** Writes the page of a lake's last run. */
    static void write(Lake lake, Study study, Path file) {
        try {
            Files.writeString(file, ReportPage.html(new ReportTables(lake).read(study)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw UserError.of(
                    "--out " + file,
                    "the file cannot be written (" + e.getMessage() + ")",
                    "Name a file in a folder that is there.");
        }
    }
}
