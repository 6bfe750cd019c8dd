package org.pactlens.study;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A stretch of the event's history in UTC days, {@code [from, to)}.
 *
 * @param from null in the first phase: since ever
 * @param to null in the last phase: for ever
 */
public record Phase(String id, LocalDate from, LocalDate to, String about) implements Serializable {
    public boolean holds(LocalDate dayUtc) {
        return (from == null || !dayUtc.isBefore(from)) && (to == null || dayUtc.isBefore(to));
    }
}
