package org.pactlens.relevance;

/** What an act that a sentence names is an act of. */
enum Referent {
    /** No act is named. */
    NONE(0),
    /** The event: all required concepts stand in the sentence or beside it. */
    ALL_NAMES(1),
    /** The event: a concept that is enough alone stands in the sentence, the others elsewhere in the article. */
    ONE_NAME(0.7),
    /** The event: all required concepts stand a few sentences off. */
    NAMES_AROUND(0.5),
    /** The event, named before and not far off: "the treaty" without names. */
    BACK(0.5),
    /** Nobody can tell: no names near it, and none before it. */
    OPEN(0),
    /** A look-alike. */
    RIVAL(0);

    /** How sure it is that the act is the event's, 0..1. */
    final double sureness;

    Referent(double sureness) {
        this.sureness = sureness;
    }

    boolean isEvent() {
        return sureness > 0;
    }
}
