package org.pactlens.crawl;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A zstd frame (RFC 8878), with the dictionary frame of the IIPC proposal "Use of Zstandard with WARC files".
 * One object serves all frames of a file.
 */
final class ZstdFrame implements Frame, AutoCloseable {
    private static final int CHUNK = 1 << 16;
    /** Dictionaries are about 100 kB to 1 MB; more is not worth its memory. */
    private static final int MAX_DICTIONARY = 16 << 20;

    private static final int FRAME_MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE_MAGIC = 0x184D2A50;
    private static final int DICTIONARY_MAGIC = 0x184D2A5D;
    private static final int SKIPPABLE_HEADER = 8;

    private final RawInput raw;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final ByteBuffer in = ByteBuffer.allocateDirect(CHUNK);
    private final ByteBuffer out = ByteBuffer.allocateDirect(CHUNK);
    private byte[] dictionary;
    private Fault fault;
    private boolean ended;

    ZstdFrame(RawInput raw) {
        this.raw = raw;
    }

    private static int magic(byte[] bytes, int at, int end) {
        return end - at < 4
                ? 0
                : bytes[at] & 0xFF
                        | (bytes[at + 1] & 0xFF) << 8
                        | (bytes[at + 2] & 0xFF) << 16
                        | (bytes[at + 3] & 0xFF) << 24;
    }

    static boolean startsAt(byte[] bytes, int at, int end) {
        return magic(bytes, at, end) == FRAME_MAGIC;
    }

    static boolean skippableAt(byte[] bytes, int at, int end) {
        return (magic(bytes, at, end) & 0xFFFFFFF0) == SKIPPABLE_MAGIC;
    }

    /** Reads past a skippable frame, and takes it in where it is a dictionary; false where it is cut or too large. */
    boolean skip() throws IOException {
        raw.peek(SKIPPABLE_HEADER);
        if (raw.end - raw.pos < SKIPPABLE_HEADER) {
            return false;
        }
        boolean isDictionary = magic(raw.bytes, raw.pos, raw.end) == DICTIONARY_MAGIC;
        long length = (raw.at(4) | raw.at(5) << 8 | raw.at(6) << 16 | raw.at(7) << 24) & 0xFFFFFFFFL;
        raw.pos += SKIPPABLE_HEADER;
        if (isDictionary && length > MAX_DICTIONARY) {
            return false;
        }
        ByteArrayOutputStream content = isDictionary ? new ByteArrayOutputStream() : null;
        for (long left = length; left > 0; ) {
            int n = (int) Math.min(left, raw.peek(1));
            if (n == 0) {
                return false;
            }
            if (content != null) {
                content.write(raw.bytes, raw.pos, n);
            }
            raw.pos += n;
            left -= n;
        }
        return content == null || take(content.toByteArray());
    }

    private boolean take(byte[] content) throws IOException {
        dictionary = startsAt(content, 0, content.length) ? inflated(content) : content;
        return dictionary != null;
    }

    private static byte[] inflated(byte[] content) throws IOException {
        RawInput inner = new RawInput(new BytesSource(content));
        inner.seek(0);
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (ZstdFrame frame = new ZstdFrame(inner)) {
            frame.open();
            byte[] buffer = new byte[CHUNK];
            int n;
            while ((n = frame.read(buffer, 0, CHUNK)) > 0) {
                result.write(buffer, 0, n);
                if (result.size() > MAX_DICTIONARY) {
                    return null;
                }
            }
            return n == END ? result.toByteArray() : null;
        }
    }

    void dictionary(ZstdFrame other) {
        dictionary = other.dictionary;
    }

    /** Makes ready to decode the frame that starts here. */
    void open() {
        context.reset();
        if (dictionary != null) {
            context.loadDict(dictionary);
        }
        fault = null;
        ended = false;
        out.clear().limit(0);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (fault != null) {
            return FAILED;
        }
        while (!out.hasRemaining()) {
            if (ended) {
                return END;
            }
            int available = Math.min(CHUNK, raw.peek(1));
            in.clear();
            in.put(raw.bytes, raw.pos, available).flip();
            out.clear();
            try {
                ended = context.decompressDirectByteBufferStream(out, in);
            } catch (ZstdException e) {
                fault = new Fault(DamageReason.CORRUPT_DATA, "zstd data: " + e.getMessage(), -1);
                return FAILED;
            }
            raw.pos += in.position();
            out.flip();
            if (available == 0 && !ended && !out.hasRemaining()) {
                fault = Fault.CUT;
                return FAILED;
            }
        }
        int n = Math.min(length, out.remaining());
        out.get(into, offset, n);
        return n;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public void close() {
        context.close();
    }
}
