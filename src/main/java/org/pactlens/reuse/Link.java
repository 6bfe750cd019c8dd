package org.pactlens.reuse;

import java.io.Serializable;

/**
 * Two articles that were compared and share text or facts.
 *
 * @param sourceId the article that came first; of the two the one with the smaller id where that is not known
 * @param alignedWords words that stand in both and are not masked
 * @param alignedChars letters of those words
 * @param sourceShare 0..1, share of the source's unmasked words that stand in the target
 * @param targetShare 0..1, share of the target's unmasked words that stand in the source
 * @param quotedWords words of quotations that stand in both
 * @param direction what tells which came first
 * @param lagSeconds from source to target, never negative where the direction is {@code TIME}; null where a time is
 *     unknown
 */
public record Link(
        String sourceId,
        String targetId,
        Kind kind,
        int alignedWords,
        int alignedChars,
        double sourceShare,
        double targetShare,
        int quotedWords,
        Direction direction,
        Long lagSeconds,
        Basis basis)
        implements Serializable {

    /** What two articles share, the closest first. */
    public enum Kind {
        /** One author's text, by the limits for families. */
        COPY,
        /** Little text, but facts and quotations in the same order, or facts and a credit. */
        REWRITE,
        /** Facts in another language. */
        TRANSLATION,
        /** Some text, too little for a copy. */
        PASSAGE,
        /** Quotations only. */
        QUOTATIONS
    }

    /** What tells the source; a credit is stronger than a time. */
    public enum Direction {
        CREDIT,
        TIME,
        UNKNOWN
    }

    /** What the link rests on. */
    public enum Basis {
        CREDIT,
        TEXT,
        BOTH
    }

    /** Whether the two are one author's text. */
    boolean joins() {
        return kind == Kind.COPY;
    }

    /** Whether one retells the other. */
    boolean derives() {
        return kind == Kind.REWRITE || kind == Kind.TRANSLATION;
    }

    /** Share of an article that stands in the other. */
    double shareOf(String id) {
        return id.equals(sourceId) ? sourceShare : targetShare;
    }

    String other(String id) {
        return id.equals(sourceId) ? targetId : sourceId;
    }
}
