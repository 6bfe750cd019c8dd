package org.pactlens.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Many tests at once. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Adjusted p values, in the given order: {@code q_(i) = min over j >= i of p_(j) m / j}, at most 1 (Benjamini and
     * Hochberg, JRSS B 57, 1995, 289-300).
     *
     * @param p one family of tests: all tests of one table of one run
     */
    public static double[] q(double... p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] q = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, p[i] * p.length / rank);
            q[i] = least;
        }
        return q;
    }
}
