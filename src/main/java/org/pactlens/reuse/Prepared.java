package org.pactlens.reuse;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/**
 * An article made ready for comparison: hashes of its words, what is masked, its facts. Plain data of about ten bytes a
 * word; the arrays are shared and must not be changed. Two values are the same article where their ids are equal.
 *
 * @param id unique in the corpus
 * @param outlet outlet id, or null
 * @param language BCP 47 tag, or null
 * @param publishedAt instant of publication, or null
 * @param publishedDate local day of publication, or null
 * @param credit which agencies the article credits with its whole text
 * @param agency the agency whose own page this is, or null
 * @param words hash of each word
 * @param lengths letters of each word
 * @param blocks number of the paragraph of each word, rising
 * @param quoted words that stand in a quotation
 * @param hidden words that count for nothing: short lines, furniture, passages of common texts
 * @param isUnspaced whether words are single letters, in scripts that do not part words
 * @param names hashes of names in order of first mention
 * @param numbers hashes of telling numbers in order of first mention
 * @param sayings quotations in order
 */
public record Prepared(
        String id,
        String outlet,
        String language,
        Instant publishedAt,
        LocalDate publishedDate,
        Credit credit,
        String agency,
        int[] words,
        byte[] lengths,
        int[] blocks,
        BitSet quoted,
        BitSet hidden,
        boolean isUnspaced,
        long[] names,
        long[] numbers,
        List<Saying> sayings)
        implements Serializable {

    /** A quotation as words {@code [from, to)}; the speaker is null where unknown. */
    public record Saying(int from, int to, String speaker) implements Serializable {}

    private static final int SHINGLE = 5;
    /** Letters of a script without word breaks that say about as much as five words. */
    private static final int UNSPACED_SHINGLE = 8;
    /** Below so many words of its own, an article is compared by all that it prints, quotations included. */
    private static final int FEWEST_OWN_WORDS = 30;

    private static final double FEWEST_OWN_SHARE = 0.15;

    /** When it was published; null where nothing is known. */
    Moment moment() {
        return Moment.of(publishedAt, publishedDate);
    }

    /** Words of a shingle. */
    int shingle() {
        return isUnspaced ? UNSPACED_SHINGLE : SHINGLE;
    }

    /** Number of words in this script that stand for {@code words} words of a script that parts them. */
    int scaled(int words) {
        return words * shingle() / SHINGLE;
    }

    /** The words that containment is measured on: neither hidden nor quoted, unless hardly any are left. */
    BitSet counted() {
        BitSet shown = shown();
        BitSet own = (BitSet) shown.clone();
        own.andNot(quoted);
        boolean enough = own.cardinality() >= Math.max(scaled(FEWEST_OWN_WORDS), FEWEST_OWN_SHARE * words.length);
        return enough ? own : shown;
    }

    /** The words that are not hidden. */
    BitSet shown() {
        BitSet shown = new BitSet(words.length);
        shown.set(0, words.length);
        shown.andNot(hidden);
        return shown;
    }

    /** The same article with more words hidden; as it is where less than a quarter of its words would be left. */
    Prepared hiding(BitSet more) {
        BitSet all = (BitSet) hidden.clone();
        all.or(more);
        if ((words.length - all.cardinality()) * 4 < words.length) {
            return this;
        }
        return new Prepared(
                id,
                outlet,
                language,
                publishedAt,
                publishedDate,
                credit,
                agency,
                words,
                lengths,
                blocks,
                quoted,
                all,
                isUnspaced,
                names,
                numbers,
                sayings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prepared prepared && id.equals(prepared.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Prepared[" + id + ", " + words.length + " words]";
    }
}
