package org.pactlens.crawl;

import java.io.IOException;

/** Reads the header at an input's position without moving it. */
final class HeadReader {
    private HeadReader() {}

    static Head read(RecordInput in, Limits limits, boolean first) throws IOException {
        in.ensure(16);
        if (RecordStart.warcAt(in.buf, in.pos, in.end)) {
            return warc(in, limits);
        }
        if ((in.arc || first) && ArcLine.plausibleAt(in.buf, in.pos, in.end)) {
            return arc(in, limits);
        }
        return Head.fault(DamageReason.JUNK, "no record starts here");
    }

    private static Head warc(RecordInput in, Limits limits) throws IOException {
        int scanned = 0;
        while (true) {
            int stop = HeaderText.endOf(in.buf, in.pos + Math.max(0, scanned - 3), in.end);
            if (stop >= 0 && stop - in.pos <= limits.headerBytes()) {
                return Head.warc(in.buf, in.pos, stop);
            }
            scanned = in.visible();
            if (scanned >= limits.headerBytes()) {
                return Head.fault(DamageReason.OVER_LIMIT, "a header of over " + limits.headerBytes() + " bytes");
            }
            if (!in.ensure(scanned + 1)) {
                return stopped(in, "the header has no end");
            }
        }
    }

    private static Head arc(RecordInput in, Limits limits) throws IOException {
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
                return stopped(in, "the ARC line has no end");
            }
        }
    }

    private static Head stopped(RecordInput in, String otherwise) {
        return in.stop() == RecordInput.Stop.FAILED
                ? Head.fault(in.fault().reason(), in.fault().detail())
                : Head.fault(DamageReason.BAD_HEADER, otherwise);
    }
}
