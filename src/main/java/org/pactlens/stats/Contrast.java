package org.pactlens.stats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A word that sets a group apart from the others.
 *
 * @param kA families of the group that use the word, {@code nA} the sum of these over all words
 * @param kB families of the others that use it, {@code nB} their sum over all words
 * @param q of the word among all words of the group
 */
public record Contrast(String term, long kA, long nA, long kB, long nB, LogOdds odds, Interval interval, double q) {
    /**
     * How words are compared.
     *
     * @param minimumFamilies in which a word must occur, in the group and the others together
     * @param falseDiscoveryRate q above which a word is left out
     */
    public record Rule(int minimumFamilies, double confidence, double falseDiscoveryRate) implements Serializable {}

    /** Families by word, in the group and outside. */
    public record Use(long inside, long outside) {}

    /**
     * The words that set the group apart, in order of the words.
     *
     * <p>The prior is the whole corpus, scaled to as many words as the smaller side has: so much evidence is needed to
     * move a word away from what all write (Monroe, Colaresi, Quinn 2008, section 3.4).
     */
    public static List<Contrast> of(SortedMap<String, Use> uses, Rule rule) {
        long nA = uses.values().stream().mapToLong(Use::inside).sum();
        long nB = uses.values().stream().mapToLong(Use::outside).sum();
        if (nA == 0 || nB == 0) {
            return List.of();
        }
        double priorSum = Math.min(nA, nB);
        double half = Shares.z(rule.confidence());
        List<Map.Entry<String, Use>> words = uses.entrySet().stream()
                .filter(e -> e.getValue().inside() + e.getValue().outside() >= rule.minimumFamilies())
                .toList();
        LogOdds[] odds = words.stream()
                .map(Map.Entry::getValue)
                .map(u -> LogOdds.of(
                        u.inside(), nA, u.outside(), nB, priorSum * (u.inside() + u.outside()) / (nA + nB), priorSum))
                .toArray(LogOdds[]::new);
        double[] p = new double[odds.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = Shares.twoSidedP(odds[i].z());
        }
        double[] q = FalseDiscovery.q(p);
        List<Contrast> found = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            if (q[i] <= rule.falseDiscoveryRate() && Math.abs(odds[i].z()) >= half) {
                Use use = words.get(i).getValue();
                double width = half * Math.sqrt(odds[i].variance());
                found.add(new Contrast(
                        words.get(i).getKey(),
                        use.inside(),
                        nA,
                        use.outside(),
                        nB,
                        odds[i],
                        new Interval(odds[i].delta() - width, odds[i].delta() + width),
                        q[i]));
            }
        }
        return found;
    }
}
