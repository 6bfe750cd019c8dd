package org.pactlens.crawl;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A gzip member (RFC 1952). One object serves all members of a file in turn: inflaters are costly. */
final class GzipFrame implements Frame, AutoCloseable {
    private static final int FHCRC = 2;
    private static final int FEXTRA = 4;
    private static final int FNAME = 8;
    private static final int FCOMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int TRAILER = 8;
    /** Bound for the two texts of a header, which have no length field. */
    private static final int MAX_TEXT = 1 << 16;

    private final RawInput raw;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private Fault fault;
    private boolean ended;

    GzipFrame(RawInput raw) {
        this.raw = raw;
    }

    /** Whether a member can start at this place of a buffer. XFL and OS are not looked at: real files hold any value. */
    static boolean startsAt(byte[] bytes, int at, int end) {
        return end - at >= 10
                && (bytes[at] & 0xFF) == 0x1F
                && (bytes[at + 1] & 0xFF) == 0x8B
                && bytes[at + 2] == 8
                && (bytes[at + 3] & RESERVED) == 0;
    }

    /** Reads a member's header and makes ready to inflate; false where there is no sound header. */
    boolean open() throws IOException {
        inflater.reset();
        crc.reset();
        fault = null;
        ended = false;
        raw.peek(10);
        if (!startsAt(raw.bytes, raw.pos, raw.end)) {
            return false;
        }
        int flags = raw.at(3);
        raw.pos += 10;
        return ((flags & FEXTRA) == 0 || skipExtra())
                && ((flags & FNAME) == 0 || skipText())
                && ((flags & FCOMMENT) == 0 || skipText())
                && ((flags & FHCRC) == 0 || skip(2));
    }

    private boolean skipExtra() throws IOException {
        int low = raw.read();
        int high = raw.read();
        return high >= 0 && skip(low | high << 8);
    }

    private boolean skipText() throws IOException {
        for (int i = 0; i < MAX_TEXT; i++) {
            int next = raw.read();
            if (next <= 0) {
                return next == 0;
            }
        }
        return false;
    }

    private boolean skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (raw.read() < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (fault != null) {
            return FAILED;
        }
        if (ended) {
            return END;
        }
        try {
            while (true) {
                if (inflater.needsInput()) {
                    if (raw.peek(1) == 0) {
                        return fail(Fault.CUT);
                    }
                    inflater.setInput(raw.bytes, raw.pos, raw.end - raw.pos);
                }
                int before = inflater.getRemaining();
                int n = inflater.inflate(into, offset, length);
                raw.pos += before - inflater.getRemaining();
                if (n > 0) {
                    crc.update(into, offset, n);
                    return n;
                }
                if (inflater.finished()) {
                    return trailer();
                }
                if (inflater.needsDictionary()) {
                    return fail(new Fault(DamageReason.CORRUPT_DATA, "deflate data asks for a dictionary", -1));
                }
            }
        } catch (DataFormatException e) {
            return fail(new Fault(DamageReason.CORRUPT_DATA, "deflate data: " + e.getMessage(), -1));
        }
    }

    /** On a fault the raw input is left before the trailer: what is taken for one may be the next member's start. */
    private int trailer() throws IOException {
        if (raw.peek(TRAILER) < TRAILER) {
            return fail(new Fault(DamageReason.CUT, "the file ends inside a gzip trailer", -1));
        }
        long end = raw.position() + TRAILER;
        if (little(0) != crc.getValue()) {
            return fail(new Fault(DamageReason.WRONG_CHECKSUM, "gzip CRC-32 differs", end));
        }
        if (little(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            return fail(new Fault(DamageReason.WRONG_CHECKSUM, "gzip length differs", end));
        }
        raw.pos += TRAILER;
        ended = true;
        return END;
    }

    private long little(int at) {
        return raw.at(at) | raw.at(at + 1) << 8 | raw.at(at + 2) << 16 | (long) raw.at(at + 3) << 24;
    }

    private int fail(Fault why) {
        fault = why;
        return FAILED;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
