package org.pactlens.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.SparkSession;
import org.pactlens.UserError;
import org.pactlens.job.CorpusJob;
import org.pactlens.job.CrawlListing;
import org.pactlens.job.DryRun;
import org.pactlens.job.JobOrder;
import org.pactlens.job.JobSummary;
import org.pactlens.job.Progress;
import org.pactlens.job.RecordReader.Screening;
import org.pactlens.job.Sessions;
import org.pactlens.lake.Lake;
import org.pactlens.sample.SampleCrawl;
import org.pactlens.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the whole job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Reads what is new in a crawl, codes all articles and writes the tables under LAKE/<table>.",
            "Safe to start twice: what has been read is not read again, and a killed run is finished by the next."
        },
        footer = {
            "",
            "Examples:",
            "  pactlens run --sample",
            "  pactlens run --crawl crawls/ news/2024-06-*.warc.gz --lake lake",
            "  pactlens run --crawl crawls/ --lake lake --dry-run"
        })
final class RunCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1_000_000;

    @Option(
            names = "--crawl",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders or patterns on any Hadoop file system: archives, documents, news dumps.")
    private List<String> crawl = List.of();

    @Option(names = "--lake", paramLabel = "DIR", description = "Folder of the tables; made where it is missing.")
    private String lake;

    @Mixin
    private StudyOption study;

    @Option(names = "--sample", description = "Reads the sample crawl; the lake is target/sample-lake by default.")
    private boolean sample;

    @Option(
            names = "--exhaustive",
            description = "Reads every page; without it pages lacking a required concept are"
                    + " dropped before they are parsed.")
    private boolean exhaustive;

    @Option(
            names = "--audit-rate",
            paramLabel = "SHARE",
            description = "Share of the dropped pages that are read all the same, to measure what the screen misses"
                    + " (${DEFAULT-VALUE}).")
    private double auditRate = Screening.ON.auditRate();

    @Option(
            names = "--max-loss",
            paramLabel = "SHARE",
            defaultValue = "1",
            description = "Share of the input's bytes, 0 to 1, above whose loss to damage the run fails"
                    + " (${DEFAULT-VALUE}).")
    private double maxLoss;

    @Option(names = "--dry-run", description = "Lists what would be read and how long it would take; reads nothing.")
    private boolean dryRun;

    @Option(
            names = "--batch-mb",
            paramLabel = "MB",
            defaultValue = "4000",
            description = "Megabytes of input that are staged together (${DEFAULT-VALUE}).")
    private long batchMegabytes;

    @Mixin
    private TakeOverOption takeOver;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (sample == !crawl.isEmpty()) {
            throw UserError.of(
                    "run",
                    sample ? "--crawl and --sample are both given" : "neither --crawl nor --sample is given",
                    "Say what to read: run --crawl PATH --lake DIR, or run --sample.");
        }
        if (!sample && lake == null && !dryRun) {
            throw UserError.of("run", "--lake is missing", "Name the folder for the tables: --lake DIR.");
        }
        requireShare("--audit-rate", auditRate);
        requireShare("--max-loss", maxLoss);
        // Both take seconds of one core: Spark starts while the sample is written.
        CompletableFuture<SparkSession> early =
                sample && !dryRun ? CompletableFuture.supplyAsync(() -> Sessions.start("run")) : null;
        Study loaded = study.load();
        List<String> paths = sample ? List.of(sampleFolder()) : crawl;
        PrintWriter out = spec.commandLine().getOut();
        CrawlListing listing = CrawlListing.of(paths, Sessions.hadoop());
        if (lake != null || sample) {
            Lake.requireRoom(lakeFolder(), Sessions.hadoop());
        }
        if (dryRun) {
            tell(dryRun(listing), listing.ignored(), out);
            return Main.DONE;
        }
        SparkSession spark = early == null ? Sessions.start("run") : early.join();
        SparkSession.setActiveSession(spark); // it is so only in the thread that made it
        try (Progress progress = Progress.onStandardError()) {
            CorpusJob job = new CorpusJob(spark, loaded, Version.current(), progress, Clock.systemUTC());
            Screening screening = exhaustive ? Screening.OFF : new Screening(true, auditRate);
            JobSummary summary = job.run(JobOrder.ofCrawl(
                    listing, lakeFolder(), screening, maxLoss, batchMegabytes * MEGABYTE, takeOver.run()));
            SummaryText.print(summary, out);
            if (sample && !summary.state().equals("nothing_new")) {
                writeReport(spark, loaded, out);
            }
            return Main.DONE;
        } finally {
            spark.stop();
        }
    }

    private static void requireShare(String option, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw UserError.of("run", option + " is " + share, "Give a share between 0 and 1.");
        }
    }

    private DryRun dryRun(CrawlListing listing) {
        boolean there = (lake != null || sample) && Lake.isThere(lakeFolder(), Sessions.hadoop());
        if (!there) {
            return DryRun.of(listing);
        }
        SparkSession spark = Sessions.start("run");
        try (Lake opened = Lake.open(spark, lakeFolder())) {
            return DryRun.of(listing, opened);
        } finally {
            spark.stop();
        }
    }

    private static void tell(DryRun dryRun, long ignored, PrintWriter out) {
        dryRun.files().forEach(file -> out.println(file.uri()));
        out.printf(
                Locale.ROOT,
                "%d files to read, %.1f MB; %d files read before, %d of other formats ignored%n",
                dryRun.files().size(),
                dryRun.bytes() / 1e6,
                dryRun.known(),
                ignored);
        out.println(dryRun.expected()
                .map(time -> String.format(
                        Locale.ROOT,
                        "about %d:%02d:%02d, at the pace of the runs so far (%.2f MB/s)",
                        time.toHours(),
                        time.toMinutesPart(),
                        time.toSecondsPart(),
                        dryRun.bytesPerSecond().orElseThrow() / 1e6))
                .orElse("how long it takes is known after the first run into the lake"));
        out.flush();
    }

    private void writeReport(SparkSession spark, Study loaded, PrintWriter out) {
        Path page = target().resolve("sample-report.html");
        try (Lake opened = Lake.open(spark, lakeFolder())) {
            ReportCommand.write(opened, loaded, page);
        }
        out.println("  report    " + page);
        out.flush();
    }

    private String lakeFolder() {
        return lake != null ? lake : target().resolve("sample-lake").toString();
    }

    private static Path target() {
        return Path.of(System.getProperty("pactlens.home", ".")).resolve("target");
    }

    private static String sampleFolder() {
        Path folder = target().resolve("sample-crawl");
        try {
            SampleCrawl.write(folder, target().resolve("sample-gold.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.toString();
    }
}
