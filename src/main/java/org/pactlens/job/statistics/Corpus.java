package org.pactlens.job.statistics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.pactlens.Spelling;
import org.pactlens.study.Phase;
import org.pactlens.study.Study;

/**
 * What the statistics count over.
 *
 * @param captures all captures of the lake
 * @param articles all articles of the lake
 * @param relevance one row per article
 * @param quotations of articles
 * @param framing the table {@code article_framing}
 * @param families one row per relevant article
 * @param today day of the run, UTC: captures that say that they are from later days have a wrong clock
 */
public record Corpus(
        Dataset<Row> captures,
        Dataset<Row> articles,
        Dataset<Row> relevance,
        Dataset<Row> quotations,
        Dataset<Row> framing,
        Dataset<Row> families,
        Study study,
        LocalDate today) {

    private static final String ROLES_OF_ITS_OWN = "role IN ('original', 'alone', 'quote_only')";

    SparkSession spark() {
        return articles.sparkSession();
    }

    /** The outlets of the study: outlet, name, country, type, agency. */
    Dataset<Row> listedOutlets() {
        List<Row> rows = study.outlets().all().stream()
                .map(o -> RowFactory.create(
                        o.domain(), o.name(), o.country(), Spelling.of(o.type()), (Object) o.agency()))
                .toList();
        StructType type = new StructType()
                .add("outlet", DataTypes.StringType)
                .add("name", DataTypes.StringType)
                .add("country", DataTypes.StringType)
                .add("type", DataTypes.StringType)
                .add("agency", DataTypes.BooleanType);
        return spark().createDataFrame(rows, type);
    }

    /** Latest versions of articles at a known outlet with their grade. */
    Dataset<Row> graded() {
        return articles.where("is_latest AND outlet IS NOT NULL")
                .drop("published_month")
                .join(relevance.select("article_id", "grade"), "article_id");
    }

    /** Relevant articles among {@link #graded} with their family and whether the story is the outlet's own. */
    Dataset<Row> relevant() {
        Column own = col("agency")
                .and(col("role").equalTo("original"))
                .or(expr(ROLES_OF_ITS_OWN).and(col("wire_agency").isNull()));
        return graded().where("grade >= 2")
                .join(families.select("article_id", "cluster", "role", "wire_agency"), "article_id")
                .join(broadcast(listedOutlets().select("outlet", "type", "agency")), "outlet", "left")
                .withColumn("own_work", coalesce(own, lit(false)))
                .withColumn("phase", phase(coalesce(to_date(col("published_at")), col("published_date"))))
                .withColumn("month", coalesce(date_format(col("published_date"), "yyyy-MM"), lit(Study.UNKNOWN_PHASE)));
    }

    /**
     * The articles that shares are made of, each with the main language of its outlet as {@code outlet_language}.
     *
     * @param relevant as {@link #relevant} gives them
     */
    static Dataset<Row> counted(Dataset<Row> relevant) {
        Dataset<Row> counted = relevant.where("page_kind NOT IN ('live', 'stub')");
        return counted.join(languages(counted), "outlet");
    }

    /** The most frequent language of each outlet's articles; the first by name of equally frequent ones. */
    private static Dataset<Row> languages(Dataset<Row> articles) {
        return articles.groupBy(
                        col("outlet"), coalesce(col("language"), lit("und")).as("outlet_language"))
                .agg(count(lit(1)).as("n"))
                .withColumn(
                        "rank",
                        row_number()
                                .over(Window.partitionBy("outlet").orderBy(col("n").desc(), col("outlet_language"))))
                .where("rank = 1")
                .select("outlet", "outlet_language");
    }

    /** The study's phase of a day, as {@link Study#phaseOf} gives it. */
    private Column phase(Column day) {
        Column chosen = when(day.isNull(), Study.UNKNOWN_PHASE);
        for (Phase phase : study.phases()) {
            chosen = phase.to() == null
                    ? chosen.otherwise(phase.id())
                    : chosen.when(day.lt(lit(phase.to())), phase.id());
        }
        return chosen;
    }
}
