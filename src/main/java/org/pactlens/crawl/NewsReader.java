package org.pactlens.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.NoSuchElementException;

/**
 * Reads a news dump: JSON Lines, plain or gzip. A bad line is one damage, its number in the detail, and reading goes on,
 * after broken gzip data at the next member. Places are bytes of the file; in compressed data borders between lines are estimated.
 */
final class NewsReader implements ItemReader {
    private static final int READ = 1 << 16;
    private static final MemberSearch.Kinds ANY_CONTENT = new MemberSearch.Kinds(true, false, false, true);

    private final long length;
    private final int maxLine;
    private final NewsLine.Parser lines;
    private final RawInput raw;
    private final GzipFrame gzip;
    private final MemberSearch members;
    private final Deque<CrawlItem> pending = new ArrayDeque<>();
    private final Ledger fills = new Ledger();
    private byte[] buf = new byte[2 * READ];
    /** Offset of the buffer's first byte in the decoded stream. */
    private long base;

    private int pos;
    private int end;
    /** File offset up to which every byte is accounted for. */
    private long accounted;

    /** File offset of the present gzip member. */
    private long member;

    /** File offset at which the reading last began, and its offset in the decoded stream. */
    private long start;

    private long startBase;

    /** What broke off the reading; null where nothing did. */
    private Frame.Fault fault;

    private boolean zipped;
    private boolean open;
    private boolean ended;
    private long line;

    NewsReader(ByteSource source, NewsMapping mapping, Limits limits) throws IOException {
        length = source.length();
        maxLine = limits.payloadBytes();
        lines = new NewsLine.Parser(mapping, maxLine);
        raw = new RawInput(source);
        gzip = new GzipFrame(raw);
        members = new MemberSearch(source, null, limits);
        raw.seek(0);
        raw.peek(10);
        zipped = GzipFrame.startsAt(raw.bytes, raw.pos, raw.end);
        fills.add(0, 0);
    }

    @Override
    public String format() {
        return zipped ? "jsonl.gz" : "jsonl";
    }

    @Override
    public boolean hasNext() {
        while (pending.isEmpty() && (!ended || pos < end || fault != null)) {
            try {
                if (ended && pos == end) {
                    resume();
                } else {
                    readLine();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return !pending.isEmpty();
    }

    @Override
    public CrawlItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the dump has no more lines");
        }
        return pending.remove();
    }

    private void readLine() throws IOException {
        line++;
        int scanned = 0;
        int lf = RecordStart.lineEnd(buf, pos, end);
        while (lf == end && !ended) {
            scanned = end - pos;
            if (scanned > maxLine) {
                skipLine();
                badLine(DamageReason.OVER_LIMIT, "a line of over " + maxLine + " bytes");
                return;
            }
            fill();
            lf = RecordStart.lineEnd(buf, pos + scanned, end);
        }
        int from = pos;
        pos = Math.min(lf + 1, end);
        if (!isBlank(from, lf)) {
            parse(from, lf);
        }
    }

    /** After a fault: goes on at the next gzip member that decodes, and accounts for the bytes before it. */
    private void resume() throws IOException {
        Frame.Fault why = fault;
        fault = null;
        long next = zipped ? members.find(Math.max(accounted, member + 1), ANY_CONTENT) : -1;
        damage(next < 0 ? length : next, why.reason(), "from line " + line + ": " + why.detail());
        if (next >= 0) {
            raw.seek(next);
            base += end;
            pos = 0;
            end = 0;
            start = next;
            startBase = base;
            fills.clear();
            fills.add(base, next);
            ended = false;
        }
    }

    private boolean isBlank(int from, int to) {
        int i = from;
        while (i < to && (buf[i] >= 0 && buf[i] <= ' ')) {
            i++;
        }
        return i == to;
    }

    private void skipLine() throws IOException {
        int lf = end;
        while (lf == end && !ended) {
            pos = end;
            fill();
            lf = RecordStart.lineEnd(buf, pos, end);
        }
        pos = Math.min(lf + 1, end);
    }

    private void fill() throws IOException {
        if (pos > 0) {
            System.arraycopy(buf, pos, buf, 0, end - pos);
            end -= pos;
            base += pos;
            pos = 0;
        }
        if (buf.length - end < READ) {
            buf = Arrays.copyOf(buf, buf.length * 2);
        }
        int n = zipped ? unzip() : new Frame.Plain(raw).read(buf, end, READ);
        ended |= n < 0;
        end += Math.max(0, n);
        fills.forgetBefore(base);
        fills.add(base + end, raw.position());
    }

    private int unzip() throws IOException {
        while (true) {
            if (!open) {
                if (raw.peek(1) == 0) {
                    return Frame.END;
                }
                member = raw.position();
                open = gzip.open();
                if (!open) {
                    stop(new Frame.Fault(DamageReason.JUNK, "bytes after the gzip data", -1));
                    return Frame.END;
                }
            }
            int n = gzip.read(buf, end, READ);
            if (n > 0) {
                return n;
            }
            open = false;
            if (n == Frame.FAILED) {
                stop(gzip.fault());
                return Frame.END;
            }
        }
    }

    private void stop(Frame.Fault why) {
        fault = why;
        ended = true;
    }

    /** The line before {@code pos} gave nothing. One that the end of the reading has cut lies in the range lost with it. */
    private void badLine(DamageReason reason, String detail) {
        if (fault == null || pos < end) {
            // Where lines are shorter than estimates are fine, one byte stands for a line: a loss is never nothing.
            long to = Math.min(length, Math.max(accounted + 1, fills.fileAt(base + pos)));
            damage(to, reason, "line " + line + ": " + detail);
        }
    }

    private void damage(long to, DamageReason reason, String detail) {
        long stop = Math.max(accounted, to);
        pending.add(new Damage(accounted, stop, reason, detail));
        accounted = stop;
    }

    /** Of the line that begins at an index: all bytes from the last item to the line's end. */
    private Place place(int at) {
        long from = accounted;
        accounted = Math.max(from, fills.fileAt(base + pos));
        return zipped
                ? new Place(from, accounted - from, start, base + at - startBase)
                : new Place(from, accounted - from, from, 0);
    }

    private void parse(int from, int to) {
        int start = to - from >= 3 && line == 1 && (buf[from] & 0xFF) == 0xEF ? from + 3 : from;
        NewsLine read = lines.read(buf, start, to);
        if (read.fault() != null) {
            badLine(DamageReason.BAD_LINE, read.fault());
        } else {
            pending.add(read.item(place(from)));
        }
    }

    @Override
    public void close() throws IOException {
        gzip.close();
        raw.close();
    }
}
