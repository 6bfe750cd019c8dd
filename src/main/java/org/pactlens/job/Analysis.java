package org.pactlens.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.pactlens.job.statistics.Corpus;
import org.pactlens.job.statistics.Statistics;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.AtOnce;
import org.pactlens.lake.Lake;
import org.pactlens.lake.Publication;
import org.pactlens.lake.Publication.Mode;
import org.pactlens.lake.Publication.Step;
import org.pactlens.lake.ReuseTables;
import org.pactlens.lake.Table;
import org.pactlens.lake.WorkArea;
import org.pactlens.relevance.Relevance;
import org.pactlens.study.Study;

/** Scores and codes all articles and stages the tables that follow from them. Reads no crawl. */
final class Analysis {
    private static final List<Table<?>> TABLES = List.of(
            AnalysisTables.RELEVANCE,
            AnalysisTables.EVIDENCE,
            AnalysisTables.QUOTATIONS,
            AnalysisTables.FRAMES,
            AnalysisTables.ARTICLE_FRAMING);

    private final Lake lake;
    private final Publication publication;
    private final Study study;
    private final String version;
    private final Progress progress;
    private final String runId;
    private final Path folder;

    Analysis(Lake lake, Publication publication, Study study, String version, Progress progress, String runId) {
        this.lake = lake;
        this.publication = publication;
        this.study = study;
        this.version = version;
        this.progress = progress;
        this.runId = runId;
        this.folder = lake.work().path("analysis-" + runId);
    }

    /**
     * Stages all tables for the given articles. One costly pass codes them; the tables are taken from its output.
     *
     * @param numbered the table {@code articles} as it will be
     * @param captures the table {@code captures} as it will be
     * @param today day of the run, UTC
     */
    List<Step> stage(Dataset<Row> numbered, Dataset<Row> captures, LocalDate today) {
        progress.stage("coding articles");
        Dataset<Row> articles = WorkArea.keep(numbered, folder("numbered"));
        List<Step> steps = new ArrayList<>(code(articles));
        progress.stage("tracing copies");
        Dataset<Row> relevance = staged(AnalysisTables.RELEVANCE);
        Dataset<Row> quotations = staged(AnalysisTables.QUOTATIONS);
        Dataset<Row> relevant =
                articles.join(relevance.where(col("score").geq(Relevance.CUT)).select("article_id"), "article_id");
        steps.addAll(new StoryTracing(publication, study).stage(relevant, quotations, folder, runId));
        progress.stage("counting");
        Corpus corpus = new Corpus(
                captures,
                articles,
                relevance,
                quotations,
                staged(AnalysisTables.ARTICLE_FRAMING),
                staged(ReuseTables.FAMILIES),
                study,
                today);
        steps.addAll(new Statistics(publication, folder, runId)
                .stage(corpus, ArticleFraming.frames(study), ArticleFraming.codes(study)));
        progress.end();
        return steps;
    }

    private Dataset<Row> staged(Table<?> table) {
        return publication.staged(table, folder);
    }

    private List<Step> code(Dataset<Row> articles) {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
        Broadcast<Study> sent = context.broadcast(study);
        Path coded = folder("coded");
        articles.repartition(Math.max(2, context.defaultParallelism() * 2), col("article_id"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) new CodeArticles(sent, version),
                        Encoders.row(CodeArticles.SCHEMA))
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(coded.toString());
        sent.destroy();
        Dataset<Row> rows = lake.spark().read().schema(CodeArticles.SCHEMA).parquet(coded.toString());
        return AtOnce.all(
                lake.spark(),
                TABLES.stream()
                        .map(table -> (Supplier<Step>) () -> step(rows, table))
                        .toList());
    }

    private Step step(Dataset<Row> coded, Table<?> table) {
        Dataset<Row> own = coded.select(explode(col(table.name())).as("row"))
                .select("row.*")
                .select(table.selection());
        return publication.stage(own, table, Mode.OVERWRITE, folder, runId);
    }

    private Path folder(String name) {
        return new Path(folder, name);
    }
}
