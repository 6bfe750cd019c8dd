package org.pactlens.framing;

/**
 * Somebody or something that may speak, where it is named outside quotation marks.
 *
 * @param start first code point of the whole phrase
 * @param end code point behind the phrase
 * @param text the name or office for people, canonical where it is known
 * @param group source group, or null
 * @param place whether it may be the subject of its clause
 */
record Mention(Kind kind, int start, int end, String text, String group, Place place) {
    /** What prepositions before it or particles behind it say. */
    enum Place {
        TOPIC,
        SUBJECT,
        ASIDE
    }

    enum Kind {
        /** A person's or other proper name. */
        NAME,
        /** An office or other description. */
        OFFICE,
        /** A body, state or capital. */
        BODY,
        HE,
        THEY,
        IT;

        boolean isPronoun() {
            return this == HE || this == THEY || this == IT;
        }
    }

    boolean mayBeSubject() {
        return place != Place.ASIDE;
    }

    Mention as(String otherText, String otherGroup) {
        return new Mention(kind, start, end, otherText, otherGroup, place);
    }
}
