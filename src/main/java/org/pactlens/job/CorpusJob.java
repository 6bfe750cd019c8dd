package org.pactlens.job;

import static org.apache.spark.sql.functions.col;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.pactlens.job.RecordReader.Screening;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.Dictionary;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.IngestTables.Count;
import org.pactlens.lake.IngestTables.Run;
import org.pactlens.lake.IngestTables.StageSeconds;
import org.pactlens.lake.IngestTables.TableVersion;
import org.pactlens.lake.Lake;
import org.pactlens.lake.Publication;
import org.pactlens.lake.Publication.Manifest;
import org.pactlens.lake.Publication.Mode;
import org.pactlens.lake.Publication.Step;
import org.pactlens.lake.ReuseTables;
import org.pactlens.lake.StatisticsTables;
import org.pactlens.lake.Table;
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

    /**
     * What to do.
     *
     * @param command verb, for the run's row
     * @param crawl paths to read; empty for {@code recode}
     * @param lake folder of the tables
     * @param batchBytes bytes of input that are staged together
     * @param takeOver run id of a dead holder of the lake, or null
     * @param takedown what is to be taken out, or null
     */
    public record Order(
            String command,
            List<String> crawl,
            String lake,
            Screening screening,
            long batchBytes,
            String takeOver,
            Takedown takedown) {
        /** An order that reads no crawl. */
        public static Order ofStored(String command, String lake, String takeOver, Takedown takedown) {
            return new Order(command, List.of(), lake, Screening.ON, 1, takeOver, takedown);
        }
    }

    /**
     * How a run ended; also {@code summary.json}.
     *
     * @param fates records by fate, of the inputs read by this run
     * @param counts rows by what they say, over the whole lake
     */
    public record Summary(
            String runId,
            String state,
            String lake,
            long inputsRead,
            long inputsSkipped,
            long filesIgnored,
            long records,
            Map<String, Long> fates,
            Map<String, Long> counts,
            Map<String, Double> seconds,
            List<String> warnings) {}

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

    /** What a run would read. */
    public Plan.Listing list(List<String> crawl) {
        Plan plan = Plan.of(crawl, spark.sparkContext().hadoopConfiguration(), Set.of(), Long.MAX_VALUE, "");
        return new Plan.Listing(plan.found().stream().map(PlannedFile::uri).toList(), plan.bytes(), plan.ignored());
    }

    /** Runs the job. */
    public Summary run(Order order) {
        Instant started = clock.instant();
        String runId = UUID.randomUUID().toString().replace("-", "");
        String holder = "run " + runId + " on " + host() + ", process "
                + ProcessHandle.current().pid() + ", since " + started;
        // A path that cannot be read is found out before a lake is made.
        if (!order.crawl().isEmpty()) {
            list(order.crawl());
        }
        try (Lake lake = Lake.hold(spark, order.lake(), study.id(), holder, order.takeOver())) {
            return new Running(lake, order, runId, started).go();
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
        private final Order order;
        private final String runId;
        private final Instant started;
        private final Publication publication;
        private Ingest ingest;
        private final List<String> warnings = new ArrayList<>();
        private final List<Ingest.Staged> staged = new ArrayList<>();
        private List<Row> last = List.of();

        Running(Lake lake, Order order, String runId, Instant started) {
            this.lake = lake;
            this.order = order;
            this.runId = runId;
            this.started = started;
            this.publication = new Publication(lake, Dictionary.TABLES);
        }

        Summary go() {
            finishKilledRun();
            ingest = new Ingest(lake, publication, study, order.screening(), version, progress);
            Plan plan = plan();
            plan.batches().forEach(batch -> staged.add(ingest.stage(batch)));
            boolean stale = !plan.batches().isEmpty() || order.takedown() != null || !isAnalysed();
            Run run = stale ? publish(plan) : record(begun(plan, "nothing_new"), Ingest.counts(last.get(0), "counts"));
            clean();
            if (order.takedown() != null) {
                new Upkeep(lake).purge(Dictionary.TABLES);
            }
            return summary(run, plan);
        }

        private void finishKilledRun() {
            progress.stage("opening the lake");
            publication.begun().ifPresent(manifest -> {
                String killed = manifest.run().runId();
                LOG.info("run {} had begun to publish; its tables are finished", killed);
                publication.finish(manifest, run -> record(run, counts()));
                warnings.add("run " + killed + " had been ended while it published; its tables were finished first");
            });
            progress.end();
        }

        private Plan plan() {
            if (order.crawl().isEmpty()) {
                return new Plan(List.of(), 0, List.of());
            }
            Set<String> done = new HashSet<>();
            long owed = 0;
            for (Row row : lake.read(IngestTables.INPUTS)
                    .select("input_id", "screen_fingerprint")
                    .collectAsList()) {
                done.add(row.getString(0));
                owed += row.getString(1).equals(study.screenFingerprint()) ? 0 : 1;
            }
            if (owed > 0) {
                warnings.add(owed + " files were screened by an earlier list of required concepts and are not read"
                        + " again; a new lake reads all of them by the present list");
            }
            // Delta ignores rows under an id that it has seen, so a batch that was taken out comes back under another.
            long takenOut =
                    lake.read(IngestTables.TAKEDOWNS).where("kind = 'batch'").count();
            String rowsDependOn =
                    study.screenFingerprint() + "\n" + version + "\n" + order.screening() + "\n" + takenOut;
            return Plan.of(
                    order.crawl(), spark.sparkContext().hadoopConfiguration(), done, order.batchBytes(), rowsDependOn);
        }

        /** The last run's row, if there was one. */
        private List<Row> lastRun() {
            return lake.read(IngestTables.RUNS)
                    .orderBy(col("ended_at").desc())
                    .select("study_fingerprint", "software_version", "table_versions", "counts")
                    .limit(1)
                    .collectAsList();
        }

        /** Whether the last run's coding still stands: same study, same program, same articles. */
        private boolean isAnalysed() {
            if (!lake.has(AnalysisTables.RELEVANCE)) {
                return false;
            }
            last = lastRun();
            return !last.isEmpty()
                    && last.get(0).getString(0).equals(study.fingerprint())
                    && last.get(0).getString(1).equals(version)
                    && last.get(0).<Row>getList(2).stream()
                            .anyMatch(v -> v.getString(0).equals(IngestTables.ARTICLES.name())
                                    && v.getLong(1) == lake.version(IngestTables.ARTICLES));
        }

        private Run publish(Plan plan) {
            progress.stage("numbering versions");
            Path folder = lake.work().path("analysis-" + runId);
            Dataset<Row> captures = lake.read(IngestTables.CAPTURES);
            Dataset<Row> added = lake.spark().createDataFrame(List.of(), IngestTables.ARTICLES.schema());
            List<Step> steps = new ArrayList<>();
            for (Plan.Batch batch : plan.batches()) {
                added = added.unionByName(ingest.articleCaptures(batch));
                captures = captures.unionByName(ingest.captures(batch));
            }
            Path changed = new Path(folder, IngestTables.ARTICLES.name());
            Dataset<Row> after;
            if (order.takedown() == null) {
                after = Articles.after(lake, added);
                staged.forEach(s -> steps.addAll(s.steps()));
                steps.add(publication.stage(
                        Articles.changed(lake, after), IngestTables.ARTICLES, Mode.MERGE, changed, runId));
            } else {
                captures = order.takedown().captures(lake);
                after = Articles.without(lake, captures);
                steps.add(publication.stage(after, IngestTables.ARTICLES, Mode.OVERWRITE, changed, runId));
                steps.addAll(order.takedown().steps(lake, publication, folder, runId, clock.instant()));
            }
            steps.addAll(new Analysis(lake, publication, study, version, progress, runId).stage(after, captures));
            progress.stage("publishing");
            AtomicReference<Run> run = new AtomicReference<>();
            publication.publish(new Manifest(begun(plan, "done"), steps), begun -> run.set(record(begun, counts())));
            return run.get();
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
                    plan.found().size() - plan.files(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.copyOf(warnings));
        }

        /** Writes the row of this run, or of a killed one whose tables have just been finished; once, if repeated. */
        private Run record(Run begun, List<Count> counts) {
            progress.stage("writing the run");
            List<TableVersion> versions = new ArrayList<>();
            for (Table<?> table : Dictionary.TABLES) {
                if (table != IngestTables.RUNS && lake.has(table)) {
                    versions.add(new TableVersion(table.name(), lake.version(table)));
                }
            }
            List<StageSeconds> took = progress.seconds().entrySet().stream()
                    .map(e -> new StageSeconds(e.getKey(), e.getValue()))
                    .toList();
            Run run = begun.ended(clock.instant(), counts, took, versions);
            lake.create(IngestTables.RUNS);
            spark.createDataset(List.of(IngestTables.RUNS.row(run)), IngestTables.RUNS.encoder())
                    .coalesce(1)
                    .write()
                    .format("delta")
                    .option("txnAppId", run.runId())
                    .option("txnVersion", "1")
                    .mode("append")
                    .save(lake.path(IngestTables.RUNS));
            progress.end();
            return run;
        }

        /** Counted from rows, never from accumulators, which a retried task may add to twice. */
        private List<Count> counts() {
            Row graded = lake.read(AnalysisTables.RELEVANCE)
                    .selectExpr("count_if(grade >= 2)", "count_if(grade = 1)", "count_if(near_miss_of IS NOT NULL)")
                    .first();
            return List.of(
                    new Count("captures", lake.read(IngestTables.CAPTURES).count()),
                    new Count("rejects", lake.read(IngestTables.REJECTS).count()),
                    new Count("articles", lake.read(IngestTables.ARTICLES).count()),
                    new Count("relevant", graded.getLong(0)),
                    new Count("mentions", graded.getLong(1)),
                    new Count("near_misses", graded.getLong(2)),
                    new Count("frame_hits", lake.read(AnalysisTables.FRAMES).count()),
                    new Count("quotations", lake.read(AnalysisTables.QUOTATIONS).count()),
                    new Count(
                            "families",
                            lake.read(ReuseTables.FAMILIES)
                                    .select("cluster")
                                    .distinct()
                                    .count()),
                    new Count("outlets", lake.read(StatisticsTables.OUTLETS).count()));
        }

        private void clean() {
            for (String name : lake.work().names()) {
                if (name.startsWith("batch-") || name.startsWith("analysis-")) {
                    lake.work().delete(lake.work().path(name));
                }
            }
        }

        private Summary summary(Run run, Plan plan) {
            Map<String, Long> fates = new TreeMap<>();
            staged.forEach(s -> s.fates().forEach((fate, n) -> fates.merge(fate, n, Long::sum)));
            Map<String, Long> counts = new LinkedHashMap<>();
            run.counts().forEach(c -> counts.put(c.name(), c.count()));
            Summary summary = new Summary(
                    runId,
                    run.state(),
                    lake.location(),
                    run.inputsRead(),
                    run.inputsSkipped(),
                    plan.ignored(),
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
