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
 * @param q p of the word adjusted for all words of the group (Benjamini, Hochberg)
 * @param significant whether q is at most the rule's rate
 */
public record Contrast(
        String term,
        long kA,
        long nA,
        long kB,
        long nB,
        LogOdds odds,
        Interval interval,
        double q,
        boolean significant) {
    /**
     * How words are compared.
     *
     * @param minimumFamilies in which a word must occur, in the group and the others together
     * @param falseDiscoveryRate q up to which a difference is called one
     */
    public record Rule(int minimumFamilies, double confidence, double falseDiscoveryRate) implements Serializable {}

    /** Families by word, in the group and outside. */
    public record Use(long inside, long outside) {}

    /**
     * The words whose interval leaves out 0, in order of the words. Few families seldom give a significant word among
     * thousands; what is there is told with its q.
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
            if (Math.abs(odds[i].z()) >= half) {
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
                        q[i],
                        q[i] <= rule.falseDiscoveryRate()));
            }
        }
        return found;
    }
}
