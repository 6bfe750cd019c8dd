package org.pactlens.stats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What two outlets share and how they differ.
 *
 * @param shared families that both have
 * @param aFirst of them, those that the first outlet published before the second; equal or unknown times count for none
 * @param medianLagSeconds median over shared families with both times of the second's first time less the first's; null
 *     without any
 * @param distance Jensen-Shannon distance of their frames, shared families left out; null where either has too few
 *     other families or no hit in them
 * @param interval of {@code distance}; null with it
 * @param chance median distance of two random parts of the pooled families, of the same sizes; null with it
 */
public record OutletPair(
        int shared, int aFirst, int bFirst, Long medianLagSeconds, Double distance, Interval interval, Double chance) {

    /**
     * One outlet's part of a story family.
     *
     * @param firstSecond earliest publication in epoch seconds; null if unknown
     * @param counts by frame, each the share of the outlet's articles of the family that have it
     */
    public record Story(Long firstSecond, double[] counts) {}

    /**
     * How a distance is made.
     *
     * @param minimumStories below which no distance is given
     * @param draws of the bootstrap, and of random parts
     */
    public record Rule(int minimumStories, int draws, double confidence) implements Serializable {}

    /**
     * Compares two outlets.
     *
     * @param a stories by family
     * @param seed of all draws: the same seed gives the same figures
     */
    public static OutletPair of(SortedMap<String, Story> a, SortedMap<String, Story> b, Rule rule, long seed) {
        TreeSet<String> shared = new TreeSet<>(a.keySet());
        shared.retainAll(b.keySet());
        long[] lags = shared.stream()
                .filter(f -> a.get(f).firstSecond() != null && b.get(f).firstSecond() != null)
                .mapToLong(f -> b.get(f).firstSecond() - a.get(f).firstSecond())
                .sorted()
                .toArray();
        int aFirst = (int) Arrays.stream(lags).filter(lag -> lag > 0).count();
        int bFirst = (int) Arrays.stream(lags).filter(lag -> lag < 0).count();
        Long median = lags.length == 0 ? null : (Long) ((lags[(lags.length - 1) / 2] + lags[lags.length / 2]) / 2);
        List<double[]> ownA = without(a, shared);
        List<double[]> ownB = without(b, shared);
        double distance = Math.min(ownA.size(), ownB.size()) < rule.minimumStories()
                ? Double.NaN
                : Profiles.distance(Profiles.sum(ownA), Profiles.sum(ownB));
        if (Double.isNaN(distance)) {
            return new OutletPair(shared.size(), aFirst, bFirst, median, null, null, null);
        }
        return new OutletPair(
                shared.size(),
                aFirst,
                bFirst,
                median,
                distance,
                Profiles.bootstrap(ownA, ownB, rule.draws(), seed, rule.confidence()),
                Profiles.chance(ownA, ownB, rule.draws(), seed));
    }

    private static List<double[]> without(Map<String, Story> stories, TreeSet<String> shared) {
        return stories.entrySet().stream()
                .filter(e -> !shared.contains(e.getKey()))
                .map(e -> e.getValue().counts())
                .toList();
    }
}
