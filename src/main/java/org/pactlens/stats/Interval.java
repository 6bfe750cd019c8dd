package org.pactlens.stats;

/** A closed interval, {@code low <= high}. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval from " + low + " to " + high);
        }
    }

    /** The same, cut to 0..1. */
    Interval withinUnit() {
        return new Interval(Math.max(0, Math.min(1, low)), Math.max(0, Math.min(1, high)));
    }
}
