package org.pactlens.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.pactlens.UserError;
import org.pactlens.evaluate.Forecast;
import org.pactlens.evaluate.ForecastScore;
import org.pactlens.relevance.Example;
import org.pactlens.relevance.Relevance;
import org.pactlens.relevance.RelevanceRule;
import org.pactlens.relevance.Training;
import org.pactlens.study.RelevanceWeights;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train relevance}: labelled articles to the weights of the score. */
@Command(
        name = "relevance",
        mixinStandardHelpOptions = true,
        description = {
            "Learns the weights of the relevance score and says how good they are: scores of each article by weights that",
            "were learned without its group. The same labels and study give the same weights.",
            "With --seeds it starts a study of another event instead: a folder of files to edit, drafted from a few documents."
        },
        footer = {
            "",
            "Examples:",
            "  pactlens train relevance --labels labelled.jsonl.gz",
            "  pactlens train relevance --study my-study --labels a.jsonl b.jsonl --out my-study/weights.yaml",
            "  pactlens train relevance --seeds about-it/ --against look-alikes/ --out my-study"
        })
final class TrainRelevanceCommand implements Callable<Integer> {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source;

    private static final class Source {
        @Option(
                names = "--labels",
                required = true,
                arity = "1..*",
                paramLabel = "FILE",
                description = {
                    "JSON Lines, plain or gzipped, or CSV: text and grade (or relevance) 0 to 3; title, date, language, group,"
                            + " label where known.",
                    "Coding sheets will do."
                })
        private List<String> labels;

        @ArgGroup(exclusive = false)
        private Seeds seeds;
    }

    private static final class Seeds {
        @Option(
                names = "--seeds",
                required = true,
                paramLabel = "FOLDER",
                description = "Pages or plain texts, in any languages, each an article about the event of a new study.")
        private Path about;

        @Option(
                names = "--against",
                paramLabel = "FOLDER",
                description = "The same about what is easily taken for the event; without it few terms are certain.")
        private Path against;
    }

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "Where the weights go: weights.yaml of a study. With --seeds, a new folder for the study.")
    private String out;

    @Mixin
    private StudyOption study;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (source.seeds != null) {
            draft();
            return Main.DONE;
        }
        RelevanceRule rule = RelevanceRule.of(study.load());
        List<LabelledArticle> articles = new ArrayList<>();
        for (String file : source.labels) {
            String set = Path.of(file).getFileName().toString();
            CodingSheet.readPlaced("--labels", file, (place, row) -> articles.add(LabelledArticle.of(place, row, set)));
        }
        List<Example> examples = articles.stream()
                .map(a -> Example.of(rule.score(a.article()), a.grade(), a.group()))
                .toList();
        RelevanceWeights weights = learn(examples);
        report(articles, examples, spec.commandLine().getOut());
        write(weights, examples);
        return Main.DONE;
    }

    private void draft() {
        if (out == null || out.equals(JsonLines.STANDARD)) {
            throw UserError.of("train relevance --seeds", "--out is missing", "Name a new folder for the study.");
        }
        new DraftedStudy(study.files())
                .write(
                        source.seeds.about,
                        source.seeds.against,
                        Path.of(out),
                        spec.commandLine().getOut());
    }

    private static RelevanceWeights learn(List<Example> examples) {
        try {
            return Training.learn(examples);
        } catch (IllegalArgumentException e) {
            throw UserError.of("--labels", e.getMessage(), "Label more articles, of both kinds and several groups.");
        }
    }

    private void report(List<LabelledArticle> articles, List<Example> examples, PrintWriter to) {
        List<Double> scores = Training.crossValidated(examples);
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            LabelledArticle article = articles.get(i);
            String language = article.article().language();
            forecasts.add(new Forecast(
                    scores.get(i), examples.get(i).relevant(), article.set(), language == null ? "" : language));
        }
        to.printf(
                Locale.ROOT,
                "%d labelled articles of %d groups, %d relevant. Scores by weights learned without the article's group,"
                        + " %d folds.%n",
                articles.size(),
                examples.stream().map(Example::group).distinct().count(),
                examples.stream().filter(Example::relevant).count(),
                Training.FOLDS);
        FigureTable.print(ForecastScore.of(forecasts), to);
        printConfusion(articles, scores, to);
        to.flush();
    }

    private static void printConfusion(List<LabelledArticle> articles, List<Double> scores, PrintWriter to) {
        Map<String, int[]> byLabel = new TreeMap<>();
        for (int i = 0; i < articles.size(); i++) {
            int[] counts = byLabel.computeIfAbsent(articles.get(i).label(), label -> new int[2]);
            counts[scores.get(i) >= Relevance.CUT ? 0 : 1]++;
        }
        to.printf("%nby label           at %.1f or above   below%n", Relevance.CUT);
        byLabel.forEach((label, n) -> to.printf(Locale.ROOT, "  %-20s %12d %7d%n", label, n[0], n[1]));
    }

    private void write(RelevanceWeights weights, List<Example> examples) {
        String table = WeightsTable.of(weights, examples);
        if (out == null) {
            spec.commandLine().getOut().printf("%nweights.yaml%n%s", table);
            spec.commandLine().getOut().flush();
            return;
        }
        JsonLines.writing("--out", out, spec.commandLine().getOut(), file -> JsonLines.write(file, table));
    }
}
