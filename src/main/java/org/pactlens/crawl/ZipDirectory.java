package org.pactlens.crawl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The central directory of a ZIP file (PKWARE APPNOTE 6.3.10, 4.3.12 to 4.3.16), read without trusting it.
 *
 * <p>Not {@code java.util.zip}: its file reader wants a local file, its stream reader refuses stored entries with data
 * descriptors, which is how archives lie in a WACZ. Names of entries are only ever looked at, never used as paths.
 */
record ZipDirectory(List<Entry> entries) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final long LOCAL = 0x04034B50L;
    private static final long CENTRAL = 0x02014B50L;
    private static final long END = 0x06054B50L;
    private static final long END_64 = 0x06064B50L;
    private static final long LOCATOR_64 = 0x07064B50L;
    private static final int END_SIZE = 22;
    private static final int CENTRAL_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int MAX_ENTRIES = 100_000;
    private static final long UNSET = 0xFFFFFFFFL;
    private static final int MOST_PACKED = 1032;

    /**
     * One entry.
     *
     * @param header offset of its local header
     * @param compressed bytes in the file
     * @param size bytes unpacked, as declared
     */
    record Entry(String name, int method, boolean encrypted, long header, long compressed, long size) {
        /** Whether such an entry can lie in a file of that length; deflate packs no more than {@value #MOST_PACKED} to one. */
        private boolean isPossible(long length) {
            return header >= 0
                    && header <= length
                    && compressed >= 0
                    && compressed <= length
                    && size >= 0
                    && size / MOST_PACKED <= compressed;
        }

        /** Offset of the entry's data; -1 where the local header is not sound. */
        long data(ByteSource source) throws IOException {
            try (RawInput raw = new RawInput(source)) {
                raw.seek(header);
                if (raw.peek(LOCAL_SIZE) < LOCAL_SIZE || int32(raw, 0) != LOCAL) {
                    return -1;
                }
                long data = header + LOCAL_SIZE + int16(raw, 26) + int16(raw, 28);
                return data + compressed <= source.length() ? data : -1;
            }
        }
    }

    ZipDirectory {
        entries = List.copyOf(entries);
    }

    /** The entries in file order; null where the file is no ZIP, or its directory cannot be read. */
    static ZipDirectory read(ByteSource source) throws IOException {
        try (RawInput raw = new RawInput(source)) {
            raw.seek(0);
            if (raw.peek(4) < 4 || int32(raw, 0) != LOCAL && int32(raw, 0) != END) {
                return null;
            }
            long directory = directory(raw, source.length());
            return directory < 0 ? null : entries(raw, directory, source.length());
        }
    }

    /** Offset of the first directory entry; -1 where the end record is missing. */
    private static long directory(RawInput raw, long length) throws IOException {
        long from = Math.max(0, length - RawInput.CHUNK);
        raw.seek(from);
        raw.peek(RawInput.CHUNK);
        for (int at = raw.end - raw.pos - END_SIZE; at >= 0; at--) {
            if (int32(raw, at) == END) {
                long offset = int32(raw, at + 16);
                boolean big = offset == UNSET && at >= 20 && int32(raw, at - 20) == LOCATOR_64;
                return big ? directory64(raw, int64(raw, at - 20 + 8), length) : offset;
            }
        }
        return -1;
    }

    private static long directory64(RawInput raw, long end64, long length) throws IOException {
        if (end64 < 0 || end64 > length) {
            return -1;
        }
        raw.seek(end64);
        return raw.peek(56) < 56 || int32(raw, 0) != END_64 ? -1 : int64(raw, 48);
    }

    private static ZipDirectory entries(RawInput raw, long directory, long length) throws IOException {
        if (directory < 0 || directory > length) {
            return null;
        }
        raw.seek(directory);
        List<Entry> entries = new ArrayList<>();
        while (entries.size() < MAX_ENTRIES && raw.peek(CENTRAL_SIZE) >= CENTRAL_SIZE && int32(raw, 0) == CENTRAL) {
            int names = int16(raw, 28);
            int extras = int16(raw, 30);
            int total = CENTRAL_SIZE + names + extras + int16(raw, 32);
            if (raw.peek(CENTRAL_SIZE + names + extras) < CENTRAL_SIZE + names + extras) {
                break;
            }
            Entry entry = entry(raw, names, extras);
            if (entry.isPossible(length)) {
                entries.add(entry);
            }
            long next = raw.position() + total;
            if (next > length) {
                break;
            }
            raw.seek(next);
        }
        entries.sort(Comparator.comparingLong(Entry::header));
        return new ZipDirectory(withoutOverlaps(entries));
    }

    /** A directory that names the same bytes many times would have them read as often. */
    private static List<Entry> withoutOverlaps(List<Entry> sorted) {
        List<Entry> kept = new ArrayList<>();
        long end = 0;
        for (Entry entry : sorted) {
            if (entry.header >= end) {
                kept.add(entry);
                end = entry.header + LOCAL_SIZE + entry.compressed;
            }
        }
        return kept;
    }

    private static Entry entry(RawInput raw, int names, int extras) {
        String name = new String(raw.bytes, raw.pos + CENTRAL_SIZE, names, StandardCharsets.UTF_8);
        long compressed = int32(raw, 20);
        long size = int32(raw, 24);
        long header = int32(raw, 42);
        int at = CENTRAL_SIZE + names;
        int stop = at + extras;
        while (at + 4 <= stop) {
            int length = int16(raw, at + 2);
            if (int16(raw, at) == 1) {
                int field = at + 4;
                int limit = Math.min(stop, field + length);
                if (size == UNSET && field + 8 <= limit) {
                    size = int64(raw, field);
                    field += 8;
                }
                if (compressed == UNSET && field + 8 <= limit) {
                    compressed = int64(raw, field);
                    field += 8;
                }
                if (header == UNSET && field + 8 <= limit) {
                    header = int64(raw, field);
                }
            }
            at += 4 + length;
        }
        return new Entry(name, int16(raw, 10), (int16(raw, 8) & 1) != 0, header, compressed, size);
    }

    private static int int16(RawInput raw, int at) {
        return raw.at(at) | raw.at(at + 1) << 8;
    }

    private static long int32(RawInput raw, int at) {
        return int16(raw, at) | (long) int16(raw, at + 2) << 16;
    }

    private static long int64(RawInput raw, int at) {
        return int32(raw, at) | int32(raw, at + 4) << 32;
    }
}
