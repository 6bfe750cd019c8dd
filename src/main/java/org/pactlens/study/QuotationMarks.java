package org.pactlens.study;

import java.io.Serializable;
import java.util.List;

/**
 * How a language marks speech.
 *
 * @param outer pairs of marks around speech, the usual first; a pair may consist of the same mark twice
 * @param inner pairs inside an outer quotation, and for emphasis
 * @param titles pairs that mark titles of works as well as, or instead of, speech
 * @param dashDialogue whether a dash at a paragraph's start opens speech
 * @param colonHeadline whether a name and a colon in a headline mark speech
 * @param nameHeadline whether a name and marks without a verb in a headline mark speech
 * @param repeatsOpening whether a quotation over several paragraphs repeats its opening mark without closing
 */
public record QuotationMarks(
        List<Pair> outer,
        List<Pair> inner,
        List<Pair> titles,
        boolean dashDialogue,
        boolean colonHeadline,
        boolean nameHeadline,
        boolean repeatsOpening)
        implements Serializable {

    /** Opening and closing mark, one code point each. */
    public record Pair(String open, String close) implements Serializable {}

    public QuotationMarks {
        outer = List.copyOf(outer);
        inner = List.copyOf(inner);
        titles = List.copyOf(titles);
    }
}
