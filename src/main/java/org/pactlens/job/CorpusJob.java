package org.pactlens.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.pactlens.UserError;
import org.pactlens.job.Standing.Coding;
import org.pactlens.lake.Dictionary;
import org.pactlens.lake.IngestTables.Count;
import org.pactlens.lake.Lake;
import org.pactlens.lake.Publication;
import org.pactlens.lake.Publication.Manifest;
import org.pactlens.lake.Publication.Step;
import org.pactlens.lake.RunTables.Run;
import org.pactlens.lake.RunTables.StageSeconds;
import org.pactlens.lake.Upkeep;
import org.pactlens.study.Study;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole job: finish what a killed run has begun, read what is new, code all articles, publish, write the run's row.
 *
 * <p>Nothing is published before everything is staged and checked, so a run that fails leaves the tables as they were;
 * one that is killed while it publishes is finished by the next start.
 */
public final class CorpusJob {
    private static final Logger LOG = LoggerFactory.getLogger(CorpusJob.class);
    private static final String PURGE = "PURGE";

    private final SparkSession spark;
    private final Study study;
    private final String version;
    private final Progress progress;
    private final Clock clock;

    /** A job for one study; {@code version} is the program's, as it stands in the rows. */
    public CorpusJob(SparkSession spark, Study study, String version, Progress progress, Clock clock) {
        this.spark = spark;
        this.study = study;
        this.version = version;
        this.progress = progress;
        this.clock = clock;
    }

    /** Runs the job. */
    public JobSummary run(JobOrder order) {
        return holding(order, Running::go);
    }

    /**
     * Puts the lake's small files together and deletes those that no version of the last days needs.
     *
     * @param keepDays 7 and more
     */
    public void maintain(JobOrder order, int keepDays) {
        holding(order, running -> running.tidy(keepDays));
    }

    private <T> T holding(JobOrder order, Function<Running, T> work) {
        Instant started = clock.instant();
        String runId = UUID.randomUUID().toString().replace("-", "");
        String holder = "run " + runId + " on " + host() + ", process "
                + ProcessHandle.current().pid() + ", since " + started;
        try (Lake lake = Lake.hold(spark, order.lake(), study.id(), holder, order.takeOver())) {
            return work.apply(new Running(lake, order, runId, started));
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }

    /** One run on a lake that it holds. */
    private final class Running {
        private final Lake lake;
        private final JobOrder order;
        private final String runId;
        private final Instant started;
        private final Publication publication;
        private final RunLog log;
        private final List<String> warnings = new ArrayList<>();

        Running(Lake lake, JobOrder order, String runId, Instant started) {
            this.lake = lake;
            this.order = order;
            this.runId = runId;
            this.started = started;
            this.publication = new Publication(lake, Dictionary.TABLES);
            this.log = new RunLog(lake);
        }

        JobSummary go() {
            finishKilledRun();
            Reading reading = new Reading(spark, study, order.screening(), version, progress);
            progress.stage("looking for what is new");
            Ingest ingest = new Ingest(lake, publication, reading);
            Standing standing = Standing.of(lake);
            Plan plan = order.crawl().map(found -> plan(found, standing)).orElse(Plan.NOTHING);
            plan.batches().forEach(ingest::stage);
            refuseLoss(plan, ingest);
            Coding coding = standing.coding();
            boolean changes = !plan.batches().isEmpty()
                    || order.changesStored()
                    || coding == null
                    || !coding.stands(study, version, lake);
            Run run = changes ? publish(plan, ingest, reading) : recordUnchanged(begun(plan, "nothing_new"), coding);
            clean();
            purge();
            return summary(run, plan, ingest.fates());
        }

        /** The row names the new versions, so that the next run knows the coding still stands. */
        Optional<Run> tidy(int keepDays) {
            finishKilledRun();
            purge();
            progress.stage("tidying");
            new Upkeep(lake).tidy(Dictionary.TABLES, keepDays);
            return Optional.ofNullable(Standing.of(lake).coding()).map(coding -> {
                Run run = begun(Plan.NOTHING, "tidied").onCodingOf(coding.studyFingerprint(), coding.softwareVersion());
                return recordUnchanged(run, coding);
            });
        }

        /** After a takedown, also one whose run was killed: what was taken out is to be gone from the disk. */
        private void purge() {
            if (lake.work().exists(lake.work().path(PURGE))) {
                progress.stage("deleting old files");
                new Upkeep(lake).purge(Dictionary.TABLES);
                lake.work().delete(lake.work().path(PURGE));
                progress.end();
            }
        }

        /** What is staged stays so: a start that allows more reads nothing again. */
        private void refuseLoss(Plan plan, Ingest ingest) {
            long bytes = plan.batches().stream().mapToLong(Plan.Batch::bytes).sum();
            if (ingest.bytesLost() > order.maxLoss() * bytes) {
                throw UserError.of(
                        "run",
                        ingest.bytesLost() + " of " + bytes + " bytes of the input are lost to damage, more than"
                                + " --max-loss " + order.maxLoss() + " allows",
                        "Mend or leave out the files that `pactlens crawl` shows as damaged, or allow more. The tables"
                                + " are as they were.");
            }
        }

        private void finishKilledRun() {
            progress.stage("opening the lake");
            publication.begun().ifPresent(manifest -> {
                String killed = manifest.run().runId();
                progress.end();
                progress.stage("finishing the tables of run " + killed);
                LOG.info("run {} had begun to publish; its tables are finished", killed);
                publication.finish(manifest, begun -> recordTables(begun, begun::durations));
                warnings.add("run " + killed + " had been ended while it published; its tables were finished first");
            });
            progress.end();
        }

        private Plan plan(CrawlListing found, Standing standing) {
            long owed = standing.inputs().values().stream()
                    .filter(screen -> !screen.equals(study.screenFingerprint()))
                    .count();
            if (owed > 0) {
                warnings.add(owed + " files were screened by an earlier list of required concepts and are not read"
                        + " again; a new lake reads all of them by the present list");
            }
            // Delta ignores rows under an id that it has seen, so a batch that was taken out comes back under another.
            String rowsDependOn = study.screenFingerprint() + "\n" + version + "\n" + order.screening() + "\n"
                    + standing.batchesTakenOut();
            return Plan.of(found, standing.inputs().keySet(), order.batchBytes(), rowsDependOn);
        }

        private Run publish(Plan plan, Ingest ingest, Reading reading) {
            Path folder = lake.work().path("analysis-" + runId);
            Change change = change(ingest, reading, folder);
            List<Step> steps = new ArrayList<>(change.steps());
            steps.addAll(new Analysis(lake, publication, study, version, progress, runId)
                    .stage(change.articles(), change.captures(), LocalDate.ofInstant(started, ZoneOffset.UTC)));
            progress.stage("publishing");
            if (order.takedown() != null) {
                lake.work().write(lake.work().path(PURGE), order.takedown());
            }
            AtomicReference<Run> run = new AtomicReference<>();
            publication.publish(
                    new Manifest(begun(plan, "done"), steps), begun -> run.set(recordTables(begun, this::took)));
            return run.get();
        }

        private Change change(Ingest ingest, Reading reading, Path folder) {
            if (order.reextract()) {
                Reextraction reextraction = new Reextraction(lake, publication, reading);
                Change change = reextraction.change(folder, runId);
                warnings.addAll(reextraction.warnings());
                return change;
            }
            progress.stage("numbering versions");
            if (order.takedown() == null) {
                return ingest.change(folder, runId);
            }
            if (order.takedown().isUnknown(lake)) {
                warnings.add("the lake holds nothing of " + order.takedown().value() + "; is it spelt as in the table"
                        + " captures? Later runs keep it out all the same");
            }
            return order.takedown().change(lake, publication, folder, runId, clock.instant());
        }

        /** The run's row as far as it is known before the first table is touched. */
        private Run begun(Plan plan, String state) {
            return new Run(
                    runId,
                    order.command(),
                    started,
                    clock.instant(),
                    state,
                    host(),
                    study.id(),
                    study.fingerprint(),
                    version,
                    spark.version(),
                    plan.batches().stream().map(Plan.Batch::id).toList(),
                    plan.files(),
                    plan.listing().files().size() - plan.files(),
                    List.of(),
                    took(),
                    List.of(),
                    List.copyOf(warnings));
        }

        private List<StageSeconds> took() {
            return progress.seconds().entrySet().stream()
                    .map(e -> new StageSeconds(e.getKey(), e.getValue()))
                    .toList();
        }

        private Run recordTables(Run begun, Supplier<List<StageSeconds>> took) {
            List<Count> counts = log.counts(clock.instant());
            return record(begun, counts, log.warnings(counts), took, true);
        }

        private Run recordUnchanged(Run begun, Coding coding) {
            return record(begun, coding.counts(), List.of(), this::took, false);
        }

        /** Writes the row of this run, or of a killed one whose tables have just been finished; once, if repeated. */
        private Run record(
                Run begun, List<Count> counts, List<String> warned, Supplier<List<StageSeconds>> took, boolean again) {
            progress.stage("writing the run");
            Run run = begun.ended(clock.instant(), counts, took.get(), log.tableVersions(), warned);
            log.append(run, again);
            Standing.keep(lake, run);
            progress.end();
            return run;
        }

        private void clean() {
            for (String name : lake.work().names()) {
                if (name.startsWith("batch-") || name.startsWith("analysis-")) {
                    lake.work().delete(lake.work().path(name));
                }
            }
        }

        private JobSummary summary(Run run, Plan plan, Map<String, Long> fates) {
            Map<String, Long> counts = new LinkedHashMap<>();
            run.counts().forEach(c -> counts.put(c.name(), c.count()));
            JobSummary summary = new JobSummary(
                    runId,
                    run.state(),
                    lake.location(),
                    run.inputsRead(),
                    run.inputsSkipped(),
                    plan.listing().ignored(),
                    fates.values().stream().mapToLong(n -> n).sum(),
                    fates,
                    counts,
                    progress.seconds(),
                    run.warnings());
            lake.work().write(lake.work().path("summary.json"), summary);
            return summary;
        }
    }
}
