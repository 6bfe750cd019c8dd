package org.pactlens.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.pactlens.stats.Agreement;
import org.pactlens.stats.CaptureRecapture;

/**
 * Scores, grades and look-alikes of coded articles against graded ones: the part of {@code score_coding.py} that needs
 * no spans, hence fit for the labelled set too, Krippendorff's ordinal alpha of the grades, and how good the scores are as
 * probabilities.
 */
final class RelevanceScore {
    private static final int LEAST_RELEVANT_GRADE = 2;
    private static final int HIGHEST_GRADE = 3;
    private static final double THRESHOLD = .5;
    private static final int NOT_GRADED = -1;
    private static final double CONFIDENCE = .95;

    /** In a sheet: only the words are alike, there is no event to name. */
    private static final String NO_EVENT = "lexical_decoy";

    private final Map<String, String> aliases;

    /** @param aliases ids of look-alikes in older sheets, to the ids that are written */
    RelevanceScore(Map<String, String> aliases) {
        this.aliases = aliases;
    }

    /** Figures over all rows, by set (or source) and by language. */
    List<Figure> of(List<Row> gold, Map<String, Row> coded) {
        Map<Section, List<Row>> sections = Sections.of(gold, "source");
        List<Figure> figures = new ArrayList<>();
        sections.forEach((section, rows) -> {
            Tallies tallies = new Tallies();
            List<int[]> grades = new ArrayList<>();
            List<Weighted> weighted = new ArrayList<>();
            List<Forecast> forecasts = new ArrayList<>();
            for (Row row : rows) {
                Row answer = coded.getOrDefault(row.required("url"), Row.EMPTY);
                int wanted = row.whole("grade", HIGHEST_GRADE, NOT_GRADED);
                if (wanted == NOT_GRADED) {
                    continue;
                }
                tallies.open();
                add(tallies, wanted, row.text("near_miss_of"), answer);
                grades.add(new int[] {wanted, grade(answer)});
                weighted.add(new Weighted(row.weight("weight"), decided(wanted, answer)));
                forecasts.add(new Forecast(score(answer), isRelevant(wanted), "", ""));
            }
            figures.addAll(tallies.figures(section));
            figures.add(alpha(section, grades));
            if (coded.values().stream().anyMatch(answer -> answer.has("score"))) {
                figures.addAll(ForecastScore.ranking(section, forecasts));
            }
            if (rows.stream().anyMatch(row -> row.has("weight"))) {
                figures.addAll(Weighted.figures(section, "relevant_weighted", weighted));
            }
            if (grades.size() < rows.size()) {
                figures.add(Figure.count(section, "not_graded", "rows", rows.size() - grades.size()));
            }
        });
        return figures;
    }

    /** By Chapman's estimate, of the articles that a coder graded relevant. */
    static List<Figure> unseen(List<Row> gold, Map<String, Row> coded, Set<String> found) {
        int ours = 0;
        int others = 0;
        int both = 0;
        for (Row row : gold) {
            String url = row.required("url");
            if (isRelevant(row.whole(row.has("grade") ? "grade" : "relevance", HIGHEST_GRADE, 0))) {
                boolean byRule = decided(HIGHEST_GRADE, coded.getOrDefault(url, Row.EMPTY))
                                .right()
                        > 0;
                ours += byRule ? 1 : 0;
                others += found.contains(url) ? 1 : 0;
                both += byRule && found.contains(url) ? 1 : 0;
            }
        }
        CaptureRecapture all = CaptureRecapture.of(ours, others, both, CONFIDENCE);
        String measure = "capture_recapture";
        return List.of(
                Figure.count(Section.ALL, measure, "found", ours),
                Figure.count(Section.ALL, measure, "found_otherwise", others),
                Figure.count(Section.ALL, measure, "found_by_both", both),
                Figure.count(Section.ALL, measure, "estimated", all.estimate()),
                Figure.count(Section.ALL, measure, "low", all.interval().low()),
                Figure.count(Section.ALL, measure, "high", all.interval().high()));
    }

    /** What one article adds. */
    void add(Tallies tallies, int wanted, String goldNearMiss, Row coded) {
        tallies.add("relevant", decided(wanted, coded));
        tallies.addShare("grade", grade(coded) == wanted ? 1 : 0, 1);
        if (NO_EVENT.equals(goldNearMiss)) {
            return;
        }
        String near = goldNearMiss == null ? "" : aliases.getOrDefault(goldNearMiss, goldNearMiss);
        String named = coded.text("near_miss_of") == null ? "" : coded.text("near_miss_of");
        if (!near.isEmpty() || !named.isEmpty()) {
            boolean right = !near.isEmpty() && near.equals(named);
            tallies.add("near_miss", new Counts(right ? 1 : 0, named.isEmpty() ? 0 : 1, near.isEmpty() ? 0 : 1));
        }
    }

    private static Counts decided(int wanted, Row coded) {
        return Counts.yes(isRelevant(wanted), score(coded) >= THRESHOLD);
    }

    /** An article that was not coded counts as one in which nothing was found. */
    private static double score(Row coded) {
        Double score = coded.unit("score");
        return score == null ? 0 : score;
    }

    static boolean isRelevant(int grade) {
        return grade >= LEAST_RELEVANT_GRADE;
    }

    static int grade(Row coded) {
        return coded.whole("grade", HIGHEST_GRADE, 0);
    }

    /** Agreement of gold and output as of two coders, with documents drawn anew. */
    static Figure alpha(Section section, List<int[]> grades) {
        int[] all = IntStream.range(0, grades.size()).toArray();
        return Figure.rate(
                section,
                "grade",
                "alpha",
                alpha(grades, all),
                grades.size(),
                Resampling.byRange(grades.size(), drawn -> alpha(grades, drawn)));
    }

    private static double alpha(List<int[]> grades, int[] drawn) {
        List<List<Double>> units = new ArrayList<>(drawn.length);
        for (int d : drawn) {
            units.add(List.of((double) grades.get(d)[0], (double) grades.get(d)[1]));
        }
        return Agreement.alpha(units, Agreement.Level.ORDINAL);
    }
}
