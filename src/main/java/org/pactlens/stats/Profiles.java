package org.pactlens.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How far apart two outlets are by what they frame. */
public final class Profiles {
    private Profiles() {}

    /**
     * Jensen-Shannon distance of two profiles of counts, base 2, 0..1 (Lin, IEEE Transactions on Information Theory 37,
     * 1991, 145-151; Endres and Schindelin, same journal 49, 2003, 1858-1860). NaN where a profile is all zero.
     */
    public static double distance(double[] first, double[] second) {
        double sumFirst = Arrays.stream(first).sum();
        double sumSecond = Arrays.stream(second).sum();
        double divergence = 0;
        for (int i = 0; i < first.length; i++) {
            double p = first[i] / sumFirst;
            double q = second[i] / sumSecond;
            double m = (p + q) / 2;
            divergence += term(p, m) / 2 + term(q, m) / 2;
        }
        return Math.sqrt(Math.max(0, divergence));
    }

    private static double term(double p, double m) {
        return p == 0 ? 0 : p * Math.log(p / m) / Math.log(2);
    }

    /** Sums of the chosen families' counts. */
    static double[] sum(List<double[]> families, int... draw) {
        double[] sum = new double[families.get(0).length];
        for (int i : draw) {
            for (int f = 0; f < sum.length; f++) {
                sum[f] += families.get(i)[f];
            }
        }
        return sum;
    }

    /**
     * Interval of the distance by drawing whole families with replacement within each outlet (cluster bootstrap:
     * Davison and Hinkley, Bootstrap Methods, 1997, section 3.8), percentiles by linear interpolation.
     *
     * @param first one array of counts per family
     * @param seed of the draws: the same seed gives the same interval
     */
    public static Interval bootstrap(
            List<double[]> first, List<double[]> second, int draws, long seed, double confidence) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] distances = new double[draws];
        int n = 0;
        for (int i = 0; i < draws; i++) {
            double distance =
                    distance(sum(first, draw(first.size(), random)), sum(second, draw(second.size(), random)));
            if (!Double.isNaN(distance)) {
                distances[n++] = distance;
            }
        }
        double[] kept = Arrays.copyOf(distances, n);
        return new Interval(percentile(kept, (1 - confidence) / 2), percentile(kept, (1 + confidence) / 2));
    }

    private static int[] draw(int size, SplittableRandom random) {
        return random.ints(size, 0, size).toArray();
    }

    /** Sum of all families' counts. */
    static double[] sum(List<double[]> families) {
        return sum(families, IntStream.range(0, families.size()).toArray());
    }

    /**
     * The distance that chance alone gives: median over draws of the distance of two random parts of the pooled
     * families, of the two sizes. Small samples look different though nothing sets them apart.
     */
    public static double chance(List<double[]> first, List<double[]> second, int draws, long seed) {
        List<double[]> pooled = new ArrayList<>(first);
        pooled.addAll(second);
        Random random = new Random(seed);
        double[] distances = new double[draws];
        int n = 0;
        for (int i = 0; i < draws; i++) {
            Collections.shuffle(pooled, random);
            double distance =
                    distance(sum(pooled.subList(0, first.size())), sum(pooled.subList(first.size(), pooled.size())));
            if (!Double.isNaN(distance)) {
                distances[n++] = distance;
            }
        }
        return percentile(Arrays.copyOf(distances, n), 0.5);
    }

    /** Percentile by linear interpolation between order statistics; {@code share} 0..1. */
    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
