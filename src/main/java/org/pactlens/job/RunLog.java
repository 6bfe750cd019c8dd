package org.pactlens.job;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.AtOnce;
import org.pactlens.lake.Dictionary;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.IngestTables.Count;
import org.pactlens.lake.Lake;
import org.pactlens.lake.ReuseTables;
import org.pactlens.lake.RunTables;
import org.pactlens.lake.RunTables.Run;
import org.pactlens.lake.RunTables.TableVersion;
import org.pactlens.lake.StatisticsTables;
import org.pactlens.lake.Table;
import org.pactlens.stats.Interval;
import org.pactlens.stats.Shares;
import org.pactlens.study.Study;

/** The table {@code runs}: what the last run said of the lake, and the row of the next. */
final class RunLog {
    private static final String AUDIT_MISSED = "audit_missed";

    private final Lake lake;

    RunLog(Lake lake) {
        this.lake = lake;
    }

    /** The row of the run that ended last. */
    Optional<Row> last() {
        return lake.read(RunTables.RUNS).orderBy(col("ended_at").desc()).limit(1).collectAsList().stream()
                .findFirst();
    }

    /** Whether the coding of the last run still stands: same study, same program, same articles. */
    boolean stands(Row last, Study study, String version) {
        return last.getAs("study_fingerprint").equals(study.fingerprint())
                && last.getAs("software_version").equals(version)
                && last.<Row>getList(last.fieldIndex("table_versions")).stream()
                        .anyMatch(v -> v.getString(0).equals(IngestTables.ARTICLES.name())
                                && v.getLong(1) == lake.version(IngestTables.ARTICLES));
    }

    /** The Delta version of each table that there is. */
    List<TableVersion> tableVersions() {
        return Dictionary.TABLES.stream()
                .filter(table -> table != RunTables.RUNS && lake.has(table))
                .map(table -> new TableVersion(table.name(), lake.version(table)))
                .toList();
    }

    /** Counted from rows, never from accumulators, which a retried task may add to twice. */
    List<Count> counts() {
        List<Supplier<List<Count>>> work = List.of(
                () -> rows("captures", IngestTables.CAPTURES),
                () -> rows("rejects", IngestTables.REJECTS),
                () -> rows("articles", IngestTables.ARTICLES),
                this::grades,
                () -> rows("frame_hits", AnalysisTables.FRAMES),
                () -> rows("quotations", AnalysisTables.QUOTATIONS),
                () -> List.of(new Count(
                        "families",
                        lake.read(ReuseTables.FAMILIES)
                                .select("cluster")
                                .distinct()
                                .count())),
                () -> rows("outlets", StatisticsTables.OUTLETS),
                this::audit);
        return AtOnce.all(lake.spark(), work).stream().flatMap(List::stream).toList();
    }

    private List<Count> rows(String name, Table<?> table) {
        return List.of(new Count(name, lake.read(table).count()));
    }

    private List<Count> grades() {
        Row graded = lake.read(AnalysisTables.RELEVANCE)
                .selectExpr("count_if(grade >= 2)", "count_if(grade = 1)", "count_if(near_miss_of IS NOT NULL)")
                .first();
        return List.of(
                new Count("relevant", graded.getLong(0)),
                new Count("mentions", graded.getLong(1)),
                new Count("near_misses", graded.getLong(2)));
    }

    /** How many captures the screen had dropped and an audit read, and what it missed. */
    private List<Count> audit() {
        Row row = lake.read(IngestTables.CAPTURES)
                .selectExpr(
                        "count_if(fate_reason IN ('" + RecordReader.AUDITED + "', '" + RecordReader.SCREEN_MISSED
                                + "'))",
                        "count_if(fate_reason = '" + RecordReader.SCREEN_MISSED + "')")
                .first();
        return audit(row.getLong(0), row.getLong(1));
    }

    /** The screen's miss rate among the pages that it drops, with a Wilson interval of 95 %, in parts per million. */
    static List<Count> audit(long audited, long missed) {
        if (audited == 0) {
            return List.of();
        }
        Interval rate = Shares.wilson((double) missed / audited, audited, 0.95);
        return List.of(
                new Count("audited", audited),
                new Count(AUDIT_MISSED, missed),
                new Count("miss_low_ppm", Math.round(rate.low() * 1e6)),
                new Count("miss_high_ppm", Math.round(rate.high() * 1e6)));
    }

    /** What a reader of the figures must know of the lake. */
    List<String> warnings(List<Count> counts) {
        List<String> warnings = new ArrayList<>();
        long withoutOutlet = lake.read(IngestTables.ARTICLES)
                .where("outlet IS NULL AND is_latest")
                .join(lake.read(AnalysisTables.RELEVANCE).where("grade >= 2"), "article_id")
                .count();
        if (withoutOutlet > 0) {
            warnings.add(
                    withoutOutlet + " relevant articles have no outlet, as documents in a folder do; they are coded"
                            + " and stay out of the figures per outlet");
        }
        long missed = counts.stream()
                .filter(count -> count.name().equals(AUDIT_MISSED))
                .mapToLong(Count::count)
                .sum();
        if (missed > 0) {
            warnings.add("the screen had dropped " + missed + " audited pages whose articles have a score; counts named"
                    + " miss_* say how many more there may be, and --exhaustive into a new lake finds them");
        }
        return warnings;
    }

    /** Appends a run's row; without effect where it is there already. */
    void append(Run run) {
        lake.create(RunTables.RUNS);
        lake.spark()
                .createDataset(List.of(RunTables.RUNS.row(run)), RunTables.RUNS.encoder())
                .coalesce(1)
                .write()
                .format("delta")
                .option("txnAppId", run.runId())
                .option("txnVersion", "1")
                .mode("append")
                .save(lake.path(RunTables.RUNS));
    }
}
