package org.pactlens.crawl;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes transfer codings, then content codings of an HTTP body (RFC 9110, 8.4; RFC 9112, 7).
 *
 * <p>Headers lie. A coding that the first bytes do not bear out is skipped; one that breaks off keeps what was decoded.
 *
 * @param bytes what was decoded
 * @param honest whether all codings named were there and ran to their end
 */
record BodyCoding(byte[] bytes, Payload.Extent extent, boolean honest) {
    /** More layers than any server applies; a bomb could name thousands. */
    private static final int MAX_LAYERS = 5;

    private static final int FREE_BYTES = 1 << 20;
    private static final int TEXT_PROBE = 512;

    static BodyCoding decode(byte[] body, Headers headers, Limits limits) {
        List<String> layers = layers(headers);
        BodyCoding result = new BodyCoding(body, Payload.Extent.WHOLE, true);
        for (String layer : layers.subList(0, Math.min(layers.size(), MAX_LAYERS))) {
            result = result.undo(layer, limits);
        }
        return result;
    }

    /** The codings in the order in which they have to be undone. */
    private static List<String> layers(Headers headers) {
        List<String> layers = new ArrayList<>();
        for (String name : List.of("Transfer-Encoding", "Content-Encoding")) {
            List<String> named = new ArrayList<>();
            for (String value : headers.all(name)) {
                for (String token : value.split(",", MAX_LAYERS + 1)) {
                    named.add(token.trim().toLowerCase(Locale.ROOT));
                }
            }
            for (int i = named.size() - 1; i >= 0; i--) {
                layers.add(named.get(i));
            }
        }
        return layers;
    }

    private BodyCoding undo(String coding, Limits limits) {
        return switch (coding) {
            case "", "identity", "none" -> this;
            case "chunked" -> with(Chunked.decode(bytes));
            case "gzip", "x-gzip" -> isGzip(bytes) ? inflate(GZIPInputStream::new, limits) : lied();
            case "deflate", "x-deflate" -> inflateEither(limits);
            case "br" -> inflate(BrotliInputStream::new, limits);
            case "zstd" ->
                ZstdFrame.startsAt(bytes, 0, bytes.length) ? inflate(ZstdInputStreamNoFinalizer::new, limits) : lied();
            default -> lied();
        };
    }

    private BodyCoding lied() {
        return new BodyCoding(bytes, extent, bytes.length == 0 && honest);
    }

    private BodyCoding with(Chunked chunked) {
        if (chunked == null) {
            return lied();
        }
        boolean whole = chunked.whole();
        return new BodyCoding(chunked.bytes(), whole ? extent : Payload.Extent.BROKEN_OFF, honest && whole);
    }

    private static boolean isGzip(byte[] b) {
        return b.length > 2 && (b[0] & 0xFF) == 0x1F && (b[1] & 0xFF) == 0x8B;
    }

    /** Opens a decoder on coded bytes. */
    private interface Decoder {
        InputStream on(InputStream coded) throws IOException;
    }

    /** "deflate" is zlib by the standard, raw deflate from many servers. */
    private BodyCoding inflateEither(Limits limits) {
        BodyCoding zlib = inflate(InflaterInputStream::new, limits);
        if (zlib.honest || zlib.bytes != bytes) {
            return zlib;
        }
        Inflater raw = new Inflater(true);
        try {
            return inflate(in -> new InflaterInputStream(in, raw), limits);
        } finally {
            raw.end();
        }
    }

    private BodyCoding inflate(Decoder decoder, Limits limits) {
        if (bytes.length == 0) {
            return this;
        }
        long byRatio = Math.max(FREE_BYTES, (long) bytes.length * limits.bodyRatio());
        int cap = (int) Math.min(limits.payloadBytes(), byRatio);
        byte[] out = new byte[Math.min(cap, Math.max(8192, 4 * Math.min(bytes.length, 1 << 26)))];
        int size = 0;
        try (InputStream in = decoder.on(new ByteArrayInputStream(bytes))) {
            while (true) {
                if (size == cap) {
                    boolean more = in.read() >= 0;
                    return new BodyCoding(trim(out, size), more ? Payload.Extent.CAPPED : extent, honest);
                }
                if (size == out.length) {
                    out = Arrays.copyOf(out, (int) Math.min(cap, 2L * size));
                }
                int n = in.read(out, size, out.length - size);
                if (n < 0) {
                    return new BodyCoding(trim(out, size), extent, honest);
                }
                size += n;
            }
        } catch (IOException | RuntimeException e) {
            // brotli raises unchecked exceptions on some damaged data
            return size == 0 || isText(bytes)
                    ? new BodyCoding(bytes, extent, false)
                    : new BodyCoding(trim(out, size), Payload.Extent.BROKEN_OFF, false);
        }
    }

    /** Whether the first bytes hold no control characters: in compressed data one byte in ten is one. */
    private static boolean isText(byte[] b) {
        for (int i = 0; i < Math.min(b.length, TEXT_PROBE); i++) {
            if (b[i] >= 0 && b[i] < ' ' && b[i] != '\n' && b[i] != '\r' && b[i] != '\t' && b[i] != '\f') {
                return false;
            }
        }
        return true;
    }

    private static byte[] trim(byte[] bytes, int size) {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
