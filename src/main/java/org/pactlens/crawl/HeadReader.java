package org.pactlens.crawl;

import java.io.IOException;

/**
 * Reads the header at an input's position without moving it. Remembers where it has looked for a header's end in vain: in
 * a file full of lines that begin like a header and never end one, each byte is looked at once.
 */
final class HeadReader {
    /** Bytes of a blank line and the line end before it. */
    private static final int BLANK_LINE = 3;

    private final RecordInput in;
    private final Limits limits;

    /** Stream offsets between which no header ends. */
    private long emptyFrom;

    private long emptyTo;
    private int restarts;
    private long parsed;

    HeadReader(RecordInput in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** Bytes of all headers parsed so far; of headers that lie in each other, each byte counts each time. */
    long parsed() {
        return parsed;
    }

    /** @param first whether nothing has been recognised yet, so that it may be ARC */
    Head read(boolean first) throws IOException {
        in.ensure(16);
        if (RecordStart.warcAt(in.buf, in.pos, in.end)) {
            return warc();
        }
        if ((in.arc || first) && ArcLine.plausibleAt(in.buf, in.pos, in.end)) {
            return arc();
        }
        return Head.fault(DamageReason.JUNK, "no record starts here");
    }

    private Head warc() throws IOException {
        long at = in.offset();
        boolean known = restarts == in.restarts() && at >= emptyFrom && at < emptyTo;
        restarts = in.restarts();
        if (!known) {
            emptyFrom = at;
            emptyTo = at;
        }
        int scanned = (int) Math.min(in.visible(), emptyTo - at);
        while (true) {
            int stop = HeaderText.endOf(in.buf, in.pos + Math.max(0, scanned - BLANK_LINE), in.end);
            if (stop >= 0 && stop - in.pos <= limits.headerBytes()) {
                parsed += stop - in.pos;
                return Head.warc(in.buf, in.pos, stop);
            }
            scanned = stop >= 0 ? stop - in.pos - 1 : in.visible();
            emptyTo = Math.max(emptyTo, at + scanned);
            if (stop >= 0 || scanned >= limits.headerBytes()) {
                return Head.fault(DamageReason.OVER_LIMIT, "a header of over " + limits.headerBytes() + " bytes");
            }
            if (!in.ensure(scanned + 1)) {
                return stopped("the header has no end");
            }
        }
    }

    private Head arc() throws IOException {
        int scanned = 0;
        while (true) {
            int stop = RecordStart.lineEnd(in.buf, in.pos + scanned, in.end);
            if (stop < in.end) {
                ArcLine line = ArcLine.parse(in.buf, in.pos, stop);
                return line == null
                        ? Head.fault(DamageReason.JUNK, "no record starts here")
                        : Head.arc(line, stop + 1 - in.pos);
            }
            scanned = in.visible();
            if (scanned >= limits.headerBytes() || !in.ensure(scanned + 1)) {
                return stopped("the ARC line has no end");
            }
        }
    }

    private Head stopped(String otherwise) {
        return in.stop() == RecordInput.Stop.FAILED
                ? Head.fault(in.fault().reason(), in.fault().detail())
                : Head.fault(DamageReason.BAD_HEADER, otherwise);
    }
}
