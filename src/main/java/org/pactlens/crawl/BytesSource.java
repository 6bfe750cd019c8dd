package org.pactlens.crawl;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes in memory as a source. */
final class BytesSource implements ByteSource {
    private final byte[] bytes;

    BytesSource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public InputStream open(long offset) {
        int from = (int) Math.min(offset, bytes.length);
        return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
