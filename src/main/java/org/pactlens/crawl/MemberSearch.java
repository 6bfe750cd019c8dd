package org.pactlens.crawl;

import java.io.IOException;

/**
 * Looks in the bytes of a file for the next gzip member or zstd frame that is proven to hold a record: it decodes, it
 * begins with a record, and its checksum is right.
 *
 * <p>A magic number alone proves nothing: noise holds thousands of plausible gzip headers.
 */
final class MemberSearch {
    /** Decoded bytes after which a member that began with a record is believed without its checksum. */
    private static final int ENOUGH = 4 << 20;

    private static final int FIRST = 1 << 13;

    /** What trying a candidate costs at the least: a stream, its buffers, the first block. */
    private static final int TRYING = 1 << 14;

    /** Longest stretch of bytes that deflate data holds as they are (RFC 1951, 3.2.4). */
    private static final int STORED_BLOCK = 65_535;

    private final ByteSource source;
    /** The input whose zstd dictionary is used; null where there is none. */
    private final RecordInput reader;

    private final Limits limits;
    /** Bytes that may still be decoded to prove candidates. */
    private long budget;

    /** File offset before which no header begins that ends within what a search sees at once. */
    private long noEndBefore;

    MemberSearch(ByteSource source, RecordInput reader, Limits limits) {
        this.source = source;
        this.reader = reader;
        this.limits = limits;
        budget = 256L << 20;
    }

    /** What kinds of start to look for. */
    record Kinds(boolean compressed, boolean plain, boolean arc, boolean anyContent) {}

    private interface Check {
        boolean at(RawInput raw) throws IOException;
    }

    /** File offset of the first proven start at or after {@code from}; -1 where there is none. */
    long find(long from, Kinds kinds) throws IOException {
        return find(from, source.length(), raw -> isStart(raw, kinds));
    }

    /**
     * File offset of the first proven gzip member from {@code from} on that ends exactly at {@code end}; -1 where there
     * is none. A member cut by a crash and written again ends where its whole copy does, for deflate data of the same
     * content falls into step again. An archive inside a payload ends before its member does.
     */
    long findEndingAt(long end, long from, Kinds kinds) throws IOException {
        return find(
                from,
                end,
                raw -> GzipFrame.startsAt(raw.bytes, raw.pos, raw.end)
                        && provedEnd(raw.position(), kinds, Long.MAX_VALUE) == end);
    }

    /**
     * File offset of the first gzip member in {@code [from, to)} that is proven to be one of the archive's own and no part
     * of a payload; -1 where there is none. See {@link Splits}.
     */
    long findOwn(long from, long to) throws IOException {
        Kinds kinds = new Kinds(true, false, true, false);
        return find(from, to, raw -> GzipFrame.startsAt(raw.bytes, raw.pos, raw.end) && isOwn(raw.position(), kinds));
    }

    private boolean isOwn(long at, Kinds kinds) throws IOException {
        long end = at;
        do {
            end = provedEnd(end, kinds, Long.MAX_VALUE);
        } while (end >= 0 && end < source.length() && end - at <= STORED_BLOCK);
        return end >= 0;
    }

    private long find(long from, long to, Check check) throws IOException {
        noEndBefore = 0;
        try (RawInput raw = new RawInput(source)) {
            raw.seek(from);
            while (raw.position() < to && raw.peek(RawInput.CHUNK) > 0) {
                int last = raw.end == RawInput.CHUNK ? raw.end - FIRST : raw.end;
                for (; raw.pos < last && raw.position() < to; raw.pos++) {
                    if (check.at(raw)) {
                        return raw.position();
                    }
                }
                if (last == raw.end) {
                    break;
                }
            }
        }
        return -1;
    }

    private boolean isStart(RawInput raw, Kinds kinds) throws IOException {
        byte[] b = raw.bytes;
        int at = raw.pos;
        int first = b[at] & 0xFF;
        if (kinds.compressed
                && (first == 0x1F && GzipFrame.startsAt(b, at, raw.end)
                        || first == 0x28 && ZstdFrame.startsAt(b, at, raw.end))) {
            return proves(raw.position(), kinds);
        }
        return kinds.plain && first == 'W' && RecordStart.warcAt(b, at, raw.end) && saneAt(raw);
    }

    private boolean saneAt(RawInput raw) {
        if (raw.position() < noEndBefore || budget <= 0) {
            return false;
        }
        int stop = HeaderText.endOf(raw.bytes, raw.pos, raw.end);
        if (stop < 0) {
            noEndBefore = raw.position() + raw.end - raw.pos - FIRST;
        }
        budget -= Math.max(0, stop - raw.pos);
        return stop >= 0 && Head.warc(raw.bytes, raw.pos, stop).fault() == null;
    }

    /** Whether a member at this offset decodes, begins with a record and has a right checksum. */
    boolean proves(long at, Kinds kinds) throws IOException {
        return provedEnd(at, kinds, ENOUGH) >= 0;
    }

    /** End of the member that is proven to start here, or the place where it had given {@code enough}; -1 if it is none. */
    private long provedEnd(long at, Kinds kinds, long enough) throws IOException {
        if (budget <= 0) {
            return -1;
        }
        budget -= TRYING;
        try (RecordInput in = new RecordInput(source, limits.headerBytes())) {
            in.arc = kinds.arc;
            if (reader != null) {
                in.dictionaryOf(reader);
            }
            in.restart(at);
            in.cross();
            boolean record = in.stop() == RecordInput.Stop.BOUNDARY;
            if (!record && !(kinds.anyContent && in.stop() == RecordInput.Stop.NONE)) {
                return -1;
            }
            in.pass();
            long size = in.visible();
            in.pos = in.end;
            while (size < Math.min(enough, budget) && in.more()) {
                size += in.visible();
                in.pos = in.end;
            }
            budget -= size;
            boolean proved = size >= enough || in.stop() == RecordInput.Stop.MEMBER_END;
            return proved ? in.fileOffset(in.offset()) : -1;
        }
    }
}
