package org.pactlens.cli;

import static org.apache.spark.sql.functions.col;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.pactlens.UserError;
import org.pactlens.crawl.UrlKey;
import org.pactlens.job.Sessions;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;
import org.pactlens.lake.ReuseTables;
import org.pactlens.lake.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: why an article has its figures. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Tells why an article has its score, frames, voices and family, each with the words it rests on.",
            "For an address without an article it tells what became of the captures."
        },
        footer = {
            "",
            "Examples:",
            "  pactlens explain --lake lake https://outlet.example/a-story",
            "  pactlens explain --lake lake 3fa94c"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int SHOWN = 160;

    @Mixin
    private LakeOption lake;

    @Parameters(paramLabel = "URL-or-id", description = "Address, or the first letters of an article_id.")
    private String which;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SparkSession spark = Sessions.start("explain");
        try (Lake opened = Lake.open(spark, lake.folder())) {
            boolean isUrl = which.contains(":");
            Dataset<Row> articles = opened.read(IngestTables.ARTICLES);
            List<Row> found = (isUrl
                            ? articles.where(col("url_key").equalTo(UrlKey.of(which)))
                            : articles.where(col("article_id").startsWith(which)))
                    .orderBy("version_no")
                    .collectAsList();
            if (found.isEmpty()) {
                tellCaptures(opened, isUrl, out);
            }
            found.forEach(article -> tell(opened, article, out));
            out.flush();
        } finally {
            spark.stop();
        }
        return Main.DONE;
    }

    private void tellCaptures(Lake opened, boolean isUrl, PrintWriter out) {
        List<Row> captures = isUrl
                ? opened.read(IngestTables.CAPTURES)
                        .where(col("url_key").equalTo(UrlKey.of(which)))
                        .orderBy("captured_at")
                        .collectAsList()
                : List.of();
        if (captures.isEmpty()) {
            throw UserError.of(
                    which,
                    "the lake has neither an article nor a capture of it",
                    "Give an address as it stands in captures.url, or the first letters of an article_id.");
        }
        out.println(which + ": no article. Its captures:");
        captures.forEach(c -> out.printf(
                "  %s  %s%s  media type %s, HTTP status %s%n",
                c.<Object>getAs("captured_at"),
                c.<String>getAs("fate"),
                c.getAs("fate_reason") == null ? "" : " (" + c.getAs("fate_reason") + ")",
                c.<Object>getAs("media_type"),
                c.<Object>getAs("http_status")));
    }

    private static void tell(Lake opened, Row article, PrintWriter out) {
        String id = article.getAs("article_id");
        out.println(article.<String>getAs("title") == null ? "(no title)" : article.<String>getAs("title"));
        out.printf(
                "  %s%n  article %s, version %d%s; %s, %s, %s, %s%n",
                article.<String>getAs("url"),
                id,
                article.<Integer>getAs("version_no"),
                article.<Boolean>getAs("is_latest") ? " (latest)" : "",
                article.<String>getAs("outlet"),
                article.<Object>getAs("published_date"),
                article.<String>getAs("language"),
                article.<String>getAs("page_kind"));
        for (Row r : of(opened, AnalysisTables.RELEVANCE, id, "article_id")) {
            out.printf(
                    Locale.ROOT,
                    "Relevance: grade %d, score %.3f%s%n",
                    r.<Integer>getAs("grade"),
                    r.<Double>getAs("score"),
                    r.getAs("near_miss_of") == null ? "" : ", near miss of " + r.getAs("near_miss_of"));
            r.<String>getList(r.fieldIndex("reasons")).forEach(reason -> out.println("  " + reason));
            r.<Row>getList(r.fieldIndex("features"))
                    .forEach(f -> out.printf(Locale.ROOT, "  %s = %.3f%n", f.getString(0), f.getDouble(1)));
        }
        for (Row e : of(opened, AnalysisTables.EVIDENCE, id, "n")) {
            out.printf(
                    Locale.ROOT,
                    "  %s %s [%d, %d) %+.2f by %s: %s%n",
                    e.<String>getAs("concept"),
                    place(e),
                    e.<Integer>getAs("start"),
                    e.<Integer>getAs("end"),
                    e.<Double>getAs("weight"),
                    e.<String>getAs("rule_id"),
                    cut(e.getAs("quote")));
        }
        out.println("Frames:");
        for (Row f : of(opened, AnalysisTables.FRAMES, id, "start")) {
            out.printf(
                    "  %s in voice %s (%s)%s%s%s %s [%d, %d): %s%n",
                    f.<String>getAs("frame_id"),
                    f.<String>getAs("voice"),
                    f.<String>getAs("source_group"),
                    f.getAs("target") == null ? "" : " about " + f.getAs("target"),
                    f.<Boolean>getAs("negated") ? ", negated" : "",
                    f.<Boolean>getAs("hypothetical") ? ", hypothetical" : "",
                    place(f),
                    f.<Integer>getAs("start"),
                    f.<Integer>getAs("end"),
                    cut(f.getAs("term")));
        }
        List<Row> codes = opened.read(AnalysisTables.ARTICLE_FRAMING)
                .where(col("article_id")
                        .equalTo(id)
                        .and(col("frame_id").contains("."))
                        .and(col("present")))
                .orderBy("frame_id")
                .collectAsList();
        out.println("Codes: "
                + String.join(
                        ", ",
                        codes.stream().map(c -> c.<String>getAs("frame_id")).toList()));
        out.println("Quotations:");
        for (Row q : of(opened, AnalysisTables.QUOTATIONS, id, "start")) {
            out.printf(
                    Locale.ROOT,
                    "  %s, %s (%s), confidence %.2f: %s%n",
                    q.<String>getAs("kind"),
                    q.getAs("speaker") == null ? "nobody named" : q.<String>getAs("speaker"),
                    q.<String>getAs("speaker_group"),
                    q.<Double>getAs("confidence"),
                    cut(q.getAs("quote")));
        }
        for (Row f : of(opened, ReuseTables.FAMILIES, id, "article_id")) {
            out.printf(
                    Locale.ROOT,
                    "Family %s of %d articles: %s%s%s%n",
                    f.<String>getAs("cluster"),
                    f.<Integer>getAs("size"),
                    f.<String>getAs("role"),
                    f.getAs("origin_article_id") == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", %.0f %% of it stands in %s",
                                    100 * f.<Double>getAs("containment"),
                                    f.getAs("origin_article_id")),
                    f.getAs("wire_agency") == null
                            ? ""
                            : "; text of " + f.getAs("wire_agency") + " by " + f.getAs("wire_basis"));
        }
        out.println();
    }

    private static List<Row> of(Lake opened, Table<?> table, String article, String order) {
        return opened.read(table)
                .where(col("article_id").equalTo(article))
                .orderBy(order)
                .collectAsList();
    }

    private static String place(Row row) {
        return row.<Boolean>getAs("in_title") ? "in the title" : "at";
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
