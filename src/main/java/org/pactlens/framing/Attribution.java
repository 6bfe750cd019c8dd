package org.pactlens.framing;

/**
 * To whom words are ascribed and how surely.
 *
 * @param who the speaker, or null
 * @param cue the word of saying as it stands, or null
 * @param via carrier of a second-hand quotation, or null
 * @param certainty 0..1: that this is speech and the speaker is right
 */
record Attribution(Mention who, String cue, String via, double certainty) {
    static final Attribution NONE = new Attribution(null, null, null, 0.3);

    String speaker() {
        return who == null ? null : who.text();
    }

    /** The speaker's group; anybody with a name and no known office speaks for nobody else. */
    String group() {
        if (who == null) {
            return null;
        }
        return who.group() == null && who.kind() == Mention.Kind.NAME ? Groups.OTHER : who.group();
    }
}
