package org.pactlens.framing;

/** Who speaks in a span. A span has exactly one voice; the order of the rules is that of the codebook. */
public enum Voice {
    /** In the title, neither in marks with a speaker nor reported. */
    HEADLINE,
    /** The text says it itself. */
    OUTLET,
    /** Inside marks of a named or described speaker. */
    QUOTED,
    /** Indirect speech, attribution, or marks without a speaker (scare quotes). */
    REPORTED
}
