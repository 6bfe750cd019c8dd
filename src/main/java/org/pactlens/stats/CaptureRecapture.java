package org.pactlens.stats;

/**
 * How many articles there are, from two independent finders (Chapman, University of California Publications in
 * Statistics 1, 1951, 131-160; variance: Seber, Biometrics 26, 1970, 13-22; log limits: Chao, Biometrics 43, 1987,
 * 783-791). Finders that miss the same pages make the estimate too small.
 */
public record CaptureRecapture(double estimate, double variance, Interval interval) {
    /** {@code both} of the {@code first} finder's articles were found by the {@code second} one too. */
    public static CaptureRecapture of(double first, double second, double both, double confidence) {
        double estimate = (first + 1) * (second + 1) / (both + 1) - 1;
        double variance =
                (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) * (both + 1) * (both + 2));
        double seen = first + second - both;
        double unseen = estimate - seen;
        if (!(unseen > 0)) {
            return new CaptureRecapture(estimate, variance, new Interval(seen, seen));
        }
        double c = Math.exp(Shares.z(confidence) * Math.sqrt(Math.log(1 + variance / (unseen * unseen))));
        return new CaptureRecapture(estimate, variance, new Interval(seen + unseen / c, seen + unseen * c));
    }
}
