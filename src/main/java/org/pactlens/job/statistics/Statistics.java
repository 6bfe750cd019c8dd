package org.pactlens.job.statistics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.pactlens.lake.AtOnce;
import org.pactlens.lake.Publication;
import org.pactlens.lake.Publication.Mode;
import org.pactlens.lake.Publication.Step;
import org.pactlens.lake.StatisticsTables;
import org.pactlens.lake.Table;
import org.pactlens.lake.WorkArea;
import org.pactlens.stats.FalseDiscovery;
import org.pactlens.study.Settings;

/** Stages the tables of counts and shares. */
public final class Statistics {
    private static final List<String> VOICES = List.of("own", "quoted", "reported");

    private final Publication publication;
    private final Path folder;
    private final String runId;

    /** @param folder of the work area, for staged rows */
    public Statistics(Publication publication, Path folder, String runId) {
        this.publication = publication;
        this.folder = folder;
        this.runId = runId;
    }

    /**
     * Stages all tables.
     *
     * @param frames ids of the codebook's frames
     * @param codes ids of codes of the article as a whole, in the outlet's own voice only
     */
    public List<Step> stage(Corpus corpus, List<String> frames, List<String> codes) {
        Settings.Statistics settings = corpus.study().settings().statistics();
        Dataset<Row> relevant = kept(corpus.relevant().drop("text"), "relevant");
        Dataset<Row> counted = kept(Corpus.counted(relevant), "counted");
        Dataset<Row> coded = kept(FrameShares.codes(corpus.framing()), "codes");
        List<String> all = new ArrayList<>();
        frames.forEach(frame -> VOICES.forEach(voice -> all.add(FrameShares.code(frame, voice))));
        codes.forEach(code -> all.add(FrameShares.code(code, "own")));
        List<String> own =
                frames.stream().map(frame -> FrameShares.code(frame, "own")).toList();
        return AtOnce.all(
                corpus.spark(),
                List.of(
                        () -> step(OutletCoverage.of(corpus, counted), StatisticsTables.OUTLETS),
                        () -> step(
                                adjusted(kept(FrameShares.of(counted, coded, all, settings), "shares")),
                                StatisticsTables.OUTLET_FRAMING),
                        () -> step(OutletPairs.of(counted, coded, own, settings), StatisticsTables.OUTLET_PAIRS),
                        () -> step(Attention.of(corpus, relevant), StatisticsTables.ATTENTION),
                        () -> step(OutletWords.of(corpus, counted), StatisticsTables.WORDS)));
    }

    /** Sets q: all tests of the table are one family of tests. Only the p values come to the driver. */
    private static Dataset<Row> adjusted(Dataset<Row> shares) {
        double[] p = shares.where("p IS NOT NULL").select("p").collectAsList().stream()
                .mapToDouble(row -> row.getDouble(0))
                .sorted()
                .toArray();
        double[] q = FalseDiscovery.q(p);
        List<Row> pairs = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            if (i == 0 || p[i] != p[i - 1]) {
                pairs.add(RowFactory.create(p[i], q[i]));
            }
        }
        SparkSession spark = shares.sparkSession();
        StructType type = new StructType().add("p", DataTypes.DoubleType).add("q", DataTypes.DoubleType);
        return shares.drop("q", "tests")
                .join(broadcast(spark.createDataFrame(pairs, type)), "p", "left")
                .withColumn("tests", lit(p.length))
                .select(StatisticsTables.OUTLET_FRAMING.selection());
    }

    private Dataset<Row> kept(Dataset<Row> rows, String name) {
        return WorkArea.keep(rows, new Path(folder, name));
    }

    private Step step(Dataset<Row> rows, Table<?> table) {
        return publication.stage(rows.select(table.selection()), table, Mode.OVERWRITE, folder, runId);
    }
}
