package org.pactlens.relevance.draft;

import java.util.Comparator;

/**
 * What a draft may make a term of: a word, or names in a row.
 *
 * @param language primary tag
 * @param text a pattern of {@link org.pactlens.text.WordPatterns}
 */
record Candidate(String language, Kind kind, String text) implements Comparable<Candidate> {
    enum Kind {
        /** Written with a capital and nowhere without. */
        NAME,
        /** Several names in a row. */
        NAMES,
        /** A number, a month or a day of the week. */
        DATE,
        WORD,
        /** In a script without capitals, where names look like words. */
        CASELESS
    }

    private static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::language)
            .thenComparing(Candidate::kind)
            .thenComparing(Candidate::text);

    @Override
    public int compareTo(Candidate other) {
        return ORDER.compare(this, other);
    }
}
