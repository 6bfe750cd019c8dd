package org.pactlens.cli;

import static org.apache.spark.sql.functions.col;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.pactlens.UserError;
import org.pactlens.crawl.UrlKey;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;
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
    @Mixin
    private LakeOption lake;

    @Parameters(paramLabel = "URL-or-id", description = "Address, or the first letters of an article_id.")
    private String which;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (which.isBlank()) {
            throw UserError.of(
                    "explain",
                    "the article is named by nothing",
                    "Give an address, or the first letters of an article_id.");
        }
        lake.read("explain", opened -> {
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
            found.forEach(article -> new Explanation(opened, article, out).tell());
        });
        out.flush();
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
}
