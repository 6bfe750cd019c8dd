package org.pactlens.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.pactlens.lake.RunTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code runs}: what ran. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists the runs of a lake, the newest last: when, on what, with what result.",
        footer = {"", "Examples:", "  pactlens runs --lake lake", "  pactlens runs --lake lake --json"})
final class RunsCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Option(names = "--json", description = "One JSON object a line: the whole row, with the version of each table.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        lake.read("runs", opened -> {
            var runs = opened.read(RunTables.RUNS).orderBy("ended_at");
            if (json) {
                runs.toJSON().collectAsList().forEach(out::println);
            } else {
                runs.collectAsList().forEach(run -> print(run, out));
            }
        });
        out.flush();
        return Main.DONE;
    }

    private static void print(Row run, PrintWriter out) {
        Instant started = run.getAs("started_at");
        Duration took = Duration.between(started, run.<Instant>getAs("ended_at"));
        List<Row> counts = run.getList(run.fieldIndex("counts"));
        out.printf(
                Locale.ROOT,
                "%s  %s  %-7s %-11s %5d s  %,d files read, %,d read before  study %.8s  version %s%n",
                run.<String>getAs("run_id"),
                started.truncatedTo(ChronoUnit.SECONDS),
                run.<String>getAs("command"),
                run.<String>getAs("state"),
                took.toSeconds(),
                run.<Long>getAs("inputs_read"),
                run.<Long>getAs("inputs_skipped"),
                run.<String>getAs("study_fingerprint"),
                run.<String>getAs("software_version"));
        out.println("    "
                + counts.stream()
                        .map(c -> String.format(Locale.ROOT, "%s %,d", c.getString(0), c.getLong(1)))
                        .collect(Collectors.joining(", ")));
        run.<String>getList(run.fieldIndex("warnings")).forEach(warning -> out.println("    warning: " + warning));
    }
}
