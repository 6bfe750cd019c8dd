package org.pactlens.framing;

/**
 * Words that a passage reports without marks.
 *
 * @param from first code point of what is reported
 * @param to code point behind it
 * @param claim the word of saying, or null where the verb's mood alone tells it
 * @param who whose claim it is, or null
 */
record Zone(int from, int to, Claim claim, Mention who) {
    /** Whether it reports the span, which may begin or end in the word of saying: "warned of war". */
    boolean holds(int start, int end) {
        boolean beginsInCue = claim != null && claim.start() <= start && start < from && from < end;
        boolean endsInCue = claim != null && start < to && to < end && end <= claim.end();
        return (from <= start || beginsInCue) && (end <= to || endsInCue);
    }
}
