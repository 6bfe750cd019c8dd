package org.pactlens.evaluate;

import java.util.Arrays;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.MersenneTwister;
import org.pactlens.stats.Interval;

/**
 * Percentile intervals at 95 % from drawing whole clusters (documents, domains, families) with replacement. The
 * referees draw with Python's {@code random.Random(20240619)}; the same generator, seeded and read in the same way,
 * gives the same intervals to the last digit.
 */
final class Resampling {
    private static final int SEED = 20240619;
    private static final double LOW = .025;
    private static final double HIGH = .975;

    private final MersenneTwister numbers = new MersenneTwister(new int[] {SEED});

    private Resampling() {}

    /** Draws as {@code random.randrange} does, 500 times. */
    static Interval byRange(int clusters, ToDoubleFunction<int[]> figure) {
        Resampling chance = new Resampling();
        double[] values = chance.values(500, clusters, () -> chance.below(clusters), figure);
        return values.length == 0 ? null : new Interval(at(values, LOW, 0), at(values, HIGH, 0));
    }

    /** Draws as {@code random.choices} does, 1000 times; its upper limit is one value lower. */
    static Interval byChoice(int clusters, ToDoubleFunction<int[]> figure) {
        Resampling chance = new Resampling();
        double[] values = chance.values(1000, clusters, () -> (int) (chance.unit() * clusters), figure);
        return values.length == 0 ? null : new Interval(at(values, LOW, 0), at(values, HIGH, 1));
    }

    private double[] values(int times, int clusters, IntSupplier draw, ToDoubleFunction<int[]> figure) {
        if (clusters == 0) {
            return new double[0];
        }
        double[] values = new double[times];
        int[] drawn = new int[clusters];
        for (int t = 0; t < times; t++) {
            Arrays.setAll(drawn, i -> draw.getAsInt());
            values[t] = figure.applyAsDouble(drawn);
        }
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    }

    /** With very few values the upper limit is the last one, as with Python's index of -1. */
    private static double at(double[] sorted, double share, int back) {
        return sorted[Math.floorMod((int) (share * sorted.length) - back, sorted.length)];
    }

    private int below(int n) {
        int shift = Integer.numberOfLeadingZeros(n);
        int r = numbers.nextInt() >>> shift;
        while (r >= n) {
            r = numbers.nextInt() >>> shift;
        }
        return r;
    }

    private double unit() {
        long high = numbers.nextInt() >>> 5;
        long low = numbers.nextInt() >>> 6;
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
    }
}
