package org.pactlens.text;

/**
 * A text folded for matching, with the way back to the original.
 *
 * <p>Folding takes away what spelling leaves to taste: compatibility forms, case, kinds of apostrophe, hyphen and
 * quotation mark, soft hyphens and zero-width marks, runs of blanks; and by language what its readers take as the same
 * word (see {@code Orthography}). Blanks become one {@code ' '}, a paragraph bound one {@code '\n'}.
 */
public final class FoldedText {
    private FoldedText() {}

    /**
     * Folds a text. Linear in its length.
     *
     * @param language BCP 47 tag, or null where unknown (then the rules that all languages share)
     */
    public static FoldedText of(String text, String language) {
        throw new UnsupportedOperationException();
    }

    /** The text that was folded. */
    public String original() {
        throw new UnsupportedOperationException();
    }

    /** The folded text. */
    public String folded() {
        throw new UnsupportedOperationException();
    }

    /**
     * The span of the original that the folded UTF-16 units {@code [from, to)} come from.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= from < to <= folded().length()}
     */
    public Span span(int from, int to) {
        throw new UnsupportedOperationException();
    }

    /** Whether the folded unit at {@code index} was a capital letter. */
    boolean wasCapital(int index) {
        throw new UnsupportedOperationException();
    }
}
