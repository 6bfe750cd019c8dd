package org.pactlens.framing;

/** A piece of a mention: one name, noun of office, body, state or pronoun. */
record Atom(Sort sort, String group, String name, int start, int end) {
    enum Sort {
        SPEAKER,
        NAME,
        BODY,
        OFFICE,
        EXPERT,
        PERSON,
        STATE,
        HE,
        THEY,
        IT;

        boolean isDescription() {
            return this == OFFICE || this == EXPERT || this == PERSON;
        }
    }

    int length() {
        return end - start;
    }
}
