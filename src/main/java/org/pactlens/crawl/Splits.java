package org.pactlens.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * Cuts an archive into splits at record boundaries, so that several tasks can read one file.
 *
 * <p>A split is a window of the file that begins and ends at a record's start, and is read as if it were a file. In an
 * archive of gzip members the window runs from the first <em>proven</em> member in the split's share of the bytes to the
 * first proven one after it. A member is proven by a chain: from it on, members follow each other without a gap, each
 * begins with a record and has a right checksum, over more than 65,535 bytes or to the end of the file. That cannot happen
 * inside a payload: deflate keeps bytes as they are in stored blocks of at most 65,535 bytes (RFC 1951, 3.2.4), and the
 * header of the next block breaks the chain. Where damage breaks the chain the window begins later, and the split before
 * it reads what lies between.
 *
 * <p>In a plain archive a record inside a payload looks like any other, so its cuts are found by reading the headers from
 * the file's start. Everything else (whole-file gzip, zstd, bzip2, WACZ) is one split.
 */
public final class Splits {
    private Splits() {}

    /** How an archive can be cut. */
    public enum Layout {
        /** One record per gzip member. */
        GZIP_EACH,
        /** Not compressed. */
        PLAIN,
        /** Gzip with several records in its first member: cannot be read in parts. */
        GZIP_WHOLE,
        /** Anything else. */
        OTHER
    }

    /**
     * A share of an archive.
     *
     * @param from first byte of the share
     * @param to end of the share, exclusive; {@link Long#MAX_VALUE} for the rest of the file
     * @param step bytes of each share of this file; 0 where {@code from} and {@code to} are record starts themselves
     */
    public record Split(long from, long to, long step) {
        /** All of a file. */
        public static final Split WHOLE = new Split(0, Long.MAX_VALUE, 0);

        public Split {
            if (from < 0 || to < from || step < 0) {
                throw new IllegalArgumentException("split [" + from + ", " + to + ") with step " + step);
            }
        }

        /** Whether it is all of a file. */
        public boolean isWhole() {
            return from == 0 && to == Long.MAX_VALUE;
        }
    }

    /** A file up to {@code length}, to be read from {@code from} on. */
    record Window(ByteSource file, long from, long length) implements ByteSource {
        @Override
        public InputStream open(long offset) throws IOException {
            long left = Math.max(0, length - offset);
            return BoundedInputStream.builder()
                    .setInputStream(file.open(Math.min(offset, length)))
                    .setMaxCount(left)
                    .get();
        }
    }

    /** How the archive lies, judged by its first two records. */
    public static Layout layout(ByteSource source) throws IOException {
        byte[] start;
        try (InputStream in = source.open(0)) {
            start = in.readNBytes(1 << 13);
        }
        if (RecordStart.plainAt(start, 0, start.length, true)) {
            return Layout.PLAIN;
        }
        if (!GzipFrame.startsAt(start, 0, start.length)) {
            return Layout.OTHER;
        }
        try (ArchiveReader reader = headers(source)) {
            int records = 0;
            while (records < 2 && reader.hasNext()) {
                if (reader.next() instanceof CrawlRecord found && ++records == 2) {
                    return found.place().skip() == 0 ? Layout.GZIP_EACH : Layout.GZIP_WHOLE;
                }
            }
        }
        return Layout.GZIP_EACH;
    }

    /**
     * The splits of a file, in its order.
     *
     * @param step bytes of a split, at least 1; a record is never cut, so that a split may be larger, or empty
     * @throws IOException where the storage fails
     */
    public static List<Split> of(ByteSource source, Layout layout, long step) throws IOException {
        if (step < 1) {
            throw new IllegalArgumentException("a split needs at least one byte, not " + step);
        }
        if (source.length() <= step) {
            return List.of(Split.WHOLE);
        }
        return switch (layout) {
            case GZIP_EACH -> shares(source.length(), step);
            case PLAIN -> walked(source, step);
            case GZIP_WHOLE, OTHER -> List.of(Split.WHOLE);
        };
    }

    private static List<Split> shares(long length, long step) {
        List<Split> splits = new ArrayList<>();
        for (long from = 0; from < length; from += step) {
            splits.add(new Split(from, Math.min(length, from + step), step));
        }
        return splits;
    }

    private static List<Split> walked(ByteSource source, long step) throws IOException {
        List<Split> splits = new ArrayList<>();
        long from = 0;
        try (ArchiveReader reader = headers(source)) {
            while (reader.hasNext()) {
                // Where bytes before the record are accounted to it, they must stay in one split with it.
                if (reader.next() instanceof CrawlRecord found
                        && found.place().offset() - from >= step
                        && found.place().memberOffset() == found.place().offset()) {
                    splits.add(new Split(from, found.place().offset(), 0));
                    from = found.place().offset();
                }
            }
        }
        splits.add(new Split(from, from == 0 ? Long.MAX_VALUE : source.length(), 0));
        return splits;
    }

    private static ArchiveReader headers(ByteSource source) throws IOException {
        return new ArchiveReader(source, ReadSettings.DEFAULT.with(ReadSettings.Want.HEADERS));
    }

    static Window window(ByteSource source, Split split) throws IOException {
        if (split.step() == 0) {
            return new Window(source, split.from(), split.to());
        }
        long from = split.from() == 0 ? 0 : start(source, split.from(), split.step());
        if (from < 0) {
            return new Window(source, split.from(), split.from());
        }
        long to = -1;
        // Share by share, as their own readers search: only then do neighbours find the same place.
        for (long share = split.from() + split.step(); to < 0 && share < source.length(); share += split.step()) {
            to = start(source, share, split.step());
        }
        return new Window(source, from, to < 0 ? source.length() : to);
    }

    private static long start(ByteSource source, long share, long step) throws IOException {
        long to = Math.min(source.length(), share + step);
        return new MemberSearch(source, null, Limits.DEFAULT).findOwn(share, to);
    }
}
