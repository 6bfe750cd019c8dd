package org.pactlens.framing;

import org.pactlens.text.Span;

/**
 * The shortest wording that carries a frame.
 *
 * @param frame frame id of the study
 * @param span where it stands in the text, or in the title where {@code inTitle}
 * @param term exactly the words of the span
 * @param sourceGroup whose claim it is: a source group id of the study
 * @param target what is judged: a target id of the study, or null where undecided
 * @param quotation index into the coding's quotations of the one that holds the span, or -1
 * @param negated a negator has scope over the span; such hits are kept and left out of shares
 * @param hypothetical condition, forecast or question
 */
public record FrameHit(
        String frame,
        Span span,
        boolean inTitle,
        String term,
        Voice voice,
        String sourceGroup,
        String target,
        int quotation,
        boolean negated,
        boolean hypothetical) {}
