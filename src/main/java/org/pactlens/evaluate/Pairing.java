package org.pactlens.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pactlens.text.Span;

/** Pairs of gold and found things, each used once, the best first. */
final class Pairing {
    /** Indices into the two lists. */
    record Pair(int gold, int found) {}

    /** How well two things fit; 0 for not at all. */
    interface Fit {
        double of(int gold, int found);
    }

    private record Candidate(double fit, int gold, int found) {}

    private Pairing() {}

    /** Greedy: pairs of a fit of {@code least} or better, best fit first, at equal fits in the order of the lists. */
    static List<Pair> of(int gold, int found, double least, Fit fit) {
        List<Candidate> candidates = new ArrayList<>();
        for (int g = 0; g < gold; g++) {
            for (int f = 0; f < found; f++) {
                double value = fit.of(g, f);
                if (value >= least) {
                    candidates.add(new Candidate(value, g, f));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::fit)
                .reversed()
                .thenComparingInt(Candidate::gold)
                .thenComparingInt(Candidate::found));
        boolean[] goldUsed = new boolean[gold];
        boolean[] foundUsed = new boolean[found];
        List<Pair> pairs = new ArrayList<>();
        for (Candidate c : candidates) {
            if (!goldUsed[c.gold] && !foundUsed[c.found]) {
                goldUsed[c.gold] = true;
                foundUsed[c.found] = true;
                pairs.add(new Pair(c.gold, c.found));
            }
        }
        return pairs;
    }

    /** Number of common code points, 0 where there are none. */
    static int overlap(Span a, Span b) {
        return Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
    }

    /** Intersection over union of two spans, 0..1; of spans that are apart 0. */
    static double likeness(Span a, Span b) {
        return (double) overlap(a, b) / (Math.max(a.end(), b.end()) - Math.min(a.start(), b.start()));
    }
}
