package org.pactlens.study;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What the study is about.
 *
 * @param date the day it happened, local
 * @param parties names of those who took part, for people
 * @param facts sentences for people: what coders should know
 */
public record Event(String title, LocalDate date, String place, List<String> parties, List<String> facts)
        implements Serializable {
    public Event {
        parties = List.copyOf(parties);
        facts = List.copyOf(facts);
    }
}
