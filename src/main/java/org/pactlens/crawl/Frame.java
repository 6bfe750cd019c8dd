package org.pactlens.crawl;

import java.io.IOException;

/** One decodable unit of a file: a gzip member, a zstd frame, a bzip2 file, or a plain stretch. */
interface Frame {
    int END = -1;
    int FAILED = -2;

    /** Decodes up to {@code length} bytes: their number (at least 1), {@link #END}, or {@link #FAILED}. */
    int read(byte[] into, int offset, int length) throws IOException;

    /** Why it failed; null before. */
    Fault fault();

    /**
     * What went wrong in compressed data.
     *
     * @param reason a reason for damage
     * @param detail what was found
     * @param end file offset of the unit's end where it is known all the same (only a checksum is wrong); else -1
     */
    record Fault(DamageReason reason, String detail, long end) {
        static final Fault CUT = new Fault(DamageReason.CUT, "the file ends inside compressed data", -1);
    }

    /** Bytes as they are, to the end of the file. */
    record Plain(RawInput raw) implements Frame {
        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = Math.min(length, raw.peek(1));
            if (n == 0) {
                return END;
            }
            System.arraycopy(raw.bytes, raw.pos, into, offset, n);
            raw.pos += n;
            return n;
        }

        @Override
        public Fault fault() {
            return null;
        }
    }
}
