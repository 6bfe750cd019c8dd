package org.pactlens.relevance;

import org.pactlens.text.Span;

/**
 * A span that moved a score.
 *
 * @param span where it stands in the text, or in the title where {@code inTitle}
 * @param quote exactly the words of the span
 * @param concept what it is evidence of, an id of the study
 * @param ruleId the feature or rule that counted it
 * @param weight what it added to the log odds; negative where it speaks against
 */
public record Evidence(Span span, boolean inTitle, String quote, String concept, String ruleId, double weight) {}
