package org.pactlens.crawl;

import java.io.Closeable;
import java.io.IOException;

/**
 * The decoded bytes of a file as one stream of members, in a buffer that a parser may look into.
 *
 * <p>Visible are the bytes {@code buf[pos, end)}. {@link #more()} shows more of the present member, {@link #cross()}
 * goes on to the next. Both may move the buffer's content: indices are valid until then, stream offsets always.
 */
final class RecordInput implements Closeable {
    /** Why no more bytes can be shown. */
    enum Stop {
        NONE,
        /** The member ended well. */
        MEMBER_END,
        /** The next member is open and begins with a record; {@link #pass()} shows it. */
        BOUNDARY,
        /** The file ended between members. */
        END,
        /** The member's data cannot be decoded, or its checksum is wrong. */
        FAILED,
        /** After a sound member come bytes that start none. */
        NO_FRAME
    }

    /** Bytes from the mark that are kept for going back. */
    static final int WINDOW = 1 << 20;

    private static final int READ = 1 << 16;
    /** Bytes that tell a gzip member's start. */
    private static final int GZIP_START = 10;

    private static final int LINE_PEEK = 1 << 13;

    private final RawInput raw;
    private final int maxBuffer;
    private final GzipFrame gzip;
    private ZstdFrame zstd;
    private Frame frame;
    private final Ledger fills = new Ledger();
    private final Ledger members = new Ledger();
    private long base;
    private int filled;
    private int mark = -1;
    private Stop stop = Stop.MEMBER_END;
    private boolean compressedSeen;

    byte[] buf = new byte[2 * READ];
    int pos;
    int end;
    /** Whether lines of the ARC format start records. */
    boolean arc;

    private int restarts;

    RecordInput(ByteSource source, int headerBytes) {
        raw = new RawInput(source);
        gzip = new GzipFrame(raw);
        maxBuffer = headerBytes + WINDOW + 2 * READ;
    }

    /** Goes to a file offset where a member or a plain record is expected, and forgets all else. */
    void restart(long fileOffset) throws IOException {
        restarts++;
        raw.seek(fileOffset);
        frame = null;
        base = 0;
        pos = 0;
        end = 0;
        filled = 0;
        mark = -1;
        fills.clear();
        members.clear();
        fills.add(0, fileOffset);
        members.add(0, fileOffset);
        stop = Stop.MEMBER_END;
    }

    Stop stop() {
        return stop;
    }

    /** How often it was restarted: stream offsets of another time mean other bytes. */
    int restarts() {
        return restarts;
    }

    int visible() {
        return end - pos;
    }

    /** Stream offset of the next byte. */
    long offset() {
        return base + pos;
    }

    /** Keeps bytes from here on, as far as the window goes. */
    void mark() {
        mark = pos;
        fills.forgetBefore(offset());
        members.forgetBefore(offset());
    }

    void unmark() {
        mark = -1;
    }

    /** Goes back to an offset at or after the mark; false where it is no longer held. */
    boolean rewind(long streamOffset) {
        if (mark < 0 || streamOffset < base + mark || streamOffset > base + end) {
            return false;
        }
        pos = (int) (streamOffset - base);
        return true;
    }

    /** Index in the buffer of a stream offset from the mark on; -1 where it is no longer held. */
    int held(long streamOffset) {
        boolean kept = mark >= 0 && streamOffset >= base + mark && streamOffset <= base + end;
        return kept ? (int) (streamOffset - base) : -1;
    }

    long fileOffset(long streamOffset) {
        return fills.fileAt(streamOffset);
    }

    /** File offset of the start of the member that holds a stream offset not before the mark. */
    long memberFile(long streamOffset) {
        return isPlain() ? fileOffset(streamOffset) : members.floorFile(streamOffset);
    }

    /** Decoded bytes between that start and the offset. */
    long memberSkip(long streamOffset) {
        return isPlain() ? 0 : streamOffset - members.floorStream(streamOffset);
    }

    boolean isPlain() {
        return frame instanceof Frame.Plain;
    }

    boolean compressedSeen() {
        return compressedSeen;
    }

    long bytesRead() {
        return raw.bytesRead();
    }

    Frame.Fault fault() {
        return frame == null ? null : frame.fault();
    }

    /** What the present frame is, for people. */
    String container() {
        if (frame instanceof GzipFrame) {
            return "gzip";
        }
        if (frame instanceof ZstdFrame) {
            return "zstd";
        }
        return frame instanceof Bzip2Frame ? "bzip2" : "plain";
    }

    /** Shows at least one more byte of this member; false: see {@link #stop()}. */
    boolean more() throws IOException {
        if (stop != Stop.NONE) {
            return false;
        }
        int n = fill();
        end = filled;
        if (n > 0) {
            return true;
        }
        stop = n == Frame.END ? (isPlain() ? Stop.END : Stop.MEMBER_END) : Stop.FAILED;
        return false;
    }

    private int fill() throws IOException {
        makeRoom();
        int n = frame.read(buf, filled, Math.min(buf.length - filled, READ));
        filled += Math.max(n, 0);
        fills.add(base + filled, raw.position());
        return n;
    }

    private void makeRoom() {
        if (buf.length - filled >= READ / 4) {
            return;
        }
        int keep = mark >= 0 ? mark : pos;
        if (keep < buf.length / 2 && buf.length < maxBuffer) {
            buf = java.util.Arrays.copyOf(buf, Math.min(buf.length * 2, maxBuffer));
            return;
        }
        if (keep == 0) {
            keep = pos;
            mark = -1;
        }
        System.arraycopy(buf, keep, buf, 0, filled - keep);
        base += keep;
        pos -= keep;
        end -= keep;
        filled -= keep;
        mark = mark < 0 ? -1 : mark - keep;
    }

    /** Opens the next member that holds bytes. Afterwards {@link #stop()} is anything but MEMBER_END. */
    void cross() throws IOException {
        forget();
        while (true) {
            long at = raw.position();
            if (raw.peek(GZIP_START) == 0) {
                stop = Stop.END;
                return;
            }
            if (!GzipFrame.startsAt(raw.bytes, raw.pos, raw.end)) {
                raw.peek(RawInput.CHUNK);
            }
            boolean skippable = ZstdFrame.skippableAt(raw.bytes, raw.pos, raw.end);
            Frame next = skippable ? null : nextFrame(at);
            if (skippable ? !zstd().skip() : next == null) {
                raw.seek(at);
                stop = Stop.NO_FRAME;
                return;
            }
            if (next != null && peekInto(next, at)) {
                return;
            }
        }
    }

    /** Goes back to the buffer's start where nothing is kept: what a processor has at hand is written again. */
    private void forget() {
        if (mark < 0 && pos == filled) {
            base += pos;
            pos = 0;
            end = 0;
            filled = 0;
        }
    }

    /** Shows or holds back the first bytes of a member; false where it is empty. */
    private boolean peekInto(Frame next, long at) throws IOException {
        frame = next;
        compressedSeen |= !isPlain();
        long boundary = base + filled;
        members.add(boundary, at);
        fills.add(boundary, at);
        int n;
        do {
            n = fill();
        } while (n > 0 && !RecordStart.isDecided(buf, (int) (boundary - base), filled, arc, LINE_PEEK));
        int first = (int) (boundary - base);
        if (filled == first) {
            stop = Stop.FAILED;
            return n == Frame.FAILED;
        }
        if (RecordStart.at(buf, first, filled, arc)) {
            stop = Stop.BOUNDARY;
        } else {
            end = filled;
            stop = Stop.NONE;
        }
        return true;
    }

    private Frame nextFrame(long at) throws IOException {
        if (GzipFrame.startsAt(raw.bytes, raw.pos, raw.end)) {
            return gzip.open() ? gzip : null;
        }
        if (ZstdFrame.startsAt(raw.bytes, raw.pos, raw.end)) {
            zstd().open();
            return zstd;
        }
        if (at == 0 && Bzip2Frame.startsAt(raw.bytes, raw.pos, raw.end)) {
            return new Bzip2Frame(raw);
        }
        return RecordStart.plainAt(raw.bytes, raw.pos, raw.end, arc || at == 0) ? new Frame.Plain(raw) : null;
    }

    private ZstdFrame zstd() {
        if (zstd == null) {
            zstd = new ZstdFrame(raw);
        }
        return zstd;
    }

    /** Takes over the zstd dictionary that another input has read from the same file. */
    void dictionaryOf(RecordInput other) {
        if (other.zstd != null) {
            zstd().dictionary(other.zstd);
        }
    }

    /** Shows what was held back at a boundary. */
    void pass() {
        if (stop == Stop.BOUNDARY) {
            end = filled;
            stop = Stop.NONE;
        }
    }

    /** Shows at least {@code wanted} bytes, going on into members that start no record; false where there are fewer. */
    boolean ensure(int wanted) throws IOException {
        while (visible() < wanted) {
            if (!more() && !goOn()) {
                return false;
            }
        }
        return true;
    }

    /** At a member's end: whether the next member is open and continues this one's bytes. */
    boolean goOn() throws IOException {
        if (stop != Stop.MEMBER_END) {
            return false;
        }
        cross();
        return stop == Stop.NONE;
    }

    @Override
    public void close() throws IOException {
        gzip.close();
        if (zstd != null) {
            zstd.close();
        }
        raw.close();
    }
}
