package org.pactlens.cli;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.pactlens.UserError;
import org.pactlens.evaluate.CoderSample;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample}: a sheet for human coders. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = {
            "Draws articles for human coders, evenly over languages and bands of the score, with the weight of each.",
            "A coder fills in grade and near_miss_of; `pactlens evaluate --gold` then scores the rules by the sheet.",
            "The sheet does not tell what Pactlens thinks of an article, lest the coder follow it (--evidence does)."
        },
        footer = {
            "",
            "Examples:",
            "  pactlens sample --lake lake --size 200 --out sheet.csv",
            "  pactlens sample --lake lake --size 50 --seed 2 --evidence --out to-check.jsonl"
        })
final class SampleCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the sheet goes: CSV for a spreadsheet where the name ends in .csv, else JSON Lines;"
                    + " - for standard output.")
    private String out;

    @Option(
            names = "--evidence",
            description =
                    "Adds the words that moved the score. For finding out why it errs: such grades measure nothing.")
    private boolean evidence;

    @Option(
            names = "--size",
            paramLabel = "N",
            defaultValue = "200",
            description = "Articles to draw (${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed draws other articles (${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (size < 1) {
            throw UserError.of("--size " + size, "draws nothing", "Write 1 or more.");
        }
        PrintWriter standard = spec.commandLine().getOut();
        LongAdder written = new LongAdder();
        lake.read(
                "sample",
                opened -> JsonLines.writing("--out", out, standard, sheet -> {
                    Consumer<JsonNode> rows =
                            CodingSheet.isCsv(out) ? CodingSheet.csv(sheet) : row -> JsonLines.write(sheet, row);
                    draw(opened, rows.andThen(row -> written.increment()));
                }));
        if (!out.equals(JsonLines.STANDARD)) {
            standard.printf("%d rows written to %s%n", written.sum(), out);
            standard.flush();
        }
        return Main.DONE;
    }

    private void draw(Lake opened, Consumer<JsonNode> rows) {
        List<Row> articles = opened.read(IngestTables.ARTICLES)
                .where("is_latest")
                .join(opened.read(AnalysisTables.RELEVANCE).select("article_id", "score"), "article_id")
                .select("article_id", "language", "score")
                .collectAsList();
        List<CoderSample<Row>> drawn =
                CoderSample.draw(articles, row -> row.getString(0), SampleCommand::stratum, size, seed);
        Map<String, Row> texts = new HashMap<>();
        Object[] ids = drawn.stream().map(one -> one.item().getString(0)).toArray();
        opened.read(IngestTables.ARTICLES)
                .where(col("article_id").isin(ids))
                .collectAsList()
                .forEach(article -> texts.put(article.getAs("article_id"), article));
        Map<String, List<String>> quotes = new HashMap<>();
        if (evidence) {
            opened.read(AnalysisTables.EVIDENCE)
                    .where(col("article_id").isin(ids))
                    .orderBy("article_id", "n")
                    .select("article_id", "concept", "quote")
                    .collectAsList()
                    .forEach(span -> quotes.computeIfAbsent(span.getString(0), id -> new ArrayList<>())
                            .add(span.getString(1) + ": " + span.getString(2)));
        }
        for (CoderSample<Row> one : drawn) {
            String id = one.item().getString(0);
            rows.accept(row(texts.get(id), one.weight(), quotes.getOrDefault(id, List.of())));
        }
    }

    /** Errors lie near the cut, and most articles far from it: each band is a stratum of its own. */
    private static String stratum(Row row) {
        double score = row.getDouble(2);
        String band = score < 0.1 ? "clear no" : score < 0.5 ? "no" : score < 0.9 ? "yes" : "clear yes";
        return row.getString(1) + ", " + band;
    }

    private ObjectNode row(Row article, double weight, List<String> quotes) {
        ObjectNode row = JsonLines.JSON.createObjectNode();
        row.put("pactlens", "1");
        row.put("article_id", article.<String>getAs("article_id"));
        row.put("url", article.<String>getAs("url"));
        row.put("outlet", article.<String>getAs("outlet"));
        row.put("language", article.<String>getAs("language"));
        Object day = article.getAs("published_date");
        row.put("published_date", day == null ? null : day.toString());
        row.put("title", article.<String>getAs("title"));
        row.put("text", article.<String>getAs("text"));
        if (evidence) {
            row.put("evidence", String.join("; ", quotes));
        }
        row.put("weight", weight);
        row.putNull("grade");
        row.putNull("near_miss_of");
        return row;
    }
}
