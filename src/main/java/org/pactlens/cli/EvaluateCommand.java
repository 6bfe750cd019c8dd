package org.pactlens.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pactlens.UserError;
import org.pactlens.evaluate.Evaluation;
import org.pactlens.evaluate.Evaluation.Output;
import org.pactlens.evaluate.Evaluation.SheetArticle;
import org.pactlens.evaluate.Figure;
import org.pactlens.evaluate.Row;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: outputs against gold files. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Scores an output against gold: precision, recall, F1, shares right, each with n and a 95 %% interval.",
            "What is scored follows from the output and from the gold's keys: extraction (--articles); a coding sheet, "
                    + "graded articles or quotations (--coded); story families (--reuse)."
        },
        footer = {
            "",
            "A gold row without an output row counts as one in which nothing was found. Intervals of F1 draw whole "
                    + "documents, domains or story families, with a fixed seed; those of shares are Wilson's.",
            "",
            "Examples:",
            "  pactlens evaluate --gold gold/ --articles articles.jsonl",
            "  pactlens evaluate --gold sheet.csv --articles-out articles.jsonl",
            "  pactlens code --articles articles.jsonl --out coded.jsonl",
            "  pactlens evaluate --gold sheet.csv --coded coded.jsonl",
            "  pactlens evaluate --gold sheet.csv --coder second-coder.csv",
            "  pactlens evaluate --gold quotations.jsonl.gz --coded coded.jsonl --kinds direct,mixed --marked",
            "  pactlens evaluate --gold families.jsonl.gz --reuse reuse.jsonl --json"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Option(
            names = "--gold",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Gold files (JSON Lines, plain or gzipped; sheets also CSV), or folders of *.gold.jsonl files.")
    private List<String> gold;

    @ArgGroup(multiplicity = "1")
    private Scored scored;

    /** Exactly one of these is given. */
    private static final class Scored {
        @Option(names = "--articles", paramLabel = "FILE", description = "articles.jsonl to score.")
        private String articles;

        @Option(names = "--coded", paramLabel = "FILE", description = "coded.jsonl to score.")
        private String coded;

        @Option(names = "--reuse", paramLabel = "FILE", description = "reuse.jsonl to score.")
        private String reuse;

        @Option(
                names = "--coder",
                paramLabel = "FILE",
                description = "A second coder's sheet of the same articles: Krippendorff's alpha of the two.")
        private String coder;

        @Option(
                names = "--articles-out",
                paramLabel = "FILE",
                description = "Score nothing; write a coding sheet's texts as articles.jsonl, to be coded.")
        private String articlesOut;
    }

    @Option(
            names = "--found",
            paramLabel = "FILE",
            description =
                    "With --coded: rows with the url of each article that another way of finding gave, such as a search"
                            + " engine. Estimates how many relevant ones there are in all, if the two ways find"
                            + " independently.")
    private String found;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "Quotations: score gold of these kinds alone, such as direct,mixed.")
    private Set<String> kinds = Set.of();

    @Option(names = "--marked", description = "Quotations: a mixed one is also found by its words in marks.")
    private boolean marked;

    @Option(names = "--json", description = "One JSON object a line and figure, in place of the table.")
    private boolean json;

    @Mixin
    private StudyOption study;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (found != null && scored.coded == null) {
            throw UserError.of(
                    "--found", "it says nothing without --coded", "Add --coded coded.jsonl, or leave it out.");
        }
        List<Row> goldRows = new ArrayList<>();
        for (String path : gold) {
            for (String file : goldFiles(path)) {
                goldRows.addAll(rows("--gold", file));
            }
        }
        if (scored.articlesOut != null) {
            writeArticles(goldRows, out);
            return Main.DONE;
        }
        List<Figure> figures = score(goldRows);
        if (json) {
            figures.forEach(figure -> out.println(FigureTable.json(figure)));
        } else {
            FigureTable.print(figures, out);
        }
        out.flush();
        return Main.DONE;
    }

    private List<Figure> score(List<Row> goldRows) {
        // Only coded articles name look-alikes; the study is not read for the rest.
        Map<String, String> aliases = scored.coded == null && scored.coder == null ? Map.of() : lookAlikeAliases();
        Evaluation evaluation = new Evaluation(aliases, agencyNames(), kinds, marked);
        if (scored.coder != null) {
            return evaluation.agreement(goldRows, rows("--coder", scored.coder));
        }
        if (scored.articles != null) {
            return evaluation.score(Output.ARTICLES, goldRows, rows("--articles", scored.articles));
        }
        if (scored.reuse != null) {
            return evaluation.score(Output.REUSE, goldRows, rows("--reuse", scored.reuse));
        }
        List<Row> coded = rows("--coded", scored.coded);
        List<Figure> figures = new ArrayList<>(evaluation.score(Output.CODED, goldRows, coded));
        if (found != null) {
            figures.addAll(Evaluation.unseen(goldRows, coded, rows("--found", found)));
        }
        return figures;
    }

    private static List<String> goldFiles(String path) {
        if (path.equals("-") || !Files.isDirectory(Path.of(path))) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(Path.of(path))) {
            List<String> inside = files.filter(f -> f.getFileName().toString().contains(".gold.jsonl"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
            if (inside.isEmpty()) {
                throw UserError.of(
                        "--gold " + path,
                        "the folder holds no *.gold.jsonl or *.gold.jsonl.gz file",
                        "Name the gold files one by one.");
            }
            return inside;
        } catch (IOException e) {
            throw UserError.of(
                    "--gold " + path, "it cannot be read (" + e.getMessage() + ")", "Check its permissions.");
        }
    }

    private static List<Row> rows(String option, String file) {
        List<Row> rows = new ArrayList<>();
        CodingSheet.readPlaced(option, file, (place, json) -> rows.add(new Row(place, json)));
        if (rows.isEmpty()) {
            throw UserError.of(option + " " + file, "it holds no row", "Name a file that holds rows.");
        }
        return rows;
    }

    private void writeArticles(List<Row> sheet, PrintWriter out) {
        JsonLines.writing(
                "--articles-out",
                scored.articlesOut,
                out,
                articles -> sheet.forEach(row -> {
                    SheetArticle article = Evaluation.article(row);
                    ObjectNode line = JsonLines.JSON.createObjectNode();
                    line.put("url", article.url());
                    line.set("outlet", first(row, "domain", "outlet"));
                    line.set("language", first(row, "lang", "language"));
                    line.set("published_date", first(row, "date", "published_date"));
                    line.set("title", row.json().path("title"));
                    line.put("text", article.text());
                    JsonLines.write(articles, line);
                }));
    }

    private static JsonNode first(Row row, String key, String other) {
        JsonNode value = row.json().has(key) ? row.json().get(key) : row.json().get(other);
        return value == null ? JsonLines.JSON.nullNode() : value;
    }

    private Map<String, String> lookAlikeAliases() {
        Map<String, String> aliases = new HashMap<>();
        study.load().lookAlikes().forEach(l -> l.aliases().forEach(alias -> aliases.put(alias, l.id())));
        return aliases;
    }

    private static Map<String, String> agencyNames() {
        try (BufferedReader names = new BufferedReader(new InputStreamReader(
                Evaluation.class.getResourceAsStream("agency-names.tsv"), StandardCharsets.UTF_8))) {
            return names.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
