package org.pactlens.job;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.pactlens.framing.Coding;
import org.pactlens.framing.FrameHit;
import org.pactlens.framing.Quotation;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.AnalysisTables.EvidenceRow;
import org.pactlens.lake.AnalysisTables.FrameRow;
import org.pactlens.lake.AnalysisTables.Of;
import org.pactlens.lake.AnalysisTables.QuotationRow;
import org.pactlens.lake.AnalysisTables.RelevanceRow;
import org.pactlens.lake.Table;
import org.pactlens.relevance.Relevance;
import org.pactlens.study.Study;
import org.pactlens.text.Article;

/** The task that scores and codes articles: one row an article, with the rows of each table as nested lists. */
final class CodeArticles implements MapPartitionsFunction<Row, Row>, Serializable {
    private static final long serialVersionUID = 1L;

    static final StructType SCHEMA = new StructType(new StructField[] {
        list(AnalysisTables.RELEVANCE),
        list(AnalysisTables.EVIDENCE),
        list(AnalysisTables.QUOTATIONS),
        list(AnalysisTables.FRAMES),
        list(AnalysisTables.ARTICLE_FRAMING)
    });

    private final Broadcast<Study> study;
    private final String version;

    CodeArticles(Broadcast<Study> study, String version) {
        this.study = study;
        this.version = version;
    }

    private static StructField list(Table<?> table) {
        return new StructField(
                table.name(),
                new ArrayType(table.schema().asNullable(), true),
                false,
                org.apache.spark.sql.types.Metadata.empty());
    }

    @Override
    public Iterator<Row> call(Iterator<Row> articles) {
        Rules rules = Rules.of(study.value());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return articles.hasNext();
            }

            @Override
            public Row next() {
                Row row = articles.next();
                Of of = new Of(
                        row.getAs("article_id"),
                        row.getAs("published_month"),
                        rules.study().fingerprint(),
                        version);
                return code(of, article(row), rules);
            }
        };
    }

    /** The article in a row of {@code articles}. */
    static Article article(Row row) {
        List<String> authors = row.getList(row.fieldIndex("authors"));
        return new Article(
                row.getAs("url"),
                row.getAs("outlet"),
                row.getAs("language"),
                row.<Instant>getAs("published_at"),
                row.<LocalDate>getAs("published_date"),
                row.getAs("title"),
                authors,
                row.getAs("text"));
    }

    private static Row code(Of of, Article article, Rules rules) {
        Relevance relevance = rules.relevance().score(article);
        List<Row> evidence = new ArrayList<>();
        for (int n = 0; n < relevance.evidence().size(); n++) {
            evidence.add(AnalysisTables.EVIDENCE.row(
                    new EvidenceRow(of, n, relevance.evidence().get(n))));
        }
        Coding coding = relevance.grade() == 0 ? Coding.NOTHING : rules.coder().code(article, relevance);
        List<String> quotationIds = new ArrayList<>();
        List<Row> quotations = new ArrayList<>();
        for (Quotation quotation : coding.quotations()) {
            String id = RowId.of(of.articleId() + "\nquotation\n" + quotation.inTitle() + quotation.span());
            quotationIds.add(id);
            quotations.add(AnalysisTables.QUOTATIONS.row(new QuotationRow(of, id, quotation)));
        }
        List<Row> frames = new ArrayList<>();
        for (FrameHit hit : coding.frames()) {
            String id = RowId.of(of.articleId() + "\n" + hit.frame() + hit.inTitle() + hit.span());
            String quotation = hit.quotation() < 0 ? null : quotationIds.get(hit.quotation());
            frames.add(AnalysisTables.FRAMES.row(new FrameRow(of, id, quotation, hit)));
        }
        List<Row> framing = relevance.score() < Relevance.CUT
                ? List.of()
                : ArticleFraming.rows(of, coding, rules.study()).stream()
                        .map(AnalysisTables.ARTICLE_FRAMING::row)
                        .toList();
        return RowFactory.create(
                new Row[] {AnalysisTables.RELEVANCE.row(new RelevanceRow(of, relevance))},
                evidence.toArray(Row[]::new),
                quotations.toArray(Row[]::new),
                frames.toArray(Row[]::new),
                framing.toArray(Row[]::new));
    }
}
