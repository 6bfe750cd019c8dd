package org.pactlens.screen;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.pactlens.text.Utf8;

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
    private static final int MAX_NAMES = 256;

    private final Marks marks;
    private final TermTable table;
    private final byte[] page;
    private final byte[] octets = new byte[4];
    private final Map<String, String> names = new HashMap<>();
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
            short[] letters = new short[0x100];
            Arrays.fill(letters, TermTable.SEVERAL);
            for (char c = 0; c < 0x80; c++) {
                letters[c] = "&\\%\0\u001b".indexOf(c) >= 0 || c == edge ? TermTable.SEVERAL : table.letter(c);
            }
            return letters;
        }
    }

    Result run() {
        while (at < page.length && found != table.all() && refusal == null) {
            if (tagStart >= 0) {
                asItStands = letters(asItStands, marks.inTag);
            } else {
                both();
                if (asItStands == acrossTags) {
                    asItStands = letters(asItStands, marks.outside);
                    acrossTags = asItStands;
                }
            }
            if (at < page.length && found != table.all()) {
                character();
            }
        }
        return found == table.all() ? Result.ALL : refusal != null ? refusal : Result.NOT_ALL;
    }

    /** Follows the two states until they are the same, or up to a character that is more than an ASCII letter. */
    private void both() {
        while (asItStands != acrossTags && at < page.length) {
            short letter = marks.outside[page[at] & 0xFF];
            if (letter < 0) {
                return;
            }
            letter(letter);
            at++;
        }
    }

    /** Follows one state up to a character that is more than a letter, or to the end of the search. */
    private int letters(int from, short[] letterOfByte) {
        int state = from;
        while (at < page.length) {
            state = ascii(state, letterOfByte);
            if (table.isEnd(state)) {
                found |= table.groups(state);
                if (found == table.all()) {
                    break;
                }
            }
            if (at < page.length && letterOfByte[page[at] & 0xFF] < 0) {
                int length = sequence();
                short letter = length == 0 ? TermTable.SEVERAL : table.letter((char) Utf8.codePoint(page, at, length));
                if (letter < 0) {
                    break;
                }
                state = step(state, letter);
                at += length;
            }
        }
        return state;
    }

    /** Bytes of the whole sequence here that gives one character of the basic plane; 0 where there is none. */
    private int sequence() {
        int length = Utf8.length(page[at] & 0xFF);
        return (length == 2 || length == 3) && Utf8.present(page, at, length) == length ? length : 0;
    }

    /** The hot loop: goes on to a byte that has no letter, or past the one that ends a term. */
    private int ascii(int from, short[] letterOfByte) {
        byte[] bytes = page;
        int[] next = table.next();
        int firstEnd = table.firstEnd();
        int state = from;
        int i = at;
        while (i < bytes.length) {
            int letter = letterOfByte[bytes[i] & 0xFF];
            if (letter < 0) {
                break;
            }
            i++;
            state = next[state + letter];
            if (state >= firstEnd) {
                break;
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
        if (tagStart < 0 && isTag() && closes()) {
            tagStart = at;
        }
        at++;
    }

    private boolean isTag() {
        int next = at + 1 < page.length ? page[at + 1] : ' ';
        boolean name = next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
        // Scripts write a stroke before the other: <\/b>.
        return name || "/!?".indexOf(next) >= 0 || next == '\\' && at + 2 < page.length && page[at + 2] == '/';
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
        int number = Escapes.numericReference(page, at, end);
        if (number >= 0) {
            take(number);
        } else if (end > at + 2) {
            named(new String(page, at, end - at, StandardCharsets.US_ASCII))
                    .codePoints()
                    .forEach(this::take);
        } else if (end > at + 1) {
            take(page[at + 1]);
        }
        at = end;
    }

    /** What the name means; a page says the same ones again and again. */
    private String named(String written) {
        String known = names.get(written);
        if (known == null) {
            known = Escapes.reference(written);
            if (names.size() < MAX_NAMES) {
                names.put(written, known);
            }
        }
        return known;
    }

    private void escape() {
        int next = at + 1 < page.length ? page[at + 1] : ' ';
        int unit = next == 'u' ? Escapes.hex(page, at + 2, 4) : -1;
        if (unit >= 0) {
            take(unit);
            at += 6;
        } else if (next == 'n' || next == 'r' || next == 't') {
            // A blank in a script's string for who reads the words; as it stands, a letter.
            asItStands = step(asItStands, table.letter((char) next));
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
