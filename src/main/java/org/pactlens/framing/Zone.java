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
    boolean holds(int start, int end) {
        return from <= start && end <= to;
    }
}
