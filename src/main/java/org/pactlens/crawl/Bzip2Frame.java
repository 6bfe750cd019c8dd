package org.pactlens.crawl;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** A whole file in bzip2: cannot be entered in the middle. */
final class Bzip2Frame implements Frame {
    private final InputStream in;
    private Fault fault;

    Bzip2Frame(RawInput raw) throws IOException {
        in = new BZip2CompressorInputStream(new Unbuffered(raw), true);
    }

    static boolean startsAt(byte[] bytes, int at, int end) {
        return end - at >= 10
                && bytes[at] == 'B'
                && bytes[at + 1] == 'Z'
                && bytes[at + 2] == 'h'
                && bytes[at + 3] >= '1'
                && bytes[at + 3] <= '9';
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (fault != null) {
            return FAILED;
        }
        try {
            int n = in.read(into, offset, length);
            return n < 0 ? END : n;
        } catch (IOException | RuntimeException e) {
            // the decoder raises unchecked exceptions on some damaged blocks
            fault = new Fault(DamageReason.CORRUPT_DATA, "bzip2 data: " + e.getMessage(), -1);
            return FAILED;
        }
    }

    @Override
    public Fault fault() {
        return fault;
    }

    /** The raw input as a stream, so that its position follows the decoder. */
    private static final class Unbuffered extends InputStream {
        private final RawInput raw;

        Unbuffered(RawInput raw) {
            this.raw = raw;
        }

        @Override
        public int read() throws IOException {
            return raw.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = Math.min(length, raw.peek(1));
            if (n == 0) {
                return length == 0 ? 0 : -1;
            }
            System.arraycopy(raw.bytes, raw.pos, into, offset, n);
            raw.pos += n;
            return n;
        }
    }
}
