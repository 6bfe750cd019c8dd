package org.pactlens.crawl;

import java.util.Arrays;

/**
 * Look-up table for one set of codes of deflate data (RFC 1951, 3.2.2).
 *
 * <p>Indexed by the next {@code root} bits of the data. An entry holds, from the low end: the bits to drop (code and extra
 * bits, 6 bits); from bit 8 those of the code alone; flags; from bit 16 a value. The value is a literal where the entry is
 * negative, else the base of a length or distance. A code longer than {@code root} leads to a second table, whose index is the
 * value and whose width stands from bit 8.
 */
final class CodeTable {
    /** Neither a literal nor a base: one of the next two, or no code at all. */
    static final int SPECIAL = 0x8000;

    static final int SECOND = 0x4000;
    static final int BLOCK_END = 0x2000;

    private static final int LONGEST = 15;
    /** Upper bound for all second tables; 288 codes need 294 entries at most where the root has 11 bits. */
    private static final int ROOM = 1 << 11;

    private static final int[] LITERALS = literals();
    private static final int[] DISTANCES = distances();

    final int[] entries;
    private final int root;
    /** The entry of each symbol, but for the length of its code. */
    private final int[] values;
    /** Whether every sequence of bits must be a code. */
    private final boolean complete;

    private final int[] sorted;
    private final int[] counts = new int[LONGEST + 1];

    private CodeTable(int root, int[] values, boolean complete) {
        this.root = root;
        this.values = values;
        this.complete = complete;
        entries = new int[(1 << root) + ROOM];
        sorted = new int[values.length];
    }

    /** For literals, lengths and the end of a block. */
    static CodeTable ofLiterals(int root) {
        return new CodeTable(root, LITERALS, false);
    }

    static CodeTable ofDistances(int root) {
        return new CodeTable(root, DISTANCES, false);
    }

    /** For the lengths of the other codes; the values are the symbols. */
    static CodeTable ofCodeLengths(int root) {
        int[] symbols = new int[19];
        Arrays.setAll(symbols, i -> i << 16);
        return new CodeTable(root, symbols, true);
    }

    private static int[] literals() {
        int[] values = new int[288];
        Arrays.setAll(values, i -> i < 256 ? 1 << 31 | i << 16 : SPECIAL);
        values[256] = SPECIAL | BLOCK_END;
        int base = 3;
        for (int i = 0; i < 28; i++) {
            int extra = i < 4 ? 0 : i / 4 - 1;
            values[257 + i] = base << 16 | extra;
            base += 1 << extra;
        }
        values[285] = 258 << 16;
        return values;
    }

    private static int[] distances() {
        int[] values = new int[32];
        int base = 1;
        for (int i = 0; i < 30; i++) {
            int extra = i < 2 ? 0 : i / 2 - 1;
            values[i] = base << 16 | extra;
            base += 1 << extra;
        }
        values[30] = SPECIAL;
        values[31] = SPECIAL;
        return values;
    }

    /**
     * Fills the table.
     *
     * @param lengths bits of the code of each symbol, from index {@code from}; 0 for a symbol without one
     * @return false where these are no lengths of a prefix code; a set of one code of one bit, or of none, is one
     */
    boolean build(byte[] lengths, int from, int symbols) {
        Arrays.fill(counts, 0);
        for (int i = from; i < from + symbols; i++) {
            counts[lengths[i]]++;
        }
        int longest = LONGEST;
        while (longest > 0 && counts[longest] == 0) {
            longest--;
        }
        int unused = 1;
        for (int length = 1; length <= LONGEST; length++) {
            unused = 2 * unused - counts[length];
            if (unused < 0) {
                return false;
            }
        }
        if (unused > 0 && (complete || longest > 1)) {
            return false;
        }
        sort(lengths, from, symbols);
        fill(longest);
        return true;
    }

    /** Symbols by the length of their code, then by number. */
    private void sort(byte[] lengths, int from, int symbols) {
        int[] next = new int[LONGEST + 2];
        for (int length = 1; length <= LONGEST; length++) {
            next[length + 1] = next[length] + counts[length];
        }
        for (int i = 0; i < symbols; i++) {
            int length = lengths[from + i];
            if (length > 0) {
                sorted[next[length]++] = i;
            }
        }
    }

    private void fill(int longest) {
        int code = 0;
        int rank = 0;
        entries[0] = SPECIAL;
        for (int length = 1; length <= root; length++) {
            // What is shorter comes again for each value of this bit; what is no code yet is written over.
            int half = 1 << length - 1;
            System.arraycopy(entries, 0, entries, half, half);
            for (int i = counts[length]; i > 0; i--) {
                entries[code] = values[sorted[rank++]] + (length << 8 | length);
                code = after(code, length);
            }
            if (length == 1 && longest == 1 && counts[1] == 1) {
                entries[1] = SPECIAL;
            }
        }
        fillSecond(code, rank, longest);
    }

    private void fillSecond(int first, int firstRank, int longest) {
        int code = first;
        int rank = firstRank;
        int width = 0;
        int start = 0;
        int end = 1 << root;
        int prefix = -1;
        for (int length = root + 1; length <= longest; length++) {
            for (int i = counts[length]; i > 0; i--) {
                if ((code & (1 << root) - 1) != prefix) {
                    prefix = code & (1 << root) - 1;
                    width = width(length, i, longest);
                    start = end;
                    end += 1 << width;
                    entries[prefix] = start << 16 | SPECIAL | SECOND | width << 8;
                }
                int entry = values[sorted[rank++]] + (length << 8 | length);
                for (int at = code >>> root; at < 1 << width; at += 1 << length - root) {
                    entries[start + at] = entry;
                }
                code = after(code, length);
            }
        }
    }

    /** Bits of the second table whose first code has this length, of which {@code left} are still to come. */
    private int width(int length, int left, int longest) {
        int last = length;
        int room = (1 << length - root) - left;
        while (room > 0 && last < longest) {
            room = 2 * room - counts[++last];
        }
        return last - root;
    }

    /** The next code of a length. The first bit of a code is the lowest one. */
    private static int after(int code, int length) {
        int bit = Integer.highestOneBit(~code & (1 << length) - 1);
        return code & bit - 1 | bit;
    }
}
