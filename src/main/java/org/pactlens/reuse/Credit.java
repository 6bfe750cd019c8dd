package org.pactlens.reuse;

import java.io.Serializable;
import java.util.List;

/**
 * Which agencies an article credits as the source of its whole text.
 *
 * @param agencies ids of the study in the order in which they stand; several for a mixed credit, empty for none
 * @param position where the strongest credit stands; null where there is none
 */
public record Credit(List<String> agencies, Position position) implements Serializable {
    /** An article without a credit. */
    public static final Credit NONE = new Credit(List.of(), null);

    /** Where a credit stands, the strongest evidence first. */
    public enum Position {
        DATELINE,
        LEAD,
        TAIL,
        CREDIT,
        BYLINE
    }

    public Credit {
        agencies = List.copyOf(agencies);
        if (agencies.isEmpty() != (position == null)) {
            throw new IllegalArgumentException("a credit has agencies exactly where it has a position");
        }
    }
}
