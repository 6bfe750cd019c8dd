package org.pactlens.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.pactlens.UserError;
import org.pactlens.lake.LakeHeld;
import org.pactlens.study.StudyProblems;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one verb a subcommand. Results go to standard output, progress and messages to standard error. */
@Command(
        name = "pactlens",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "VERB",
        description = {
            "Finds coverage of one treaty in web crawls and writes per-outlet framing statistics as Delta tables.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pactlens run --sample                          the whole job on the sample crawl",
            "  pactlens run --crawl crawls/*.warc.gz --lake lake",
            "  pactlens extract --pages page.html --out - | pactlens code --articles - --out -",
            "  pactlens VERB --help                           what a verb does, with examples"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when the input held bad records: they are in the table rejects",
            "1:the run failed; the log says why",
            "2:the input or the configuration is wrong; the message says what to mend",
            "3:another run holds the lake"
        },
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            CrawlCommand.class,
            ExtractCommand.class,
            CodeCommand.class,
            TraceCommand.class,
            EvaluateCommand.class,
            TablesCommand.class,
            RunsCommand.class,
            ExplainCommand.class,
            ReportCommand.class,
            RecodeCommand.class,
            MaintainCommand.class,
            ForgetCommand.class,
            ExportCommand.class,
            SampleCommand.class,
            TrainCommand.class
        })
public final class Main {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USER_ERROR = 2;
    static final int LAKE_HELD = 3;

    private Main() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT); // numbers are written alike wherever a command runs
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs one command as {@code main} would, without leaving the JVM. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> report(e, command))
                .execute(arguments);
    }

    private static int report(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        if (e instanceof UserError || e instanceof StudyProblems) {
            err.println(e.getMessage());
            return USER_ERROR;
        }
        if (e instanceof LakeHeld) {
            err.println(e.getMessage());
            return LAKE_HELD;
        }
        LoggerFactory.getLogger(Main.class).error("the command failed", e);
        err.println("pactlens " + command.getCommandName() + " failed: " + Failure.of(e) + ". The log has the details"
                + Failure.logPlace() + ".");
        return FAILED;
    }
}
