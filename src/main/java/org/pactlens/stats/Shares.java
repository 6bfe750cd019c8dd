package org.pactlens.stats;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Intervals and tests of shares. Sample sizes may be effective ones, hence fractional. */
public final class Shares {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Shares() {}

    /** The standard normal quantile of a two-sided level: 1.959964 for 0.95. */
    public static double z(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not within 0 and 1");
        }
        return NORMAL.inverseCumulativeProbability((1 + confidence) / 2);
    }

    /**
     * Score interval of a share (Wilson, JASA 22, 1927, 209-212), on an effective sample size where units come in
     * clusters (Kish, Survey Sampling, 1965).
     *
     * @param share 0..1
     * @param nEff effective number of independent units, {@code > 0}
     * @param confidence two-sided level within 0 and 1
     */
    public static Interval wilson(double share, double nEff, double confidence) {
        if (!(share >= 0 && share <= 1) || !(nEff > 0)) {
            throw new IllegalArgumentException("share " + share + " of " + nEff + " units");
        }
        double z = z(confidence);
        double scale = 1 + z * z / nEff;
        double centre = (share + z * z / (2 * nEff)) / scale;
        double half = z / scale * Math.sqrt(share * (1 - share) / nEff + z * z / (4 * nEff * nEff));
        // At shares of 0 and 1 one limit is the share itself; rounding must not move it.
        double low = share == 0 ? 0 : Math.max(0, centre - half);
        double high = share == 1 ? 1 : Math.min(1, centre + half);
        return new Interval(low, high);
    }

    /** Interval of the difference of two independent shares (Newcombe, Statistics in Medicine 17, 1998, method 10). */
    public static Interval newcombe(double share1, double n1, double share2, double n2, double confidence) {
        Interval first = wilson(share1, n1, confidence);
        Interval second = wilson(share2, n2, confidence);
        double difference = share1 - share2;
        return new Interval(
                difference - Math.hypot(share1 - first.low(), second.high() - share2),
                difference + Math.hypot(first.high() - share1, share2 - second.low()));
    }

    /**
     * Two-sided p value of the hypothesis that two independent shares are equal: score test with the pooled share
     * (Agresti, Categorical Data Analysis, 2013, section 3.2). 1 where both shares are 0 or both 1.
     */
    public static double differenceP(double share1, double n1, double share2, double n2) {
        double pooled = (share1 * n1 + share2 * n2) / (n1 + n2);
        double variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
        if (!(variance > 0)) {
            return 1;
        }
        return twoSidedP((share1 - share2) / Math.sqrt(variance));
    }

    /** Probability that a standard normal value is as far from 0 as {@code z}. */
    static double twoSidedP(double z) {
        return Math.min(1, 2 * NORMAL.cumulativeProbability(-Math.abs(z)));
    }
}
