package org.pactlens.job.statistics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_timestamp;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.pactlens.lake.StatisticsTables;
import org.pactlens.lake.StatisticsTables.PairRow;
import org.pactlens.stats.OutletPair;
import org.pactlens.stats.OutletPair.Story;
import org.pactlens.study.Settings;

/** Rows of {@code outlet_pairs}. */
final class OutletPairs implements MapPartitionsFunction<Row, Row>, Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> codes;
    private final OutletPair.Rule rule;

    private OutletPairs(List<String> codes, Settings.Statistics settings) {
        this.codes = codes;
        this.rule = new OutletPair.Rule(settings.unmarkedStories(), settings.resamples(), settings.confidence());
    }

    /** @param ownCodes the frames in the outlet's own voice, as {@link FrameShares#code} writes them */
    static Dataset<Row> of(
            Dataset<Row> counted, Dataset<Row> codes, List<String> ownCodes, Settings.Statistics settings) {
        Column periods = array(
                struct(lit("all").as("kind"), lit("all").as("id")),
                struct(lit("phase").as("kind"), col("phase").as("id")));
        Dataset<Row> outlets = counted.join(codes, "article_id", "left")
                .withColumn("period", explode(periods))
                .groupBy("outlet_language", "period", "outlet")
                .agg(
                        collect_list(struct(
                                        col("cluster"),
                                        unix_timestamp(col("published_at")).as("second"),
                                        col("codes")))
                                .as("articles"),
                        collect_set("cluster").as("clusters"));
        Dataset<Row> a = outlets.toDF("language", "period", "a", "articles_a", "clusters_a");
        Dataset<Row> b = outlets.toDF("language", "period", "b", "articles_b", "clusters_b");
        String enough = "(size(clusters_a) >= " + settings.unmarkedStories() + " AND size(clusters_b) >= "
                + settings.unmarkedStories() + ")";
        return a.join(b, new String[] {"language", "period"})
                .where("a < b AND (arrays_overlap(clusters_a, clusters_b) OR " + enough + ")")
                .select("a", "b", "period.kind", "period.id", "articles_a", "articles_b")
                .mapPartitions(new OutletPairs(ownCodes, settings), StatisticsTables.OUTLET_PAIRS.encoder());
    }

    @Override
    public Iterator<Row> call(Iterator<Row> pairs) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return pairs.hasNext();
            }

            @Override
            public Row next() {
                return pair(pairs.next());
            }
        };
    }

    private Row pair(Row row) {
        SortedMap<String, Story> a = stories(row.getList(4));
        SortedMap<String, Story> b = stories(row.getList(5));
        long seed = (row.getString(0) + "\n" + row.getString(1) + "\n" + row.getString(3)).hashCode();
        OutletPair pair = OutletPair.of(a, b, rule, seed);
        return StatisticsTables.OUTLET_PAIRS.row(new PairRow(
                row.getString(0), row.getString(1), row.getString(2), row.getString(3), a.size(), b.size(), pair));
    }

    private SortedMap<String, Story> stories(List<Row> articles) {
        Map<String, double[]> sums = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        Map<String, Long> firsts = new HashMap<>();
        for (Row article : articles) {
            String cluster = article.getString(0);
            sizes.merge(cluster, 1, Integer::sum);
            if (!article.isNullAt(1)) {
                firsts.merge(cluster, article.getLong(1), Math::min);
            }
            double[] counts = sums.computeIfAbsent(cluster, c -> new double[codes.size()]);
            List<String> has = article.isNullAt(2) ? List.of() : article.getList(2);
            for (int i = 0; i < counts.length; i++) {
                counts[i] += has.contains(codes.get(i)) ? 1 : 0;
            }
        }
        SortedMap<String, Story> stories = new TreeMap<>();
        sums.forEach((cluster, counts) -> {
            for (int i = 0; i < counts.length; i++) {
                counts[i] /= sizes.get(cluster);
            }
            stories.put(cluster, new Story(firsts.get(cluster), counts));
        });
        return stories;
    }
}
