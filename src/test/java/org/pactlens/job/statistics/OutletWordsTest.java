package org.pactlens.job.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.LocalSpark;
import org.pactlens.study.Study;
import org.pactlens.study.StudyLoader;

/** Words that set outlets apart, counted by families. */
class OutletWordsTest {
    private static final int STORIES = 40;
    private static final int SHARED = 10;

    /** Both outlets print all stories; one writes of a harbour in each, the other in a quarter of its copies. */
    @Test
    void aStoryThatBothSidesPrintCountsOnBoth() throws IOException {
        List<Row> told = new ArrayList<>();
        List<Row> texts = new ArrayList<>();
        for (int story = 0; story < STORIES; story++) {
            add(told, texts, "a.example", story, "The council mended the bridge near the harbour.");
            add(
                    told,
                    texts,
                    "b.example",
                    story,
                    "The council mended the bridge" + (story < SHARED ? " and harbour." : "."));
        }
        SparkSession spark = LocalSpark.session();
        StructType counted = new StructType()
                .add("article_id", DataTypes.StringType)
                .add("language", DataTypes.StringType)
                .add("outlet", DataTypes.StringType)
                .add("type", DataTypes.StringType)
                .add("cluster", DataTypes.StringType);
        StructType text =
                new StructType().add("article_id", DataTypes.StringType).add("text", DataTypes.StringType);
        Study study = StudyLoader.loadBuiltIn("russia-dprk-pact");
        Dataset<Row> quotations = spark.createDataFrame(List.of(), AnalysisTables.QUOTATIONS.schema());
        Corpus corpus = new Corpus(
                null, spark.createDataFrame(texts, text), null, quotations, null, null, study, LocalDate.EPOCH);

        List<Row> words = OutletWords.of(corpus, spark.createDataFrame(told, counted))
                .where("term = 'harbour'")
                .select("group_id", "k_a", "k_b")
                .collectAsList();

        assertThat(words)
                .containsExactlyInAnyOrder(
                        RowFactory.create("a.example", (long) STORIES, (long) SHARED),
                        RowFactory.create("b.example", (long) SHARED, (long) STORIES));
    }

    private static void add(List<Row> told, List<Row> texts, String outlet, int story, String text) {
        String id = outlet + story;
        told.add(RowFactory.create(id, "en", outlet, null, "story" + story));
        texts.add(RowFactory.create(id, text));
    }
}
