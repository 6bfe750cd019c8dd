package org.pactlens.crawl;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The bits of a raw input, the lowest of each byte first. After the end of the file it gives zeros, and knows it. */
final class BitInput {
    /** Eight bytes of an array as one number, the first byte lowest. */
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    final RawInput raw;

    /** The next bits; those above {@link #count} may be set, and are right. */
    long bits;

    /** Bits that are ready, at most 63. */
    int count;

    /** Bytes after the end of the file that were taken as zeros. */
    private int missing;

    BitInput(RawInput raw) {
        this.raw = raw;
    }

    void reset() {
        bits = 0;
        count = 0;
        missing = 0;
    }

    /** Makes at least 56 bits ready. */
    void refill() throws IOException {
        if (missing == 0) {
            giveBack();
            if (raw.peek(16) >= Long.BYTES) {
                bits |= (long) WORD.get(raw.bytes, raw.pos) << count;
                raw.pos += 7;
                count |= 56;
                return;
            }
        }
        while (count < 56) {
            if (raw.pos < raw.end) {
                bits |= (raw.bytes[raw.pos++] & 0xFFL) << count;
            } else {
                missing++;
            }
            count += 8;
        }
    }

    /** Whole bytes that are not used yet go back, because the raw input may drop what lies behind its position. */
    private void giveBack() {
        raw.pos -= count >>> 3;
        count &= 7;
        bits &= (1 << count) - 1;
    }

    /** Drops the rest of a byte; the raw input stands at the next one. Not after an {@linkplain #isOverread overread}. */
    void toWholeBytes() {
        raw.pos -= (count >>> 3) - missing;
        reset();
    }

    /** Whether bits were used that the file does not have. */
    boolean isOverread() {
        return count < 8 * missing;
    }

    /** The next bits as a number; they must be ready. */
    int take(int n) {
        int value = (int) bits & (1 << n) - 1;
        bits >>>= n;
        count -= n;
        return value;
    }
}
