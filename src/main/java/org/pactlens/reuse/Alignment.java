package org.pactlens.reuse;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which words of two articles stand in both: runs of at least one shingle, and short gaps between two runs that follow
 * each other in both texts, where a word or spelling was changed. Linear in the lengths.
 */
final class Alignment {
    /** Words between two runs that are taken for one changed wording. */
    private static final int CHANGED = 3;
    /** Words between two runs in which equal words are looked for. */
    private static final int GAP = 8;

    private static final int MOST_REPEATS = 8;

    private final Prepared a;
    private final Prepared b;
    private final int k;
    private final BitSet inA = new BitSet();
    private final BitSet inB = new BitSet();
    /** Place in b of each word of a, or -1. */
    private final int[] places;

    private int[] table;
    private int[] next;

    private Alignment(Prepared a, Prepared b) {
        this.a = a;
        this.b = b;
        this.k = a.shingle();
        this.places = new int[a.words().length];
        Arrays.fill(places, -1);
    }

    static Alignment of(Prepared a, Prepared b) {
        Alignment alignment = new Alignment(a, b);
        if (a.isUnspaced() == b.isUnspaced() && a.words().length >= a.shingle() && b.words().length >= a.shingle()) {
            alignment.index();
            alignment.read();
            alignment.fillGaps();
        }
        return alignment;
    }

    BitSet inA() {
        return inA;
    }

    BitSet inB() {
        return inB;
    }

    /** Place in b of a word of a, or -1 where it does not stand there. */
    int place(int word) {
        return places[word];
    }

    private void index() {
        int shingles = b.words().length - k + 1;
        table = new int[Integer.highestOneBit(shingles) * 4];
        next = new int[shingles];
        Arrays.fill(table, -1);
        for (int j = shingles - 1; j >= 0; j--) {
            int slot = slot(Hashes.of(b.words(), j, j + k));
            next[j] = table[slot];
            table[slot] = j;
        }
    }

    private int slot(long hash) {
        return (int) hash & table.length - 1;
    }

    private boolean equal(int i, int j) {
        return j >= 0 && j + k <= b.words().length && Arrays.equals(a.words(), i, i + k, b.words(), j, j + k);
    }

    private void read() {
        int last = -1;
        for (int i = 0; i + k <= a.words().length; i++) {
            int found = equal(i, last + 1) ? last + 1 : search(i, last);
            last = found;
            if (found >= 0) {
                inA.set(i, i + k);
                for (int n = 0; n < k; n++) {
                    places[i + n] = found + n;
                }
            }
        }
    }

    /** Marks all places of the shingle in b; the first after {@code last} is the answer, or the first of all. */
    private int search(int i, int last) {
        int best = -1;
        int repeats = 0;
        int j = table[slot(Hashes.of(a.words(), i, i + k))];
        while (j >= 0 && repeats < MOST_REPEATS) {
            if (equal(i, j)) {
                repeats++;
                inB.set(j, j + k);
                if (best < 0 || best <= last && j > last) {
                    best = j;
                }
            }
            j = next[j];
        }
        return best;
    }

    private void fillGaps() {
        for (int place : places) {
            if (place >= 0) {
                inB.set(place);
            }
        }
        int i = inA.nextClearBit(Math.max(0, inA.nextSetBit(0)));
        while (i > 0 && i < places.length) {
            int end = inA.nextSetBit(i);
            if (end < 0) {
                return;
            }
            int from = places[i - 1] + 1;
            int to = places[end];
            if (end - i <= GAP && to >= from && to - from <= GAP) {
                fill(i, end, from, to);
            }
            i = inA.nextClearBit(end);
        }
        // A gap in b alone is a word put in; one in a alone a word left out. Neither is common to both.
    }

    private void fill(int from, int to, int fromB, int toB) {
        if (to - from <= CHANGED && toB - fromB <= CHANGED) {
            inA.set(from, to);
            inB.set(fromB, toB);
            return;
        }
        int place = fromB;
        for (int i = from; i < to; i++) {
            for (int j = place; j < toB; j++) {
                if (a.words()[i] == b.words()[j]) {
                    inA.set(i);
                    inB.set(j);
                    places[i] = j;
                    place = j + 1;
                    break;
                }
            }
        }
    }
}
