package org.pactlens.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pactlens.extract.GoldPages.GoldPage;

/**
 * Learns {@code body-model.tsv} from the shared gold pages, twice a weighted logistic regression with an L2 penalty by
 * Newton's method. No chance is involved: the same pages give the same weights, wherever they are learned.
 */
@Tag("benchmark")
class BodyModelTraining {
    private static final Path TARGET = Path.of("target");
    /** The penalty on squared weights, in thousandths of all the blocks' say. */
    private static final double PENALTY = 0.1;
    /** Its pages are lists, shops and forums, watched but not learned from. */
    private static final String WATCHED = "wcxbother";

    static final List<GoldPage> PAGES = new ArrayList<>();
    static final List<LabelledBlocks> LABELLED = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        PAGES.addAll(GoldPages.all());
        for (GoldPage page : PAGES) {
            if (!page.set().equals(WATCHED)) {
                LABELLED.add(new LabelledBlocks(page, ClassWords.standard(), Phrases.standard()));
            }
        }
    }

    @Test
    void theShippedWeightsAreThoseThatThePagesTeach() throws IOException {
        List<String> lines = learn(page -> true);
        Files.writeString(
                TARGET.resolve("body-model.tsv"),
                "# Weights of the two logistic models of BodyModel, learned by BodyModelTraining: name TAB alone TAB in context\n"
                        + String.join("\n", lines)
                        + "\n");
        assertThat(ClassWords.Resource.lines("body-model.tsv")).containsExactlyElementsOf(lines);
    }

    /** Writes each page's article by weights that were learned without the page's domain, for the referee to score. */
    @Test
    void pagesOfUnseenDomainsAreWrittenForTheReferee() throws IOException {
        try (Writer out = Files.newBufferedWriter(TARGET.resolve("extraction-held-out.jsonl"))) {
            for (int fold = 0; fold < GoldPages.FOLDS; fold++) {
                int held = fold;
                HtmlArticle article = new HtmlArticle(BodyModel.of(learn(page -> page.fold != held)));
                for (GoldPage page : PAGES) {
                    if (page.fold() == held) {
                        out.write(row(page.raw().url(), article.read(page.raw(), "text/html")) + "\n");
                    }
                }
            }
        }
        assertThat(TARGET.resolve("extraction-held-out.jsonl")).isNotEmptyFile();
    }

    private static String row(String url, Extraction found) {
        ObjectNode row = new ObjectMapper().createObjectNode();
        row.put("url", url);
        row.put("title", found.title());
        row.put("text", found.text());
        row.put(
                "published_date",
                found.publishedDate() == null ? null : found.publishedDate().toString());
        found.authors().forEach(row.putArray("authors")::add);
        return row.toString();
    }

    static List<String> learn(Predicate<LabelledBlocks> use) {
        List<LabelledBlocks> pages = LABELLED.stream().filter(use).toList();
        List<double[]> rows = new ArrayList<>();
        pages.forEach(page -> rows.addAll(List.of(page.traits)));
        double[] alone = fit(rows, pages);
        BodyModel first = new BodyModel(alone, new double[BodyModel.WIDTH]);
        rows.clear();
        pages.forEach(page -> rows.addAll(List.of(first.inContext(page.tree, page.traits))));
        double[] inContext = fit(rows, pages);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < BodyModel.WIDTH; i++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s\t%.3f\t%.3f",
                    BodyModel.NAMES.get(i),
                    i < alone.length ? alone[i] : 0,
                    inContext[i]));
        }
        return lines;
    }

    private static double[] fit(List<double[]> rows, List<LabelledBlocks> pages) {
        double[] share =
                pages.stream().flatMapToDouble(p -> Arrays.stream(p.share)).toArray();
        double[] say = pages.stream().flatMapToDouble(p -> Arrays.stream(p.say)).toArray();
        double penalty = PENALTY * Arrays.stream(say).sum() / 1000;
        double[] weights = new double[rows.get(0).length];
        for (int round = 0; round < 25; round++) {
            double[] slope = new double[weights.length];
            double[][] curve = new double[weights.length][weights.length];
            for (int j = 0; j < weights.length; j++) {
                slope[j] = penalty * weights[j];
                curve[j][j] = penalty;
            }
            for (int i = 0; i < say.length; i++) {
                if (say[i] > 0) {
                    add(rows.get(i), share[i], say[i], weights, slope, curve);
                }
            }
            double[] step = solve(curve, slope);
            double moved = 0;
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= step[j];
                moved = Math.max(moved, Math.abs(step[j]));
            }
            if (moved < 1e-6) {
                break;
            }
        }
        return weights;
    }

    private static void add(
            double[] row, double share, double say, double[] weights, double[] slope, double[][] curve) {
        int[] filled = new int[row.length];
        int n = 0;
        double odds = 0;
        for (int j = 0; j < row.length; j++) {
            if (row[j] != 0) {
                filled[n++] = j;
                odds += row[j] * weights[j];
            }
        }
        double likely = BodyModel.logistic(odds);
        double steep = say * likely * (1 - likely);
        for (int a = 0; a < n; a++) {
            int j = filled[a];
            slope[j] += say * (likely - share) * row[j];
            for (int b = 0; b <= a; b++) {
                curve[j][filled[b]] += steep * row[j] * row[filled[b]];
            }
        }
    }

    /** Of a symmetric positive matrix whose lower half is filled, by Cholesky's decomposition in place. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
            for (int k = 0; k < i; k++) {
                x[i] -= matrix[i][k] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= matrix[k][i] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        return x;
    }
}
