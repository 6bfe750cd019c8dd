package org.pactlens.cli;

import static org.apache.spark.sql.functions.col;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.Lake;
import org.pactlens.lake.ReuseTables;
import org.pactlens.lake.Table;
import org.pactlens.study.RelevanceFeature;

/** What the tables say of one article, each figure with the words it rests on. */
final class Explanation {
    private static final int SHOWN = 160;

    private final Lake lake;
    private final Row article;
    private final String id;
    private final PrintWriter out;

    /** @param article a row of {@code articles} */
    Explanation(Lake lake, Row article, PrintWriter out) {
        this.lake = lake;
        this.article = article;
        this.id = article.getAs("article_id");
        this.out = out;
    }

    void tell() {
        tellArticle();
        rows(AnalysisTables.RELEVANCE, "article_id").forEach(this::tellRelevance);
        rows(AnalysisTables.EVIDENCE, "n").forEach(this::tellEvidence);
        tell("Frames", rows(AnalysisTables.FRAMES, "start"), this::tellFrame);
        List<String> codes = rows(AnalysisTables.ARTICLE_FRAMING, "frame_id").stream()
                .filter(row -> row.<Boolean>getAs("present"))
                .map(row -> row.<String>getAs("frame_id"))
                .filter(code -> code.contains("."))
                .toList();
        if (!codes.isEmpty()) {
            out.println("Codes: " + String.join(", ", codes));
        }
        tell("Quotations", rows(AnalysisTables.QUOTATIONS, "start"), this::tellQuotation);
        rows(ReuseTables.FAMILIES, "article_id").forEach(this::tellFamily);
        out.println();
    }

    private void tell(String heading, List<Row> rows, Consumer<Row> each) {
        if (!rows.isEmpty()) {
            out.println(heading + ":");
            rows.forEach(each);
        }
    }

    private List<Row> rows(Table<?> table, String order) {
        return lake.read(table)
                .where(col("article_id").equalTo(id))
                .orderBy(order)
                .collectAsList();
    }

    private void tellArticle() {
        out.println(or(article.getAs("title"), "(no title)"));
        out.printf(
                "  %s%n  article %s, version %d%s; %s, %s, %s, %s%n",
                article.<String>getAs("url"),
                id,
                article.<Integer>getAs("version_no"),
                article.<Boolean>getAs("is_latest") ? " (latest)" : "",
                or(article.getAs("outlet"), "no outlet"),
                or(article.getAs("published_date"), "no date"),
                or(article.getAs("language"), "no language"),
                article.<String>getAs("page_kind"));
    }

    private void tellRelevance(Row r) {
        out.printf(
                Locale.ROOT,
                "Relevance: grade %d, score %.3f%s%n",
                r.<Integer>getAs("grade"),
                r.<Double>getAs("score"),
                r.getAs("near_miss_of") == null ? "" : ", near miss of " + r.getAs("near_miss_of"));
        r.<String>getList(r.fieldIndex("reasons")).forEach(reason -> out.println("  " + reason));
        r.<Row>getList(r.fieldIndex("features")).stream()
                .filter(f -> f.<Double>getAs("value") != 0)
                .forEach(this::tellFeature);
    }

    private void tellFeature(Row f) {
        String name = f.getAs("name");
        out.printf(
                Locale.ROOT,
                "  %-11s %6.3f, log odds %+.2f: %s%n",
                name,
                f.<Double>getAs("value"),
                f.<Double>getAs("log_odds"),
                Arrays.stream(RelevanceFeature.values())
                        .filter(known -> known.id().equals(name))
                        .map(RelevanceFeature::meaning)
                        .findFirst()
                        .orElse(""));
    }

    private void tellEvidence(Row e) {
        out.printf(
                Locale.ROOT,
                "  %s %s %+.2f by %s: %s%n",
                e.<String>getAs("concept"),
                place(e),
                e.<Double>getAs("weight"),
                e.<String>getAs("rule_id"),
                cut(e.getAs("quote")));
    }

    private void tellFrame(Row f) {
        out.printf(
                "  %s in voice %s (%s)%s%s%s %s: %s%n",
                f.<String>getAs("frame_id"),
                f.<String>getAs("voice"),
                f.<String>getAs("source_group"),
                f.getAs("target") == null ? "" : " about " + f.getAs("target"),
                f.<Boolean>getAs("negated") ? ", negated" : "",
                f.<Boolean>getAs("hypothetical") ? ", hypothetical" : "",
                place(f),
                cut(f.getAs("term")));
    }

    private void tellQuotation(Row q) {
        out.printf(
                Locale.ROOT,
                "  %s, %s (%s), confidence %.2f: %s%n",
                q.<String>getAs("kind"),
                or(q.getAs("speaker"), "nobody named"),
                q.<String>getAs("speaker_group"),
                q.<Double>getAs("confidence"),
                cut(q.getAs("quote")));
    }

    private void tellFamily(Row f) {
        String origin = f.getAs("origin_article_id") == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.0f %% of it stands in %s",
                        100 * f.<Double>getAs("containment"),
                        f.getAs("origin_article_id"));
        String credit = f.getAs("wire_agency") == null
                ? ""
                : "; text of " + f.getAs("wire_agency") + " by " + f.getAs("wire_basis");
        out.printf(
                "Family %s of %d articles: %s%s%s%n",
                f.<String>getAs("cluster"), f.<Integer>getAs("size"), f.<String>getAs("role"), origin, credit);
    }

    private static String or(Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    private static String place(Row row) {
        return String.format(
                Locale.ROOT,
                "%s [%d, %d)",
                row.<Boolean>getAs("in_title") ? "in the title" : "at",
                row.<Integer>getAs("start"),
                row.<Integer>getAs("end"));
    }

    /** Words of a page in a terminal: one line, no control characters. */
    private static String cut(String words) {
        String line = words.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() < words.length() ? line + " ..." : line;
    }
}
