package org.pactlens.text;

import java.util.BitSet;
import java.util.Objects;

/**
 * A text folded for matching, with the way back to the original.
 *
 * <p>Folding takes away what spelling leaves to taste: compatibility forms, case, kinds of apostrophe, hyphen and
 * quotation mark, forms of digits, soft hyphens and zero-width marks; and by language what its readers take as the same
 * word (see {@code Orthography}). A run of blanks becomes one {@code ' '}, a paragraph bound one {@code '\n'}.
 */
public final class FoldedText {
    private final String original;
    private final String folded;
    private final int[] starts;
    private final int[] ends;
    private final BitSet capitals;

    FoldedText(String original, String folded, int[] starts, int[] ends, BitSet capitals) {
        this.original = original;
        this.folded = folded;
        this.starts = starts;
        this.ends = ends;
        this.capitals = capitals;
    }

    /**
     * Folds a text. Linear in its length.
     *
     * @param language BCP 47 tag, or null where unknown (then the rules that all languages share)
     */
    public static FoldedText of(String text, String language) {
        return new Folder(text, Orthography.of(language), true).fold();
    }

    /** Folds a term: as a text, but capitals keep their accents, since the term shows where accents belong. */
    static FoldedText ofTerm(String term, Orthography orthography) {
        return new Folder(term, orthography, false).fold();
    }

    /** The text that was folded. */
    public String original() {
        return original;
    }

    /** The folded text. */
    public String folded() {
        return folded;
    }

    /**
     * The span of the original that the folded UTF-16 units {@code [from, to)} come from.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= from < to <= folded().length()}
     */
    public Span span(int from, int to) {
        Objects.checkFromToIndex(from, to, folded.length());
        return new Span(starts[Objects.checkIndex(from, folded.length())], ends[to - 1]);
    }

    /** Whether the folded unit at {@code index} was a capital letter. */
    boolean wasCapital(int index) {
        return capitals.get(index);
    }
}
