package org.pactlens.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.pactlens.job.Export;
import org.pactlens.job.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}: result tables for a paper, or for those who have no Spark. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the result tables as one CSV and one Parquet file each. Cells that a spreadsheet would run as a",
            "formula are written with an apostrophe before them; lists are JSON."
        },
        footer = {"", "Example:", "  pactlens export --lake lake --out paper-data --without-text"})
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "New or empty folder for the files.")
    private String out;

    @Option(
            names = "--without-text",
            description = "Leaves out the outlets' words (titles, texts, quotations, wordings), so that the files may"
                    + " be published.")
    private boolean withoutText;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter written = spec.commandLine().getOut();
        try (Progress progress = Progress.onStandardError()) {
            lake.read("export", opened -> {
                Export export = new Export(opened, progress);
                (withoutText ? export.withoutText(out) : export.all(out)).forEach(written::println);
            });
        }
        written.flush();
        return Main.DONE;
    }
}
