package org.pactlens.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.DataFrameWriter;
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

/** The table {@code runs}: what a run counts when it ends, and its row. */
final class RunLog {
    private static final String AUDIT_MISSED = "audit_missed";
    private static final String FROM_THE_FUTURE = "from_the_future";

    private final Lake lake;

    RunLog(Lake lake) {
        this.lake = lake;
    }

    /** The Delta version of each table that there is. */
    List<TableVersion> tableVersions() {
        return Dictionary.TABLES.stream()
                .filter(table -> table != RunTables.RUNS && lake.has(table))
                .map(table -> new TableVersion(table.name(), lake.version(table)))
                .toList();
    }

    /** Counted from rows, never from accumulators, which a retried task may add to twice. */
    List<Count> counts(Instant now) {
        List<Supplier<List<Count>>> work = List.of(
                () -> captures(now),
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
                () -> rows("outlets", StatisticsTables.OUTLETS));
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

    /** With those that the screen had dropped and an audit read, what it missed, and those whose clock was wrong. */
    private List<Count> captures(Instant now) {
        Row row = lake.read(IngestTables.CAPTURES)
                .select(
                        count(lit(1)),
                        count_if(col("fate_reason").isin(RecordReader.AUDITED, RecordReader.SCREEN_MISSED)),
                        count_if(col("fate_reason").equalTo(RecordReader.SCREEN_MISSED)),
                        count_if(col("captured_at").gt(lit(now.plus(Duration.ofDays(1))))))
                .first();
        List<Count> counts = new ArrayList<>();
        counts.add(new Count("captures", row.getLong(0)));
        counts.addAll(audit(row.getLong(1), row.getLong(2)));
        if (row.getLong(3) > 0) {
            counts.add(new Count(FROM_THE_FUTURE, row.getLong(3)));
        }
        return counts;
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
        long future = number(counts, FROM_THE_FUTURE);
        if (future > 0) {
            warnings.add(
                    future + " captures say that they were taken after this run; attention takes no day from them");
        }
        long missed = number(counts, AUDIT_MISSED);
        if (missed > 0) {
            warnings.add("the screen had dropped " + missed + " audited pages whose articles have a score; counts named"
                    + " miss_* say how many more there may be, and --exhaustive into a new lake finds them");
        }
        return warnings;
    }

    private static long number(List<Count> counts, String name) {
        return counts.stream()
                .filter(count -> count.name().equals(name))
                .mapToLong(Count::count)
                .sum();
    }

    /**
     * Appends a run's row.
     *
     * @param again whether the row may be there already, as that of a killed run that is finished may: then it is written
     *     once. Delta finds out by going through the whole log, which in a cold JVM takes longer than all else that a run
     *     with nothing to do does
     */
    void append(Run run, boolean again) {
        lake.create(RunTables.RUNS);
        DataFrameWriter<Row> writer = lake.spark()
                .createDataset(List.of(RunTables.RUNS.row(run)), RunTables.RUNS.encoder())
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append");
        if (again) {
            writer.option("txnAppId", run.runId()).option("txnVersion", "1");
        }
        writer.save(lake.path(RunTables.RUNS));
    }
}
