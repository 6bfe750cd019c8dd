package org.pactlens.framing;

/**
 * A word of saying and whose it is.
 *
 * @param cueStart first code point of the word of saying
 * @param who the speaker as resolved, or null where nobody is named
 * @param named the mention as it stands (a pronoun, an office), or null where the speaker is taken over
 */
record Claim(Kind kind, int cueStart, int cueEnd, Mention who, Mention named) {
    enum Kind {
        SAY,
        THINK,
        /** A wish or plan: no report. */
        WANT,
        BY_PREFIX,
        BY_SUFFIX,
        BY_OPINION;

        boolean isBy() {
            return this == BY_PREFIX || this == BY_SUFFIX || this == BY_OPINION;
        }
    }

    /** First code point of cue and speaker together. */
    int start() {
        return named == null ? cueStart : Math.min(cueStart, named.start());
    }

    int end() {
        return named == null ? cueEnd : Math.max(cueEnd, named.end());
    }

    boolean subjectBefore() {
        return named != null && named.start() < cueStart;
    }
}
