package org.pactlens.crawl;

import java.io.IOException;
import java.util.Arrays;

/** The two sets of codes of a block of deflate data (RFC 1951, 3.2.6 and 3.2.7). */
final class BlockCodes {
    /** Bits by which the tables are indexed. */
    static final int LITERAL_BITS = 11;

    static final int DISTANCE_BITS = 8;

    private static final int LENGTH_BITS = 7;
    private static final int MAX_LITERALS = 286;
    private static final int MAX_DISTANCES = 30;
    private static final int END_OF_BLOCK = 256;
    private static final byte[] LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final CodeTable literals = CodeTable.ofLiterals(LITERAL_BITS);
    private final CodeTable distances = CodeTable.ofDistances(DISTANCE_BITS);
    private final CodeTable codeLengths = CodeTable.ofCodeLengths(LENGTH_BITS);
    private final byte[] lengths = new byte[MAX_LITERALS + MAX_DISTANCES];

    /** See {@link CodeTable}. */
    int[] literals() {
        return literals.entries;
    }

    /** See {@link CodeTable}. */
    int[] distances() {
        return distances.entries;
    }

    /** Reads the codes of a block of type 1 or 2; what is wrong with them, or null. Check for an overread first. */
    String read(int type, BitInput in) throws IOException {
        return switch (type) {
            case 1 -> fixed();
            case 2 -> dynamic(in);
            default -> "invalid block type";
        };
    }

    private String fixed() {
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, 288, (byte) 8);
        literals.build(lengths, 0, 288);
        Arrays.fill(lengths, 0, 32, (byte) 5);
        distances.build(lengths, 0, 32);
        return null;
    }

    private String dynamic(BitInput in) throws IOException {
        int literalCount = in.take(5) + 257;
        int distanceCount = in.take(5) + 1;
        int lengthCount = in.take(4) + 4;
        if (literalCount > MAX_LITERALS || distanceCount > MAX_DISTANCES) {
            return "too many length or distance symbols";
        }
        Arrays.fill(lengths, 0, LENGTH_ORDER.length, (byte) 0);
        for (int i = 0; i < lengthCount; i++) {
            if (in.count < 3) {
                in.refill();
            }
            lengths[LENGTH_ORDER[i]] = (byte) in.take(3);
        }
        if (!codeLengths.build(lengths, 0, LENGTH_ORDER.length)) {
            return "invalid code lengths set";
        }
        if (!readLengths(literalCount + distanceCount, in)) {
            return "invalid bit length repeat";
        }
        if (lengths[END_OF_BLOCK] == 0) {
            return "no code for the end of the block";
        }
        boolean sound =
                literals.build(lengths, 0, literalCount) && distances.build(lengths, literalCount, distanceCount);
        return sound ? null : "invalid literal, length or distance codes";
    }

    private boolean readLengths(int all, BitInput in) throws IOException {
        for (int i = 0; i < all; ) {
            if (in.count < LENGTH_BITS + 7) {
                in.refill();
            }
            int entry = codeLengths.entries[(int) in.bits & (1 << LENGTH_BITS) - 1];
            in.take(entry & 0x3F);
            int symbol = entry >>> 16;
            if (symbol < 16) {
                lengths[i++] = (byte) symbol;
                continue;
            }
            int repeat = symbol == 16 ? 3 + in.take(2) : symbol == 17 ? 3 + in.take(3) : 11 + in.take(7);
            if (i + repeat > all || symbol == 16 && i == 0) {
                return false;
            }
            Arrays.fill(lengths, i, i + repeat, symbol == 16 ? lengths[i - 1] : 0);
            i += repeat;
        }
        return true;
    }
}
