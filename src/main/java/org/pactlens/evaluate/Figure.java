package org.pactlens.evaluate;

import org.pactlens.stats.Interval;
import org.pactlens.stats.Shares;

/**
 * One measured figure.
 *
 * @param measure what was scored, such as {@code shingles} or {@code voice}
 * @param name which figure of it, such as {@code recall}
 * @param value a rate in 0..1 (alpha: down to -1), or a count; NaN where nothing was there to score
 * @param n units that a rate rests on; {@link #COUNT} for a figure that is itself a count
 * @param interval 95 % interval; null for counts and where there is nothing to draw it from
 */
public record Figure(Section section, String measure, String name, double value, int n, Interval interval) {
    /** In place of {@code n}: the value is a count. */
    public static final int COUNT = -1;

    private static final double CONFIDENCE = 0.95;

    /** Of {@code of} units {@code part} have it; Wilson's interval. NaN, without interval, of none. */
    static Figure share(Section section, String measure, String name, int part, int of) {
        return of == 0
                ? new Figure(section, measure, name, Double.NaN, 0, null)
                : new Figure(section, measure, name, (double) part / of, of, wilson((double) part / of, of));
    }

    static Figure rate(Section section, String measure, String name, double value, int n, Interval interval) {
        return new Figure(section, measure, name, value, n, interval);
    }

    static Figure count(Section section, String measure, String name, double value) {
        return new Figure(section, measure, name, value, COUNT, null);
    }

    /** Wilson's interval of a share of {@code n} units; null where {@code n} is 0. */
    static Interval wilson(double share, int n) {
        return n == 0 ? null : Shares.wilson(share, n, CONFIDENCE);
    }

    public boolean isCount() {
        return n == COUNT;
    }
}
