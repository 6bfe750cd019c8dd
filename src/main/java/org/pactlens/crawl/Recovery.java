package org.pactlens.crawl;

import java.io.IOException;

/** Finds the next record after a bad one: first in the decoded stream, then among the raw bytes of the file. */
final class Recovery {
    private static final long FREE_REREAD = 64L << 20;

    private final ByteSource source;
    private final RecordInput in;
    private final HeadReader heads;
    private final ArchiveReader.Shape shape;
    private final Limits limits;
    private final MemberSearch search;
    private long rereads;
    private long start;
    private long memberFile;
    private long memberSkip;

    Recovery(ByteSource source, RecordInput in, HeadReader heads, ArchiveReader.Shape shape, Limits limits) {
        this.source = source;
        this.in = in;
        this.heads = heads;
        this.shape = shape;
        this.limits = limits;
        search = new MemberSearch(source, in, limits);
        rereads = FREE_REREAD + limits.rereadFactor() * source.length();
    }

    /** Remembers where the record begins that may turn out to be bad. */
    void startAt(long streamOffset) {
        start = streamOffset;
        memberFile = in.memberFile(streamOffset);
        memberSkip = in.memberSkip(streamOffset);
    }

    /**
     * Moves the input to the next record.
     *
     * @param proved file offset before which all is given or reported already
     * @return its file offset; -1 where there is none, then the rest of the file is lost
     */
    long next(long proved) throws IOException {
        RecordInput.Stop stop = in.stop();
        boolean decodable =
                stop != RecordInput.Stop.NO_FRAME && !(stop == RecordInput.Stop.FAILED && in.offset() == start);
        if (decodable) {
            Outcome outcome = inStream();
            if (outcome == Outcome.FOUND) {
                return in.fileOffset(in.offset());
            }
            if (outcome == Outcome.END && !mayHideMembers()) {
                return -1;
            }
        }
        return inFile(proved);
    }

    /** Whether a compressed member with a record in it starts at a file offset. */
    boolean proves(long fileOffset) throws IOException {
        return search.proves(fileOffset, new MemberSearch.Kinds(true, false, in.arc, false));
    }

    private enum Outcome {
        FOUND,
        END,
        FAILED
    }

    /** A plain file whose records end may go on compressed, if it began so or if nothing was recognised. */
    private boolean mayHideMembers() {
        return in.isPlain() && (in.compressedSeen() || shape.records == 0);
    }

    private Outcome inStream() throws IOException {
        if (!in.isPlain() && shape.isOnePerMember()) {
            return toMemberEnd();
        }
        goBack();
        return scan();
    }

    /** In a file of one record per member, what begins inside a member is payload. */
    private Outcome toMemberEnd() throws IOException {
        long left = limits.undeclaredBytes();
        Outcome outcome = null;
        while (outcome == null) {
            left -= in.visible();
            in.pos = in.end;
            if (left < 0) {
                return Outcome.FAILED;
            }
            outcome = in.more() ? null : crossed();
        }
        return outcome;
    }

    /** To the byte after the bad start, unless that costs more than is left to spend; then on from here. */
    private void goBack() throws IOException {
        long before = in.offset();
        if (in.rewind(start + 1)) {
            rereads -= before - start;
            return;
        }
        if (before <= start || rereads < before - start + memberSkip) {
            return;
        }
        rereads -= before - start + memberSkip;
        boolean plain = in.isPlain();
        in.restart(plain ? memberFile + 1 : memberFile);
        in.cross();
        in.pass();
        if (!plain) {
            skip(memberSkip + 1);
        }
    }

    private void skip(long count) throws IOException {
        long left = count;
        while (left > 0 && (in.visible() > 0 || in.more() || in.goOn())) {
            int n = (int) Math.min(left, in.visible());
            in.pos += n;
            left -= n;
        }
    }

    private Outcome scan() throws IOException {
        long left = in.isPlain() ? Long.MAX_VALUE : limits.undeclaredBytes() + RecordInput.WINDOW;
        while (true) {
            int candidate = candidate();
            int reached = candidate >= 0 ? candidate : Math.max(in.pos, in.end - 8);
            left -= reached - in.pos;
            in.pos = reached;
            if (candidate >= 0) {
                in.mark();
                long before = heads.parsed();
                if (heads.read(shape.records == 0).fault() == null) {
                    return Outcome.FOUND;
                }
                rereads -= heads.parsed() - before;
                if (rereads < 0) {
                    return Outcome.FAILED;
                }
                in.pos++;
            } else if (left < 0) {
                return Outcome.FAILED;
            } else if (!in.more()) {
                in.pos = in.end;
                Outcome outcome = crossed();
                if (outcome != null) {
                    return outcome;
                }
            }
        }
    }

    /** Goes on at the end of what is visible; null where more of the same stream has come to be seen. */
    private Outcome crossed() throws IOException {
        if (in.stop() == RecordInput.Stop.MEMBER_END) {
            in.cross();
        }
        return switch (in.stop()) {
            case BOUNDARY -> Outcome.FOUND;
            case END -> Outcome.END;
            case NONE -> null;
            default -> Outcome.FAILED;
        };
    }

    private int candidate() {
        if (!in.arc) {
            return RecordStart.findWarc(in.buf, in.pos, in.end);
        }
        for (int i = in.pos; i < in.end; i++) {
            boolean lineStart = i > 0 && in.buf[i - 1] == '\n';
            if (lineStart && ArcLine.plausibleAt(in.buf, i, in.end)
                    || in.buf[i] == 'W' && RecordStart.warcAt(in.buf, i, in.end)) {
                return i;
            }
        }
        return -1;
    }

    private long inFile(long proved) throws IOException {
        boolean plain = shape.plain > 0 || !in.compressedSeen();
        MemberSearch.Kinds kinds = new MemberSearch.Kinds(true, plain, in.arc, shape.spanning > 0);
        long from = Math.max(proved, memberFile + 1);
        Frame.Fault fault = in.fault();
        if (fault != null && fault.end() >= 0) {
            long end = fault.end();
            long copy = search.findEndingAt(end, from, kinds);
            in.restart(copy >= 0 ? copy : end);
            if (copy >= 0) {
                return copy;
            }
            in.cross();
            if (in.stop() == RecordInput.Stop.END) {
                return -1;
            }
            if (in.stop() == RecordInput.Stop.BOUNDARY && !in.isPlain()) {
                return end;
            }
        }
        long found = search.find(from, kinds);
        if (found >= 0) {
            in.restart(found);
        }
        return found;
    }
}
