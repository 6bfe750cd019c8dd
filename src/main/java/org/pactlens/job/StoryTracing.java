package org.pactlens.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.Publication;
import org.pactlens.lake.Publication.Mode;
import org.pactlens.lake.Publication.Step;
import org.pactlens.lake.ReuseTables;
import org.pactlens.lake.ReuseTables.LinkRow;
import org.pactlens.reuse.Prepared;
import org.pactlens.reuse.Quoted;
import org.pactlens.reuse.ReuseTracer;
import org.pactlens.study.Study;
import org.pactlens.text.Span;

/**
 * Traces copies among relevant articles. They are made ready for comparison on the executors and compared on the driver,
 * which needs about 20 kB for each: see docs/decisions for the size up to which that is enough.
 */
final class StoryTracing {
    private final Publication publication;
    private final Study study;

    StoryTracing(Publication publication, Study study) {
        this.publication = publication;
        this.study = study;
    }

    /**
     * Stages {@code reuse_links} and {@code families}.
     *
     * @param relevant rows of {@code articles}, latest versions or not
     */
    List<Step> stage(Dataset<Row> relevant, Dataset<Row> quotations, Path folder, String runId) {
        List<Prepared> prepared = prepared(relevant, quotations);
        ReuseTracer.Result traced = ReuseTracer.of(study.settings().reuse()).trace(prepared);
        Map<String, String> months = new HashMap<>();
        for (Row row : relevant.select("article_id", "published_month").collectAsList()) {
            months.put(row.getString(0), row.getString(1));
        }
        List<Row> links = traced.links().stream()
                .map(link -> ReuseTables.REUSE_LINKS.row(new LinkRow(link, months.get(link.targetId()))))
                .toList();
        List<Row> families =
                traced.articles().stream().map(ReuseTables.FAMILIES::row).toList();
        List<Step> steps = new ArrayList<>();
        steps.add(publication.stage(
                relevant.sparkSession().createDataset(links, ReuseTables.REUSE_LINKS.encoder()),
                ReuseTables.REUSE_LINKS,
                Mode.OVERWRITE,
                folder,
                runId));
        steps.add(publication.stage(
                relevant.sparkSession().createDataset(families, ReuseTables.FAMILIES.encoder()),
                ReuseTables.FAMILIES,
                Mode.OVERWRITE,
                folder,
                runId));
        return steps;
    }

    private List<Prepared> prepared(Dataset<Row> relevant, Dataset<Row> quotations) {
        Dataset<Row> spoken = quotations
                .where(AnalysisTables.VERBATIM_IN_TEXT)
                .groupBy("article_id")
                .agg(collect_list(struct(col("start"), col("end"), col("speaker")))
                        .as("quoted"));
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(relevant.sparkSession().sparkContext());
        Broadcast<Study> sent = context.broadcast(study);
        List<Prepared> prepared = relevant.join(spoken, "article_id", "left")
                .map(
                        (MapFunction<Row, Prepared>) row -> Rules.of(sent.value())
                                .reuse()
                                .prepare(row.getAs("article_id"), CodeArticles.article(row), quoted(row)),
                        Encoders.javaSerialization(Prepared.class))
                .collectAsList();
        sent.destroy();
        return prepared;
    }

    private static List<Quoted> quoted(Row row) {
        int column = row.fieldIndex("quoted");
        if (row.isNullAt(column)) {
            return List.of();
        }
        return row.<Row>getList(column).stream()
                .map(q -> new Quoted(new Span(q.getInt(0), q.getInt(1)), q.getString(2)))
                .sorted(java.util.Comparator.comparing(Quoted::span))
                .toList();
    }
}
