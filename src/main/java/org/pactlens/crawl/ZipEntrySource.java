package org.pactlens.crawl;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The unpacked bytes of one entry of a ZIP file. A deflated one is inflated anew for every offset: archives are stored
 * as they are in nearly all WACZ files. Readers go back where they meet damage, so an entry that is damaged over and over
 * would be inflated as often: one that has been inflated {@value #ROUNDS} times over ends.
 */
final class ZipEntrySource implements ByteSource {
    private static final int SKIP = 1 << 16;
    private static final int ROUNDS = 32;

    /** What small entries may be inflated in all, in bytes. */
    private static final long LEAST_ROOM = 64L << 20;

    /** Deflated data grows no more than this (zlib's technical details, "Maximum Compression Factor"). */
    private static final int MOST_GROWTH = 1032;

    private final ByteSource file;
    private final ZipDirectory.Entry entry;
    private final long data;
    private long inflated;

    ZipEntrySource(ByteSource file, ZipDirectory.Entry entry, long data) {
        this.file = file;
        this.entry = entry;
        this.data = data;
    }

    @Override
    public long length() {
        return stored() ? entry.compressed() : entry.size();
    }

    private boolean stored() {
        return entry.method() == ZipDirectory.STORED;
    }

    /** Offset in the ZIP file of a byte of the entry; estimated where it is deflated. */
    long fileOffset(long offset) {
        if (stored() || entry.size() <= 0) {
            return data + Math.min(offset, entry.compressed());
        }
        double share = Math.min(1, (double) offset / entry.size());
        return data + (long) (share * entry.compressed());
    }

    @Override
    public InputStream open(long offset) throws IOException {
        if (stored()) {
            return new Bounded(file.open(data + Math.min(offset, length())), length() - Math.min(offset, length()));
        }
        if (inflated > room()) {
            return InputStream.nullInputStream();
        }
        Inflater inflater = new Inflater(true);
        InputStream raw = new Bounded(file.open(data), entry.compressed());
        InputStream in = new InflaterInputStream(raw, inflater) {
            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                try {
                    int n = super.read(into, at, length);
                    inflated += Math.max(0, n);
                    return n;
                } catch (ZipException | EOFException damaged) {
                    return -1; // what cannot be inflated ends the entry, as a file's end does
                }
            }

            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
        long left = Math.min(offset, length());
        byte[] skipped = new byte[SKIP];
        for (int n = 0; left > 0 && n >= 0; left -= Math.max(0, n)) {
            n = in.read(skipped, 0, (int) Math.min(SKIP, left));
        }
        return in;
    }

    private long room() {
        long most = Math.min(length(), entry.compressed() * MOST_GROWTH);
        return LEAST_ROOM + ROUNDS * most;
    }

    /** The first bytes of a stream. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return length == 0 ? 0 : -1;
            }
            int n = in.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(0, n);
            return n;
        }

        @Override
        public long skip(long count) throws IOException {
            long n = in.skip(Math.min(count, left));
            left -= n;
            return n;
        }
    }
}
