package org.pactlens.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A document of a stratified sheet. Each stands for as many of the lake as its weight says, the inverse of the chance by
 * which it was drawn; rates are ratios of the weighted sums (Hajek's estimator: Sarndal, Swensson, Wretman, Model
 * Assisted Survey Sampling, 1992, section 5.7).
 *
 * @param weight above 0
 */
record Weighted(double weight, Counts counts) {
    /** Precision, recall and F1 as of the whole that the sheet was drawn from; documents are drawn anew for intervals. */
    static List<Figure> figures(Section section, String measure, List<Weighted> documents) {
        return List.of(
                figure(section, measure, "f1", documents, Weighted::f1),
                figure(section, measure, "precision", documents, Weighted::precision),
                figure(section, measure, "recall", documents, Weighted::recall));
    }

    private static Figure figure(
            Section section,
            String measure,
            String name,
            List<Weighted> documents,
            ToDoubleFunction<List<Weighted>> rate) {
        return Figure.rate(
                section,
                measure,
                name,
                rate.applyAsDouble(documents),
                documents.size(),
                Resampling.byRange(
                        documents.size(),
                        drawn -> rate.applyAsDouble(
                                Arrays.stream(drawn).mapToObj(documents::get).toList())));
    }

    private static double f1(List<Weighted> documents) {
        return Counts.harmonic(precision(documents), recall(documents));
    }

    private static double precision(List<Weighted> documents) {
        return ratio(sum(documents, Counts::right), sum(documents, Counts::claimed));
    }

    private static double recall(List<Weighted> documents) {
        return ratio(sum(documents, Counts::right), sum(documents, Counts::wanted));
    }

    private static double ratio(double part, double of) {
        return of == 0 ? 0 : part / of;
    }

    private static double sum(List<Weighted> documents, ToDoubleFunction<Counts> count) {
        return documents.stream()
                .mapToDouble(d -> d.weight() * count.applyAsDouble(d.counts()))
                .sum();
    }
}
