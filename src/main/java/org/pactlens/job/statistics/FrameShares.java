package org.pactlens.job.statistics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.pactlens.lake.StatisticsTables;
import org.pactlens.lake.StatisticsTables.Cell;
import org.pactlens.lake.StatisticsTables.FramingCell;
import org.pactlens.stats.CellShare;
import org.pactlens.stats.OutletShares;
import org.pactlens.study.Settings;

/** Rows of {@code outlet_framing}, all but q. One task holds one language, period and scope. */
final class FrameShares implements FlatMapGroupsFunction<String, Row, Row>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PARTS = "\t";

    private final List<String> codes;
    private final Settings.Statistics settings;

    private FrameShares(List<String> codes, Settings.Statistics settings) {
        this.codes = codes;
        this.settings = settings;
    }

    /** @param codes all that is counted, each a frame id and a voice, as {@link #codes} writes them */
    static Dataset<Row> of(
            Dataset<Row> counted, Dataset<Row> codes, List<String> allCodes, Settings.Statistics settings) {
        Column periods = array(
                struct(lit("all").as("kind"), lit("all").as("id")),
                struct(lit("phase").as("kind"), col("phase").as("id")),
                struct(lit("month").as("kind"), col("month").as("id")));
        Dataset<Row> cells = counted.join(codes, "article_id", "left")
                .withColumn("period", explode(periods))
                .withColumn(
                        "scope",
                        explode(when(col("own_work"), array(lit("all"), lit("own_work")))
                                .otherwise(array(lit("all")))))
                .select(
                        concat_ws(PARTS, col("outlet_language"), col("period.kind"), col("period.id"), col("scope"))
                                .as("cell"),
                        col("outlet"),
                        col("type"),
                        col("cluster"),
                        col("codes"));
        // Shuffled once, by cell: the largest holds the relevant articles of one language.
        return cells.groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .flatMapGroups(new FrameShares(allCodes, settings), StatisticsTables.OUTLET_FRAMING.encoder());
    }

    /** Of each article the codes that it has: article_id, codes. */
    static Dataset<Row> codes(Dataset<Row> framing) {
        return framing.withColumn(
                        "voice",
                        explode(array(
                                when(col("hits_own").gt(0), "own"),
                                when(col("hits_quoted").gt(0), "quoted"),
                                when(col("hits_reported").gt(0), "reported"))))
                .where(col("voice").isNotNull())
                .groupBy("article_id")
                .agg(collect_set(code(col("frame_id"), col("voice"))).as("codes"));
    }

    private static Column code(Column frame, Column voice) {
        return concat_ws(PARTS, frame, voice);
    }

    static String code(String frame, String voice) {
        return frame + PARTS + voice;
    }

    @Override
    public Iterator<Row> call(String key, Iterator<Row> articles) {
        String[] cell = key.split(PARTS, -1);
        List<OutletShares.Article> read = new ArrayList<>();
        articles.forEachRemaining(row -> read.add(new OutletShares.Article(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.isNullAt(4) ? Set.of() : Set.copyOf(row.getList(4)))));
        OutletShares shares = new OutletShares(
                read,
                new OutletShares.Rule(
                        new CellShare.Thresholds(
                                settings.minimumStories(), settings.unmarkedStories(), settings.confidence()),
                        settings.minimumShrinkOutlets()));
        return codes.stream()
                .flatMap(code -> shares.cells(code).stream().map(value -> row(cell, code, value)))
                .iterator();
    }

    private static Row row(String[] cell, String code, OutletShares.Cell value) {
        String[] parts = code.split(PARTS);
        return StatisticsTables.OUTLET_FRAMING.row(new FramingCell(
                new Cell(value.outlet(), cell[0], cell[1], cell[2], cell[3], parts[0], parts[1]), value));
    }
}
