package org.pactlens.evaluate;

/**
 * The part of the gold that a figure speaks of.
 *
 * @param name of the set or the language; empty for all
 */
public record Section(Kind kind, String name) {
    /** All of the gold, in one figure. */
    public static final Section ALL = new Section(Kind.ALL, "");

    /** What the gold is parted by. */
    public enum Kind {
        ALL,
        SET,
        LANGUAGE
    }
}
