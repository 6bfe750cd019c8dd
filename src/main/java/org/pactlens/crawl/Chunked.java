package org.pactlens.crawl;

import java.io.ByteArrayOutputStream;

/**
 * A chunked body put together (RFC 9112, 7.1).
 *
 * @param whole whether the last chunk, of size 0, was there
 */
record Chunked(byte[] bytes, boolean whole) {
    /** Digits of a size, and bytes of its extension: more is no chunk. */
    private static final int MAX_LINE = 4096;

    private static final int MAX_DIGITS = 15;

    /** Null where the first bytes are no chunk: the body was not chunked at all. */
    static Chunked decode(byte[] b) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(b.length);
        int at = 0;
        while (true) {
            int line = sizeLine(b, at);
            if (line < 0) {
                return at == 0 ? null : rest(b, at, out);
            }
            long size = size(b, at, line);
            int data = line + 1;
            if (size == 0) {
                return new Chunked(out.toByteArray(), true);
            }
            int there = (int) Math.min(size, b.length - data);
            if (there < size) {
                boolean lie = at == 0 && size > 2L * b.length + MAX_LINE;
                if (!lie) {
                    out.write(b, data, there);
                }
                return lie ? null : new Chunked(out.toByteArray(), false);
            }
            out.write(b, data, there);
            at = data + there;
            at += at < b.length && b[at] == '\r' ? 1 : 0;
            at += at < b.length && b[at] == '\n' ? 1 : 0;
        }
    }

    /** A broken chunk line after good ones: what follows may be text that was cut out of step, and is left out. */
    private static Chunked rest(byte[] b, int at, ByteArrayOutputStream out) {
        return new Chunked(out.toByteArray(), at >= b.length && out.size() == 0);
    }

    /** Index of the LF that ends the size line at {@code at}; -1 where there is none or it is no size. */
    private static int sizeLine(byte[] b, int at) {
        int digits = 0;
        while (at + digits < b.length && Character.digit(b[at + digits], 16) >= 0) {
            digits++;
        }
        if (digits == 0 || digits > MAX_DIGITS + 1) {
            return -1;
        }
        int i = at + digits;
        if (i < b.length && b[i] != '\r' && b[i] != '\n' && b[i] != ';' && b[i] != ' ') {
            return -1;
        }
        while (i < b.length && i < at + MAX_LINE && b[i] != '\n') {
            i++;
        }
        return i < b.length && b[i] == '\n' ? i : -1;
    }

    private static long size(byte[] b, int at, int line) {
        long size = 0;
        for (int i = at; i < line; i++) {
            int digit = Character.digit(b[i], 16);
            if (digit < 0) {
                break;
            }
            size = size << 4 | digit;
        }
        return size < 0 ? Long.MAX_VALUE : size;
    }
}
