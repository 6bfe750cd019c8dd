package org.pactlens.lake;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.pactlens.lake.IngestTables.COUNT;
import static org.pactlens.lake.IngestTables.STRINGS;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.pactlens.lake.IngestTables.Count;

/** The tables that tell what was done to the lake: each run, and each demand to take rows out. */
public final class RunTables {
    private RunTables() {}

    /** See {@link #TAKEDOWNS}. */
    public record TakedownRow(String kind, String value, Instant requestedAt, String runId) {}

    public static final Table<TakedownRow> TAKEDOWNS = Table.<TakedownRow>of(
                    "takedowns", "One row per demand to take rows out for good: what later crawls must not bring back")
            .word(
                    "kind",
                    TakedownRow::kind,
                    "What was named",
                    List.of("url", "outlet", "batch (whose files may be read again)"))
            .column("value", StringType, TakedownRow::value, "A url_key, an outlet id or a batch id")
            .column("requested_at", TimestampType, TakedownRow::requestedAt, "When it was demanded, UTC")
            .column("run_id", StringType, TakedownRow::runId, "Run that took the rows out")
            .key("kind", "value", "run_id")
            .build();

    /** Version of one table after a run. */
    public record TableVersion(String table, long version) {}

    /** Seconds of one stage of a run. */
    public record StageSeconds(String stage, double seconds) {}

    private static final Struct<TableVersion> VERSION = Struct.<TableVersion>of()
            .column("table", StringType, TableVersion::table, "Table")
            .column("version", LongType, TableVersion::version, "Delta version to read for the state after this run")
            .build();

    private static final Struct<StageSeconds> SECONDS = Struct.<StageSeconds>of()
            .column("stage", StringType, StageSeconds::stage, "Stage of the run")
            .column("seconds", DoubleType, StageSeconds::seconds, "Wall clock seconds")
            .build();

    /** See {@link #RUNS}. */
    public record Run(
            String runId,
            String command,
            Instant startedAt,
            Instant endedAt,
            String state,
            String host,
            String studyId,
            String studyFingerprint,
            String softwareVersion,
            String sparkVersion,
            List<String> batches,
            long inputsRead,
            long inputsSkipped,
            List<Count> counts,
            List<StageSeconds> durations,
            List<TableVersion> tableVersions,
            List<String> warnings) {
        /** The same run on a lake that other programs and studies have coded, and that it leaves as it is. */
        public Run onCodingOf(String fingerprint, String version) {
            return new Run(
                    runId,
                    command,
                    startedAt,
                    endedAt,
                    state,
                    host,
                    studyId,
                    fingerprint,
                    version,
                    sparkVersion,
                    batches,
                    inputsRead,
                    inputsSkipped,
                    counts,
                    durations,
                    tableVersions,
                    warnings);
        }

        /** The same run when all its tables are published. */
        public Run ended(
                Instant at,
                List<Count> counted,
                List<StageSeconds> took,
                List<TableVersion> versions,
                List<String> warned) {
            return new Run(
                    runId,
                    command,
                    startedAt,
                    at,
                    state,
                    host,
                    studyId,
                    studyFingerprint,
                    softwareVersion,
                    sparkVersion,
                    batches,
                    inputsRead,
                    inputsSkipped,
                    counted,
                    took,
                    versions,
                    Stream.concat(warnings.stream(), warned.stream()).toList());
        }
    }

    public static final Table<Run> RUNS = Table.<Run>of(
                    "runs", "One row per finished run: what ran on what, with what result, and the versions to cite")
            .column("run_id", StringType, Run::runId, "Id of the run, 32 hex characters")
            .column("command", StringType, Run::command, "Verb: run, recode, forget or maintain")
            .column("started_at", TimestampType, Run::startedAt, "Start, UTC")
            .column("ended_at", TimestampType, Run::endedAt, "End, UTC")
            .word(
                    "state",
                    Run::state,
                    "How it ended",
                    List.of("done", "nothing_new (no table had to change)", "tidied (files changed, no row)"))
            .column("host", StringType, Run::host, "Host name of the driver")
            .column("study_id", StringType, Run::studyId, "Study of the lake")
            .column(
                    "study_fingerprint",
                    StringType,
                    Run::studyFingerprint,
                    "sha256 over the study's content by which the tables are coded")
            .column("software_version", StringType, Run::softwareVersion, "Version of Pactlens that coded the tables")
            .column("spark_version", StringType, Run::sparkVersion, "Version of Spark")
            .column("batches", STRINGS, r -> r.batches().toArray(String[]::new), "Batches published by this run")
            .column("inputs_read", LongType, Run::inputsRead, "Files read by this run")
            .column("inputs_skipped", LongType, Run::inputsSkipped, "Files passed over, as read before")
            .column(
                    "counts",
                    COUNT.array(),
                    r -> COUNT.rows(r.counts()),
                    "Rows and records by stage, counted from rows")
            .column("durations", SECONDS.array(), r -> SECONDS.rows(r.durations()), "Seconds by stage")
            .column(
                    "table_versions",
                    VERSION.array(),
                    r -> VERSION.rows(r.tableVersions()),
                    "The consistent state after this run: read each table at this version")
            .column("warnings", STRINGS, r -> r.warnings().toArray(String[]::new), "What a person should look at")
            .key("run_id")
            .build();
}
