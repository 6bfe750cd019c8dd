package org.pactlens.text;

import java.util.List;

/**
 * Finds many terms in one pass. Built once from a list of terms, then shared: immutable and safe for many threads.
 *
 * <p>The language of terms: {@code *} at the edge of a token stands for zero or more letters; a token {@code *} stands
 * for exactly one whole token; {@code ?} makes the letter before it optional ({@code labo?r}); a leading {@code =}
 * asks for the letter case as written ({@code =US}). Where a term may begin and end, and what a blank in it matches,
 * depends on the language (see {@code Orthography}). A blank of a term matches blanks or one hyphen, never a sentence
 * end, a quotation mark or a paragraph bound.
 */
public final class TermMatcher {
    private TermMatcher() {}

    /**
     * One occurrence of a term.
     *
     * @param term index of the term in the list that the matcher was built from
     * @param span where it stands in the original text
     */
    public record Match(int term, Span span) {}

    /**
     * Compiles terms of one language.
     *
     * @param language BCP 47 tag, or null for the rules that all languages share
     * @throws IllegalArgumentException where {@link #fault} of a term is not null
     */
    public static TermMatcher compile(List<String> terms, String language) {
        throw new UnsupportedOperationException();
    }

    /** What is wrong with a term as one sentence for its author, or null where it can be compiled. */
    public static String fault(String term, String language) {
        throw new UnsupportedOperationException();
    }

    /**
     * All occurrences of all terms, overlapping ones included, by span (start, then the longer first), then by term.
     * The same term at the same span is given once. Linear in the text's length.
     */
    public List<Match> matches(FoldedText text) {
        throw new UnsupportedOperationException();
    }

    /** Whether any term occurs; stops at the first. */
    public boolean anyIn(FoldedText text) {
        throw new UnsupportedOperationException();
    }
}
