package org.pactlens.screen;

import java.nio.charset.StandardCharsets;

/**
 * One pass over the bytes of a page in UTF-8. Reads it twice at once: as it stands, with attributes and scripts; and as a
 * reader sees the words, across tags and comments. Where both are in the same state, which is nearly everywhere, one is
 * followed. For one page; linear in its length.
 */
final class PageScan {
    /** What came of it. */
    enum Result {
        /** A term of every group is there. */
        ALL,
        /** A group is missing. */
        NOT_ALL,
        /** Bytes of 16-bit text, of binary formats or of encodings that switch by escapes. */
        OPAQUE,
        /** Not in UTF-8. */
        NOT_UTF8
    }

    private static final int ESCAPE = 0x1b;

    private final Marks marks;
    private final TermTable table;
    private final byte[] page;
    private final byte[] octets = new byte[4];
    private int at;
    private int asItStands;
    private int acrossTags;
    private long found;
    private int tagStart = -1;
    private boolean comment;
    private Result refusal;
    private int lastTagEnd = -1;
    private int lastCommentEnd = -1;

    PageScan(TermTable table, Marks marks, byte[] page) {
        this.table = table;
        this.marks = marks;
        this.page = page;
    }

    /** Letters of ASCII characters, {@link TermTable#SEVERAL} for those that mean more than themselves. */
    record Marks(short[] outside, short[] inTag) {
        static Marks of(TermTable table) {
            return new Marks(letters(table, '<'), letters(table, '>'));
        }

        private static short[] letters(TermTable table, char edge) {
            short[] letters = new short[0x80];
            for (char c = 0; c < letters.length; c++) {
                letters[c] = "&\\%\0\u001b".indexOf(c) >= 0 || c == edge ? TermTable.SEVERAL : table.letter(c);
            }
            return letters;
        }
    }

    Result run() {
        while (at < page.length && found != table.all() && refusal == null) {
            if (tagStart >= 0) {
                asItStands = letters(asItStands, marks.inTag);
            } else if (asItStands == acrossTags) {
                asItStands = letters(asItStands, marks.outside);
                acrossTags = asItStands;
            }
            if (at < page.length && found != table.all()) {
                character();
            }
        }
        return found == table.all() ? Result.ALL : refusal != null ? refusal : Result.NOT_ALL;
    }

    /** Follows one state up to a character that is more than a letter, or to the end of the search. */
    private int letters(int from, short[] ascii) {
        int state = from;
        int i = at;
        while (i < page.length) {
            int first = page[i];
            short letter;
            if (first >= 0) {
                letter = ascii[first];
                if (letter < 0) {
                    break;
                }
                i++;
            } else {
                int length = Utf8.length(first & 0xFF);
                if (length < 2 || length > 3 || Utf8.present(page, i, length) < length) {
                    break;
                }
                letter = table.letter((char) Utf8.codePoint(page, i, length));
                if (letter < 0) {
                    break;
                }
                i += length;
            }
            state = table.next(state, letter);
            if (table.isEnd(state)) {
                found |= table.groups(state);
                if (found == table.all()) {
                    break;
                }
            }
        }
        at = i;
        return state;
    }

    private void character() {
        switch (page[at]) {
            case '<' -> startTag();
            case '>' -> endTag();
            case '&' -> reference();
            case '\\' -> escape();
            case '%' -> percent();
            case 0, ESCAPE -> refusal = Result.OPAQUE;
            default -> plain();
        }
    }

    private void plain() {
        int length = Utf8.length(page[at] & 0xFF);
        int present = Utf8.present(page, at, length);
        if (length == 0 || present < length && at + present < page.length) {
            refusal = Result.NOT_UTF8;
        } else {
            take(length == 1 ? page[at] : present < length ? Utf8.NO_CHARACTER : Utf8.codePoint(page, at, length));
        }
        at += present;
    }

    /** A tag that is not closed hides nothing. */
    private void startTag() {
        int next = at + 1 < page.length ? page[at + 1] : ' ';
        // A stroke as scripts write it: <\/b>.
        boolean name = next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
        if (tagStart < 0 && (name || next == '/' || next == '!' || next == '?' || next == '\\') && closes()) {
            tagStart = at;
        }
        at++;
    }

    private boolean closes() {
        comment = at + 3 < page.length && page[at + 1] == '!' && page[at + 2] == '-' && page[at + 3] == '-';
        if (comment) {
            lastCommentEnd = lastCommentEnd < 0 ? lastEnd(true) : lastCommentEnd;
            return at < lastCommentEnd;
        }
        lastTagEnd = lastTagEnd < 0 ? lastEnd(false) : lastTagEnd;
        return at < lastTagEnd;
    }

    private int lastEnd(boolean ofComment) {
        int last = page.length - 1;
        while (last > 0 && !(page[last] == '>' && (!ofComment || isCommentEnd(last)))) {
            last--;
        }
        return last;
    }

    private boolean isCommentEnd(int end) {
        return end >= 2 && page[end - 1] == '-' && page[end - 2] == '-';
    }

    private void endTag() {
        if (tagStart >= 0 && (!comment || isCommentEnd(at))) {
            tagStart = -1;
        }
        at++;
    }

    private void reference() {
        int end = Escapes.endOfReference(page, at);
        String meant = Escapes.reference(page, at, end);
        meant.codePoints().forEach(this::take);
        at = end;
    }

    private void escape() {
        int next = at + 1 < page.length ? page[at + 1] : ' ';
        int unit = next == 'u' ? Escapes.hex(page, at + 2, 4) : -1;
        if (unit >= 0) {
            take(unit);
            at += 6;
        } else if (next == 'n' || next == 'r' || next == 't') {
            // A line break in a script's string, or a letter after a stroke: one for each reading.
            int letter = table.letter((char) next);
            acrossTags = tagStart < 0 ? step(acrossTags, letter) : acrossTags;
            at += 2;
        } else {
            at++;
        }
    }

    private void percent() {
        int length = Escapes.percent(page, at, octets);
        if (length > 0) {
            take(new String(octets, 0, length, StandardCharsets.UTF_8).codePointAt(0));
        }
        at += length > 0 ? 3 * length : 1;
    }

    private void take(int codePoint) {
        short letter = codePoint < 0x10000 ? table.letter((char) codePoint) : TermTable.SEVERAL;
        if (letter != TermTable.SEVERAL) {
            letter(letter);
            return;
        }
        for (short one : table.letters(codePoint)) {
            letter(one);
        }
    }

    private void letter(int letter) {
        asItStands = step(asItStands, letter);
        if (tagStart < 0) {
            acrossTags = step(acrossTags, letter);
        }
    }

    private int step(int state, int letter) {
        int after = table.next(state, letter);
        if (table.isEnd(after)) {
            found |= table.groups(after);
        }
        return after;
    }
}
