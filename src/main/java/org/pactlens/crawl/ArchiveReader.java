package org.pactlens.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.NoSuchElementException;

/**
 * Reads WARC and ARC, plain or compressed in any way of {@link RecordInput}, and goes on after damage.
 *
 * <p>A record is given when its framing is proved: header, exactly the declared bytes, then line ends up to the next
 * record, the end of its member or of the file, and a right checksum of the member it ends in. Everything else is
 * damage, and reading goes on at the next record that can be found after the first byte of the bad one.
 */
final class ArchiveReader implements ItemReader {
    private static final int ARC_LINE = 1 << 16;

    private final ByteSource source;
    private final ReadSettings settings;
    private final RecordInput in;
    private final HeadReader heads;
    private final RecordMaker maker;
    private final Recovery recovery;
    private final Account account;
    /** File offset at which the reading began. */
    private final long first;

    private final Shape shape = new Shape();

    /** The header that was read to prove the record before it, and its stream offset; null where there is none. */
    private Head ahead;

    private long aheadAt;
    private boolean versionBlock;
    private boolean done;

    ArchiveReader(ByteSource source, ReadSettings settings) throws IOException {
        this(source, settings, 0);
    }

    /** Reads from a file offset at which a record starts; the source may end before the file does. */
    ArchiveReader(ByteSource source, ReadSettings settings, long from) throws IOException {
        this.source = source;
        this.settings = settings;
        first = from;
        account = new Account(from);
        in = new RecordInput(source, settings.limits().headerBytes());
        in.arc = true;
        in.restart(from);
        heads = new HeadReader(in, settings.limits());
        maker = new RecordMaker(settings);
        recovery = new Recovery(source, in, heads, shape, settings.limits());
    }

    /** What has been seen of how records lie in members. */
    static final class Shape {
        long records;
        /** Records of them that were not compressed. */
        long plain;
        /** Records that filled one compressed member. */
        long alone;
        /** Records that began inside a compressed member. */
        long inside;
        /** Records that went over a member's end. */
        long spanning;

        boolean isOnePerMember() {
            return alone > 0 && inside == 0 && spanning == 0;
        }
    }

    @Override
    public boolean hasNext() {
        while (account.isEmpty() && !done) {
            try {
                step();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return !account.isEmpty();
    }

    @Override
    public CrawlItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the archive has no more items");
        }
        return account.remove();
    }

    /** What the first bytes turned out to be, for people: {@code warc.gz}; known after the first item. */
    @Override
    public String format() {
        String family = shape.records == 0 ? "unknown" : in.arc ? "arc" : "warc";
        return switch (in.container()) {
            case "gzip" -> family + ".gz";
            case "zstd" -> family + ".zst";
            case "bzip2" -> family + ".bz2";
            default -> family;
        };
    }

    private void step() throws IOException {
        if (!atBytes()) {
            return;
        }
        if (shape.records >= settings.limits().records()) {
            account.lose(source.length(), DamageReason.OVER_LIMIT, "more than " + shape.records + " records");
            finish();
            return;
        }
        if (gzipFollows()) {
            account.irregular(Note.MIXED, "the plain archive goes on compressed here", account.end());
            in.restart(in.fileOffset(in.offset()));
            return;
        }
        in.mark();
        recovery.startAt(in.offset());
        Head head = aheadAt == in.offset() && ahead != null ? ahead : heads.read(shape.records == 0);
        ahead = null;
        if (head.fault() != null) {
            recover(head.fault(), head.detail());
        } else {
            readRecord(head);
        }
    }

    /** Goes to the next byte that is no line end; false where something else had to be done first. */
    private boolean atBytes() throws IOException {
        in.pass();
        skipByteOrderMark();
        while (true) {
            in.pos = RecordStart.skipBlank(in.buf, in.pos, in.end);
            if (in.visible() > 0) {
                if (in.isPlain() && in.fileOffset(in.offset()) > account.end()) {
                    account.irregular(
                            Note.RECORD_END, "blank lines or a byte order mark before the record", account.end());
                }
                return true;
            }
            if (!in.more()) {
                return atStop();
            }
        }
    }

    private void skipByteOrderMark() throws IOException {
        boolean first = account.end() == 0 && in.isPlain() && in.offset() == 0 && in.visible() >= 3;
        if (first && (in.buf[in.pos] & 0xFF) == 0xEF && (in.buf[in.pos + 1] & 0xFF) == 0xBB) {
            in.pos += 3;
        }
    }

    private boolean atStop() throws IOException {
        switch (in.stop()) {
            case MEMBER_END -> {
                in.unmark();
                in.cross();
            }
            case END -> finish();
            case FAILED -> {
                recovery.startAt(in.offset());
                recover(in.fault().reason(), in.fault().detail());
            }
            case NO_FRAME -> {
                recovery.startAt(in.offset());
                recover(DamageReason.JUNK, "bytes that start no record and no compressed member");
            }
            default -> {
                // BOUNDARY: the next step passes it
            }
        }
        return false;
    }

    private void readRecord(Head head) throws IOException {
        long start = in.offset();
        long memberFile = in.memberFile(start);
        long skip = in.memberSkip(start);
        boolean compressed = !in.isPlain();
        in.pos += head.size();
        BlockReader reader = new BlockReader(in, settings);
        boolean reaches = !in.isPlain() || head.length() <= source.length() - in.fileOffset(in.offset());
        RecordMaker.Block block = reader.read(reaches ? head.length() : Math.min(head.length(), RecordInput.WINDOW));
        EnumSet<Note> notes = EnumSet.noneOf(Note.class);
        String wrong = reaches && reader.whole() ? recordEnd(head, reader, notes) : cutDetail(head);
        boolean failed = in.stop() == RecordInput.Stop.FAILED && in.visible() == 0;
        if (wrong == null && failed && (skip == 0 || !notes.isEmpty())) {
            wrong = in.fault().detail();
        }
        if (wrong == null) {
            long to = in.fileOffset(in.offset());
            Place place = new Place(account.end(), Math.max(0, to - account.end()), memberFile, skip);
            versionBlock |= head.type() == RecordType.ARC_FILEDESC;
            account.give(maker.make(head, block, place, notes, false), to);
            count(compressed, skip, reader.crossed());
            in.arc = head.isArc();
            return;
        }
        if (settings.unproved() == ReadSettings.Unproved.GIVE && block.to() > block.from()) {
            Place place = new Place(account.end(), 0, memberFile, skip);
            account.add(maker.make(head, block, place, notes, true));
        }
        recover(reason(reader.whole(), failed), wrong);
    }

    private DamageReason reason(boolean whole, boolean failed) {
        if (failed) {
            return in.fault().reason();
        }
        return whole || in.stop() == RecordInput.Stop.BOUNDARY ? DamageReason.WRONG_LENGTH : DamageReason.CUT;
    }

    private String cutDetail(Head head) {
        return in.stop() == RecordInput.Stop.FAILED && in.visible() == 0
                ? in.fault().detail()
                : "the record claims " + head.length() + " bytes, more than there are";
    }

    /** Reads what may follow a block; null where the record ends as it should, else what is wrong. */
    private String recordEnd(Head head, BlockReader reader, EnumSet<Note> notes) throws IOException {
        int ends = 0;
        boolean exact = true;
        while (true) {
            if (in.visible() == 0 && !in.more() && !(shape.spanning > 0 && ends < 4 && in.goOn())) {
                break;
            }
            byte next = in.buf[in.pos];
            if (next != '\r' && next != '\n') {
                break;
            }
            exact &= ends >= 4 || next == (ends % 2 == 0 ? '\r' : '\n');
            ends++;
            in.pos++;
        }
        exact &= ends == 4;
        if (!head.isArc() && !exact) {
            notes.add(Note.RECORD_END);
        }
        boolean sound = in.visible() == 0 || startsNext() || (exact || startsDamaged()) && !swallowed(reader);
        return sound ? null : "no record follows where the length says it ends";
    }

    private boolean startsNext() throws IOException {
        while (!RecordStart.isDecided(in.buf, in.pos, in.end, in.arc, ARC_LINE) && in.more()) {
            // shows more of the next line
        }
        if (gzipFollows()) {
            return true;
        }
        if (!RecordStart.at(in.buf, in.pos, in.end, in.arc)) {
            return false;
        }
        aheadAt = in.offset();
        ahead = heads.read(false);
        return ahead.fault() == null;
    }

    /** Whether the next record is bad itself: its first line is there, but no sound header. */
    private boolean startsDamaged() {
        return RecordStart.at(in.buf, in.pos, in.end, in.arc) || in.arc && ArcLine.resembles(in.buf, in.pos, in.end);
    }

    /** Whether a sound record begins inside the block: then the length reaches too far, and ends well by chance. */
    private boolean swallowed(BlockReader reader) {
        int from = in.held(reader.start());
        // The line ends after the block may be those that end the swallowed header.
        int to = in.pos;
        for (int at = from; from >= 0 && (at = RecordStart.findWarc(in.buf, at, to)) >= 0; at++) {
            if (RecordStart.warcAt(in.buf, at, to)) {
                int stop = HeaderText.endOf(in.buf, at, to);
                if (stop < 0) {
                    return false;
                }
                if (Head.warc(in.buf, at, stop).fault() == null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a plain archive goes on compressed here: two archives put one after the other. */
    private boolean gzipFollows() throws IOException {
        return in.isPlain()
                && GzipFrame.startsAt(in.buf, in.pos, in.end)
                && recovery.proves(in.fileOffset(in.offset()));
    }

    private void count(boolean compressed, long skip, boolean crossed) {
        shape.records++;
        shape.plain += compressed ? 0 : 1;
        if (compressed) {
            boolean toEnd = in.visible() == 0;
            shape.alone += skip == 0 && toEnd && !crossed ? 1 : 0;
            shape.inside += skip > 0 ? 1 : 0;
            shape.spanning += crossed ? 1 : 0;
        }
    }

    /** Finds the next record after the bad start, and accounts for the bytes before it. */
    private void recover(DamageReason reason, String detail) throws IOException {
        ahead = null;
        long next = recovery.next(account.proved());
        boolean nothing = shape.records == 0 && next < 0 && reason == DamageReason.JUNK;
        long to = next < 0 ? source.length() : next;
        if (to < account.end()) {
            account.takeBack(to);
        } else if (nothing) {
            account.lose(to, NotAnArchive.reason(source), NotAnArchive.detail(source));
        } else {
            account.lose(to, reason, detail);
        }
        if (next < 0) {
            finish();
        }
    }

    private void finish() {
        done = true;
        account.release();
        if (first == 0 && shape.records > 0 && in.arc && !versionBlock) {
            account.irregular(Note.NO_FILEDESC, "the ARC file has no version block", 0);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
