package org.pactlens.crawl;

import java.io.IOException;
import java.util.Arrays;

/** Reads the block of one record: what is kept lies in the input's buffer, or in memory of its own for long blocks. */
final class BlockReader {
    private static final int FIRST = 1 << 16;

    private final RecordInput in;
    private final int cap;
    private final boolean headersOnly;
    private long start;
    private boolean whole;
    private boolean crossed;

    BlockReader(RecordInput in, ReadSettings settings) {
        this.in = in;
        headersOnly = settings.want() == ReadSettings.Want.HEADERS;
        // An HTTP head lies before the body that the payload limit is about.
        cap = headersOnly
                ? settings.limits().headerBytes()
                : settings.limits().payloadBytes() + settings.limits().headerBytes();
    }

    /** Stream offset of the block's first byte. */
    long start() {
        return start;
    }

    /** Whether all declared bytes were there. */
    boolean whole() {
        return whole;
    }

    /** Whether the block went over the end of a member. */
    boolean crossed() {
        return crossed;
    }

    /** Moves past the block, or as far as its bytes go. */
    RecordMaker.Block read(long length) throws IOException {
        start = in.offset();
        return length <= RecordInput.WINDOW ? inBuffer((int) length) : copied(length);
    }

    private RecordMaker.Block inBuffer(int length) throws IOException {
        whole = true;
        while (in.visible() < length && whole) {
            whole = in.more() || goOn();
        }
        int size = Math.min(length, in.visible());
        int keep = headersOnly ? headSize(size) : size;
        // Copied, because the input may move its buffer while the record's end is looked for.
        byte[] kept = Arrays.copyOfRange(in.buf, in.pos, in.pos + keep);
        in.pos += size;
        return new RecordMaker.Block(kept, 0, keep, keep < size);
    }

    private int headSize(int size) {
        int scan = Math.min(size, FIRST);
        int stop = HeaderText.endOf(in.buf, in.pos, in.pos + scan);
        return stop >= 0 ? stop - in.pos : Math.min(size, cap);
    }

    private RecordMaker.Block copied(long length) throws IOException {
        in.unmark();
        byte[] kept = new byte[FIRST];
        int size = 0;
        long left = length;
        while (left > 0) {
            if (in.visible() == 0 && !in.more() && !goOn()) {
                break;
            }
            int n = (int) Math.min(in.visible(), left);
            int keep = Math.min(n, cap - size);
            if (size + keep > kept.length) {
                kept = Arrays.copyOf(kept, (int) Math.min(cap, Math.max(2L * kept.length, size + keep)));
            }
            System.arraycopy(in.buf, in.pos, kept, size, keep);
            size += keep;
            in.pos += n;
            left -= n;
        }
        whole = left == 0;
        return new RecordMaker.Block(kept, 0, size, length - left > size);
    }

    private boolean goOn() throws IOException {
        boolean on = in.goOn();
        crossed |= on;
        return on;
    }
}
