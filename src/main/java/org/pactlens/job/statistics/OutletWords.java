package org.pactlens.job.statistics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.StatisticsTables;
import org.pactlens.lake.StatisticsTables.WordRow;
import org.pactlens.stats.Contrast;
import org.pactlens.stats.Contrast.Use;
import org.pactlens.study.Settings;
import org.pactlens.text.Span;
import org.pactlens.text.Vocabulary;

/** Rows of {@code words}: of each group of outlets, the words that set it apart from the others of its language. */
final class OutletWords implements FlatMapGroupsFunction<String, Row, Row>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PARTS = "\t";
    private static final Column ONLY_THERE = when(
                    col("group.kind").equalTo("outlet"), col("outlets").equalTo(1))
            .otherwise(col("types").equalTo(1));
    private static final StructType WORD = new StructType()
            .add("language", DataTypes.StringType)
            .add("outlet", DataTypes.StringType)
            .add("type", DataTypes.StringType)
            .add("cluster", DataTypes.StringType)
            .add("term", DataTypes.StringType);

    private final Contrast.Rule rule;

    private OutletWords(Settings.Statistics settings) {
        this.rule = new Contrast.Rule(settings.minimumStories(), settings.confidence(), settings.falseDiscoveryRate());
    }

    static Dataset<Row> of(Corpus corpus, Dataset<Row> counted) {
        Dataset<Row> words = words(corpus, counted);
        Dataset<Row> total = words.groupBy("language", "term")
                .agg(count_distinct(col("cluster")).as("total"));
        Dataset<Row> groups = words.withColumn(
                        "group",
                        explode(array(
                                struct(lit("outlet").as("kind"), col("outlet").as("id")),
                                struct(lit("type").as("kind"), col("type").as("id")))))
                .where("group.id IS NOT NULL");
        Settings.Statistics settings = corpus.study().settings().statistics();
        // Only groups that could have a share shown have words of their own.
        Dataset<Row> large = groups.groupBy("language", "group")
                .agg(count_distinct(col("cluster")).as("families"))
                .where(col("families").geq(settings.unmarkedStories()))
                .select("language", "group");
        Dataset<Row> inside = groups.join(large, new String[] {"language", "group"})
                .join(users(words), new String[] {"language", "term", "cluster"})
                .groupBy("language", "group", "term")
                .agg(
                        count_distinct(col("cluster")).as("inside"),
                        count_distinct(when(ONLY_THERE, col("cluster"))).as("only_inside"));
        return large.join(total, "language")
                .join(inside, new String[] {"language", "group", "term"}, "left")
                .selectExpr(
                        "concat_ws('" + PARTS + "', language, group.kind, group.id)",
                        "term",
                        "coalesce(inside, 0)",
                        "total - coalesce(only_inside, 0)")
                .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .flatMapGroups(new OutletWords(settings), StatisticsTables.WORDS.encoder());
    }

    /** A story that both sides print counts on both: by how many outlets and types of outlets each uses a word. */
    private static Dataset<Row> users(Dataset<Row> words) {
        return words.groupBy("language", "term", "cluster")
                .agg(
                        count_distinct(col("outlet")).as("outlets"),
                        count_distinct(coalesce(col("type"), lit(""))).as("types"));
    }

    /** Words of each article's own text, quotations left out. */
    private static Dataset<Row> words(Corpus corpus, Dataset<Row> counted) {
        Dataset<Row> spans = corpus.quotations()
                .where(AnalysisTables.VERBATIM_IN_TEXT)
                .groupBy("article_id")
                .agg(collect_list(struct(col("start"), col("end"))).as("spans"));
        return counted.join(corpus.articles().select("article_id", "text"), "article_id")
                .join(spans, "article_id", "left")
                .select("language", "outlet", "type", "cluster", "text", "spans")
                .flatMap((FlatMapFunction<Row, Row>) OutletWords::wordsOf, Encoders.row(WORD))
                .distinct();
    }

    private static Iterator<Row> wordsOf(Row article) {
        List<Row> spans = article.isNullAt(5) ? List.of() : article.getList(5);
        String language = article.getString(0);
        return Vocabulary.of(
                        article.getString(4),
                        language,
                        spans.stream()
                                .map(s -> new Span(s.getInt(0), s.getInt(1)))
                                .toList())
                .stream()
                .map(word -> RowFactory.create(
                        language == null ? "und" : language,
                        article.getString(1),
                        article.getString(2),
                        article.getString(3),
                        word))
                .iterator();
    }

    @Override
    public Iterator<Row> call(String key, Iterator<Row> terms) {
        String[] group = key.split(PARTS, -1);
        SortedMap<String, Use> uses = new TreeMap<>();
        terms.forEachRemaining(t -> uses.put(t.getString(1), new Use(t.getLong(2), t.getLong(3))));
        return Contrast.of(uses, rule).stream()
                .map(c -> StatisticsTables.WORDS.row(new WordRow(group[0], group[1], group[2], c)))
                .iterator();
    }
}
