package org.pactlens.crawl;

import java.util.Arrays;

/** Pairs of (offset in the decoded stream, offset in the file), both ascending; forgets what is behind. */
final class Ledger {
    private long[] stream = new long[16];
    private long[] file = new long[16];
    private int size;

    void clear() {
        size = 0;
    }

    void add(long streamOffset, long fileOffset) {
        if (size == stream.length) {
            stream = Arrays.copyOf(stream, size * 2);
            file = Arrays.copyOf(file, size * 2);
        }
        stream[size] = streamOffset;
        file[size++] = fileOffset;
    }

    /** Drops the pairs before the last one at or before {@code streamOffset}. */
    void forgetBefore(long streamOffset) {
        int keep = floor(streamOffset);
        if (keep > 0) {
            System.arraycopy(stream, keep, stream, 0, size - keep);
            System.arraycopy(file, keep, file, 0, size - keep);
            size -= keep;
        }
    }

    /** Index of the last pair at or before the offset; 0 where there is none. */
    private int floor(long streamOffset) {
        int i = size - 1;
        while (i > 0 && stream[i] > streamOffset) {
            i--;
        }
        return Math.max(i, 0);
    }

    long floorStream(long streamOffset) {
        return stream[floor(streamOffset)];
    }

    long floorFile(long streamOffset) {
        return file[floor(streamOffset)];
    }

    /** File offset of a stream offset: exact at a pair and in plain stretches, interpolated inside compressed data. */
    long fileAt(long streamOffset) {
        int i = floor(streamOffset);
        if (i + 1 >= size || stream[i] >= streamOffset) {
            return file[i];
        }
        // In whole numbers: a share in floating point would miss exact borders by one.
        return file[i] + (streamOffset - stream[i]) * (file[i + 1] - file[i]) / (stream[i + 1] - stream[i]);
    }
}
