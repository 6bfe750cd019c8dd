package org.pactlens.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.pactlens.UserError;
import org.pactlens.job.CorpusJob;
import org.pactlens.job.JobOrder;
import org.pactlens.job.Progress;
import org.pactlens.job.Sessions;
import org.pactlens.lake.Dictionary;
import org.pactlens.lake.Lake;
import org.pactlens.lake.RunTables;
import org.pactlens.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code maintain}: upkeep of the tables' files. */
@Command(
        name = "maintain",
        mixinStandardHelpOptions = true,
        description = {
            "Puts small files together and deletes those that no version younger than --keep-days needs.",
            "Weekly, never while a run goes on (it takes the lake for itself). Earlier runs can be read by their versions for",
            "as many days as the last maintain, or before the first one the lake, has said."
        },
        footer = {"", "Example:", "  pactlens maintain --lake lake --keep-days 90"})
final class MaintainCommand implements Callable<Integer> {
    /** Delta's own least: a reader that began before may still need a file for so long. */
    private static final int LEAST_DAYS = 7;

    @Mixin
    private LakeOption lake;

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            defaultValue = "" + Lake.KEPT_DAYS,
            description = "Runs of the last N days stay readable by their table versions (${DEFAULT-VALUE}; least "
                    + LEAST_DAYS + ").")
    private int keepDays;

    @Mixin
    private StudyOption study;

    @Mixin
    private TakeOverOption takeOver;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (keepDays < LEAST_DAYS) {
            throw UserError.of("--keep-days " + keepDays, "is less than " + LEAST_DAYS, "Readers need that long.");
        }
        Study loaded = study.load();
        lake.requireThere();
        SparkSession spark = Sessions.start("maintain");
        try (Progress progress = Progress.onStandardError()) {
            CorpusJob job = new CorpusJob(spark, loaded, Version.current(), progress, Clock.systemUTC());
            job.maintain(JobOrder.ofStored("maintain", lake.folder(), takeOver.run(), null, false), keepDays);
            try (Lake tidy = Lake.open(spark, lake.folder())) {
                tell(tidy, spec.commandLine().getOut());
            }
        } finally {
            spark.stop();
        }
        return Main.DONE;
    }

    private void tell(Lake tidy, PrintWriter out) {
        Instant oldest = Instant.now().minus(Duration.ofDays(keepDays));
        List<Row> runs = tidy.read(RunTables.RUNS)
                .select("run_id", "ended_at")
                .orderBy("ended_at")
                .collectAsList();
        List<Row> gone = runs.stream()
                .filter(run -> run.<Instant>getAs(1).isBefore(oldest))
                .toList();
        out.printf(
                Locale.ROOT,
                "%d tables are tidy. %d of %d runs can no longer be read by their versions%s%n",
                Dictionary.TABLES.size(),
                gone.size(),
                runs.size(),
                gone.isEmpty() ? "." : ":");
        gone.forEach(run -> out.println("  " + run.getString(0) + "  " + run.get(1)));
        out.flush();
    }
}
