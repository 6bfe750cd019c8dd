package org.pactlens.framing;

import org.pactlens.text.Span;

/**
 * One stretch of speech and whose it is.
 *
 * @param span the words between the marks (direct, mixed) or the reported clause (indirect), without marks
 * @param inTitle whether the span counts in the title instead of the text
 * @param text exactly the words of the span
 * @param speaker name or office as it stands in the text, canonical where the study knows the person; null where
 *     nobody is named
 * @param group source group id of the study, or null where undecided
 * @param cue the word of saying that led to the speaker, or null
 * @param via carrier of a second-hand quotation ("Kim said, the agency reported"), or null
 * @param confidence 0..1, probability that this is speech and the speaker is right
 */
public record Quotation(
        Span span,
        boolean inTitle,
        String text,
        Kind kind,
        String speaker,
        String group,
        String cue,
        String via,
        double confidence) {
    /** Share of its letters that stands in marks: nearly all, none, some. */
    public enum Kind {
        DIRECT,
        INDIRECT,
        MIXED
    }

    /** Whether the text holds the speaker's own words, which any outlet may print: no sign that one copied another. */
    public boolean isVerbatimInText() {
        return !inTitle && kind != Kind.INDIRECT;
    }
}
