package org.pactlens.reuse;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When something was published, as far as that is known: between two instants. A day at the outlet lasts from its
 * beginning in the easternmost zone to its end in the westernmost.
 */
record Moment(Instant earliest, Instant latest) implements Serializable {
    private static final Duration EAST = Duration.ofHours(14);
    private static final Duration WEST = Duration.ofHours(12);

    /** Null where neither the instant nor the day is known. */
    static Moment of(Instant instant, LocalDate day) {
        if (instant != null) {
            return new Moment(instant, instant);
        }
        if (day == null) {
            return null;
        }
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Moment(begin.minus(EAST), begin.plus(Duration.ofDays(1)).plus(WEST));
    }

    /** Whether it is certain that the first was published before the second; never where one is null. */
    static boolean isBefore(Moment first, Moment second) {
        return first != null && second != null && first.latest.isBefore(second.earliest);
    }

    boolean isExact() {
        return earliest.equals(latest);
    }

    Instant middle() {
        return earliest.plus(Duration.between(earliest, latest).dividedBy(2));
    }
}
