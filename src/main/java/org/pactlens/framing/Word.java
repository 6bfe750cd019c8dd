package org.pactlens.framing;

/**
 * A term of the study where it stands in a passage.
 *
 * @param role what it is listed as
 * @param id frame, group, speaker, class or list id, or empty
 * @param detail flag, label or frame target id, or empty
 * @param start first code point
 * @param end code point behind the last
 */
record Word(Role role, String id, String detail, int start, int end) {
    enum Role {
        SAY,
        PARTICIPLE,
        ADVERB,
        NOUN_MARK,
        THINK,
        WANT,
        NO_CUE,
        AND,
        DETERMINER,
        BY_PREFIX,
        BY_SUFFIX,
        BY_OPINION,
        ABOUT_THIS,
        THAT,
        ASIDE,
        HE,
        SHE,
        THEY,
        IT,
        OFFICE,
        EXPERT,
        INSTITUTE,
        PERSON,
        HONORIFIC,
        NO_NAME,
        NOT,
        NOT_ONLY,
        HYPOTHETICAL,
        SCARE,
        CLAUSE,
        REMARK,
        LINK,
        REPORT_MOOD,
        SPEAKER,
        BODY,
        STATE,
        STRONG,
        WEAK,
        EXCLUDE,
        CONTEXT_SET,
        NAME,
        FLAG,
        LABEL,
        CONTEXT,
        TARGET,
        PAPER
    }

    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
