package org.pactlens.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pactlens.stats.Interval;

/** Counts of several measures, kept by document so that whole documents can be drawn anew. */
final class Tallies {
    private final List<Map<String, Counts>> documents = new ArrayList<>();
    private final Map<String, Boolean> measures = new LinkedHashMap<>();

    /** Opens the next document; what is added belongs to it. */
    void open() {
        documents.add(new LinkedHashMap<>());
    }

    /** A measure of precision, recall and F1. */
    void add(String measure, Counts counts) {
        add(measure, counts, false);
    }

    /** A measure of which only the share right makes sense: each unit is asked and answered once. */
    void addShare(String measure, int right, int of) {
        add(measure, new Counts(right, of, of), true);
    }

    private void add(String measure, Counts counts, boolean share) {
        measures.put(measure, share);
        documents.get(documents.size() - 1).merge(measure, counts, Counts::plus);
    }

    int documents() {
        return documents.size();
    }

    /**
     * The figures of all measures, in the order in which they were first added. F1 rests on documents. Rates are
     * rounded to four digits as the referee rounds them.
     */
    List<Figure> figures(Section section) {
        return exact(section).stream().map(Tallies::rounded).toList();
    }

    private static Figure rounded(Figure f) {
        if (f.isCount() || Double.isNaN(f.value())) {
            return f;
        }
        double value =
                new BigDecimal(f.value()).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
        return Figure.rate(f.section(), f.measure(), f.name(), value, f.n(), f.interval());
    }

    private List<Figure> exact(Section section) {
        List<Figure> figures = new ArrayList<>();
        measures.forEach((measure, share) -> {
            Counts all = sum(measure, null);
            if (share) {
                figures.add(Figure.share(section, measure, "share", all.right(), all.wanted()));
                return;
            }
            int[] holders = holders(measure);
            Interval interval = Resampling.byRange(
                    holders.length, drawn -> sum(measure, pick(holders, drawn)).f1());
            figures.add(Figure.rate(section, measure, "f1", all.f1(), holders.length, interval));
            figures.add(Figure.rate(
                    section,
                    measure,
                    "precision",
                    all.precision(),
                    all.claimed(),
                    Figure.wilson(all.precision(), all.claimed())));
            figures.add(Figure.rate(
                    section, measure, "recall", all.recall(), all.wanted(), Figure.wilson(all.recall(), all.wanted())));
            figures.add(Figure.count(section, measure, "right", all.right()));
            figures.add(Figure.count(section, measure, "claimed", all.claimed()));
            figures.add(Figure.count(section, measure, "wanted", all.wanted()));
        });
        return figures;
    }

    /** Documents in which the measure was asked for. */
    private int[] holders(String measure) {
        return IntStream.range(0, documents.size())
                .filter(d -> documents.get(d).containsKey(measure))
                .toArray();
    }

    private static int[] pick(int[] from, int[] drawn) {
        return Arrays.stream(drawn).map(d -> from[d]).toArray();
    }

    /** Over the documents of these indices; null for all. */
    private Counts sum(String measure, int[] indices) {
        Counts sum = Counts.NONE;
        for (int i = 0; i < (indices == null ? documents.size() : indices.length); i++) {
            sum = sum.plus(documents.get(indices == null ? i : indices[i]).getOrDefault(measure, Counts.NONE));
        }
        return sum;
    }
}
