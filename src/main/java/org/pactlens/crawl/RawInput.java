package org.pactlens.crawl;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Buffered bytes of a {@link ByteSource} with their file offset; can look ahead and move. */
final class RawInput implements Closeable {
    /** Longest look-ahead. */
    static final int CHUNK = 1 << 16;

    private final ByteSource source;
    private InputStream in;
    private long base;
    private long read;

    byte[] bytes = new byte[CHUNK];
    int pos;
    int end;

    RawInput(ByteSource source) {
        this.source = source;
    }

    /** File offset of the next byte. */
    long position() {
        return base + pos;
    }

    /** Bytes read from the source so far, repeated ones counted again. */
    long bytesRead() {
        return read;
    }

    /** Moves to a file offset; a new stream is opened unless the offset is in the buffer. */
    void seek(long offset) throws IOException {
        if (in != null && offset >= base && offset <= base + end) {
            pos = (int) (offset - base);
            return;
        }
        close();
        in = source.open(offset);
        base = offset;
        pos = 0;
        end = 0;
    }

    /** Makes at least {@code wanted} bytes available where the file has them; gives the number available. */
    int peek(int wanted) throws IOException {
        if (end - pos >= wanted) {
            return end - pos;
        }
        System.arraycopy(bytes, pos, bytes, 0, end - pos);
        base += pos;
        end -= pos;
        pos = 0;
        while (end < Math.min(wanted, CHUNK)) {
            int n = in.read(bytes, end, CHUNK - end);
            if (n < 0) {
                break;
            }
            end += n;
            read += n;
        }
        return end;
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        return pos < end || peek(1) > 0 ? bytes[pos++] & 0xFF : -1;
    }

    /** Unsigned byte {@code ahead} places on; it must have been looked at. */
    int at(int ahead) {
        return bytes[pos + ahead] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
