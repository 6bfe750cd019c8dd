package org.pactlens.crawl;

/**
 * What one reader may spend on hostile input. Every limit ends in a value (a cut payload, a {@link Damage}), never in an
 * exception.
 *
 * <p>There is no limit in seconds: a rule reads no clock, and a run must give the same rows on a slow machine. All work
 * is linear in bytes read and inflated, and both are limited.
 *
 * @param headerBytes longest WARC or HTTP header block. Real ones stay under 64 kB, test sets hold 1,000,000 bytes; a
 *     line without an end must not fill the heap
 * @param payloadBytes bytes of a block, and of a decoded body, that are kept; the rest is read past and the record is
 *     flagged truncated. News pages stay under 3 MB, reports as PDF under 10 MB
 * @param undeclaredBytes inflated bytes that a compressed member may give beyond what its records declare, before the
 *     reader leaves it. Line ends and padding need a few; a bomb needs all it can get
 * @param bodyRatio decoded bytes per encoded byte of an HTTP body, above the first 1 MB. Deflate cannot exceed 1,032,
 *     brotli and zstd can; pages reach about 20
 * @param rereadFactor bytes that recovery may read or inflate again, as a multiple of the file's size, beyond a fixed
 *     64 MB. Recovery looks from the byte after a bad start; a file made of false starts would make that quadratic
 * @param records records given per file. 1 GB of the smallest sensible records holds about 5 million
 */
public record Limits(
        int headerBytes, int payloadBytes, long undeclaredBytes, int bodyRatio, int rereadFactor, long records) {
    /** For crawls of news pages; a reader needs about four times {@code payloadBytes} of heap. */
    public static final Limits DEFAULT = new Limits(1 << 20, 10_000_000, 16L << 20, 200, 8, 50_000_000);

    /** A payload and its header lie in one array. */
    public static final int MOST_PAYLOAD = 1 << 30;

    public Limits {
        if (payloadBytes > MOST_PAYLOAD) {
            throw new IllegalArgumentException("payloadBytes is at most " + MOST_PAYLOAD + ", not " + payloadBytes);
        }
        if (headerBytes < 1024 || payloadBytes < 0 || undeclaredBytes < 0 || bodyRatio < 1 || rereadFactor < 0) {
            throw new IllegalArgumentException(
                    "limits must not be negative, headerBytes at least 1024, bodyRatio at least"
                            + " 1: headerBytes=" + headerBytes + ", payloadBytes=" + payloadBytes + ", undeclaredBytes="
                            + undeclaredBytes + ", bodyRatio=" + bodyRatio + ", rereadFactor=" + rereadFactor);
        }
        if (records < 1) {
            throw new IllegalArgumentException("at least one record must be allowed, not " + records);
        }
    }

    /** The same limits with another payload cap. */
    public Limits withPayloadBytes(int bytes) {
        return new Limits(headerBytes, bytes, undeclaredBytes, bodyRatio, rereadFactor, records);
    }
}
