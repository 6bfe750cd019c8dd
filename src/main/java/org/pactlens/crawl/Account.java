package org.pactlens.crawl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;

/** Accounts for every byte of a file: the items that are ready, and how far they reach. */
final class Account {
    private static final int MAX_HELD = 1000;

    private final Deque<CrawlItem> ready = new ArrayDeque<>();
    /** Damage since the last record; its borders may still move. */
    private final Deque<Damage> held = new ArrayDeque<>();

    private final EnumSet<Note> reported = EnumSet.noneOf(Note.class);
    private long end;

    /** Accounts from a file offset on. */
    Account(long from) {
        end = from;
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    CrawlItem remove() {
        return ready.remove();
    }

    /** File offset up to which every byte is accounted for. */
    long end() {
        return end;
    }

    /** File offset before which all is given, or reported for good. */
    long proved() {
        if (held.size() >= MAX_HELD) {
            release();
        }
        return held.isEmpty() ? end : held.peek().from();
    }

    /** Gives a record that accounts for the bytes up to a file offset. */
    void give(CrawlRecord record, long to) {
        release();
        for (Note note : record.notes()) {
            if (note.isFraming()) {
                irregular(
                        note,
                        "first seen in the record at this offset",
                        record.place().offset());
            }
        }
        ready.add(record);
        end = Math.max(end, to);
    }

    /** Gives an item that accounts for no byte. */
    void add(CrawlItem item) {
        ready.add(item);
    }

    /** Tells of an irregularity, once of each kind. */
    void irregular(Note note, String detail, long at) {
        if (reported.add(note)) {
            ready.add(new Damage(at, at, DamageReason.IRREGULAR, note.id() + ": " + detail));
        }
    }

    /** The bytes up to a file offset are lost, as far as is known. */
    void lose(long to, DamageReason reason, String detail) {
        long stop = Math.max(end, to);
        held.add(new Damage(end, stop, reason, detail));
        end = stop;
    }

    /** A record begins before the end of what was held to be damage: borders inside a member are only estimated. */
    void takeBack(long to) {
        while (!held.isEmpty() && held.peekLast().from() >= to) {
            held.removeLast();
        }
        if (!held.isEmpty()) {
            Damage last = held.removeLast();
            held.add(new Damage(last.from(), Math.min(last.to(), to), last.reason(), last.detail()));
        }
        end = to;
    }

    /** What is held to be damage is so. */
    void release() {
        ready.addAll(held);
        held.clear();
    }
}
