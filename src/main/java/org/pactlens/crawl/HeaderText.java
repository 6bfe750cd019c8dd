package org.pactlens.crawl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads header lines of WARC and HTTP, leniently: CRLF or LF, folded values, lines without a colon. */
final class HeaderText {
    private static final int MAX_FIELDS = 10_000;

    private HeaderText() {}

    /** Text of header bytes and whether they were UTF-8. */
    record Decoded(String text, boolean utf8) {}

    /** Fields and what was odd about them. */
    record Parsed(Headers headers, Set<Note> notes) {}

    /**
     * Index after the blank line that ends a header block; -1 where {@code b[from, end)} has none.
     *
     * @param scanFrom where to begin to look: what was searched before, less three bytes
     */
    static int endOf(byte[] b, int scanFrom, int end) {
        for (int i = scanFrom; i + 1 < end; i++) {
            if (b[i] == '\n') {
                if (b[i + 1] == '\n') {
                    return i + 2;
                }
                if (b[i + 1] == '\r' && i + 2 < end && b[i + 2] == '\n') {
                    return i + 3;
                }
            }
        }
        return -1;
    }

    /** UTF-8 where it is valid, else ISO-8859-1. */
    static Decoded decode(byte[] b, int from, int to) {
        int i = from;
        while (i < to && b[i] >= 0) {
            i++;
        }
        if (i == to) {
            return new Decoded(new String(b, from, to - from, StandardCharsets.ISO_8859_1), true);
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(b, from, to - from);
            return new Decoded(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), true);
        } catch (CharacterCodingException e) {
            return new Decoded(new String(b, from, to - from, StandardCharsets.ISO_8859_1), false);
        }
    }

    /** The fields in {@code b[from, to)}, which begins after the first line. */
    static Parsed parse(byte[] b, int from, int to) {
        Decoded decoded = decode(b, from, to);
        EnumSet<Note> notes = EnumSet.noneOf(Note.class);
        if (!decoded.utf8()) {
            notes.add(Note.NOT_UTF8);
        }
        String text = decoded.text();
        if (text.indexOf('\0') >= 0) {
            notes.add(Note.BAD_LINE);
        }
        List<Headers.Field> fields = new ArrayList<>();
        Folded open = null;
        for (int at = 0; at < text.length() && fields.size() < MAX_FIELDS; ) {
            int lf = text.indexOf('\n', at);
            int next = lf < 0 ? text.length() : lf;
            int stop = next > at && text.charAt(next - 1) == '\r' ? next - 1 : next;
            if (lf >= 0 && stop == next) {
                notes.add(Note.LINE_ENDS);
            }
            if (stop > at && isBlank(text.charAt(at)) && open != null) {
                open.value.append(' ').append(text.substring(at, stop).trim());
            } else if (stop > at) {
                close(open, fields);
                open = Folded.of(text, at, stop);
                if (open == null) {
                    notes.add(Note.BAD_LINE);
                }
            }
            at = next + 1;
        }
        close(open, fields);
        return new Parsed(fields.isEmpty() ? Headers.NONE : new Headers(fields), notes);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static void close(Folded open, List<Headers.Field> fields) {
        if (open != null) {
            fields.add(new Headers.Field(open.name, open.value.toString()));
        }
    }

    /** A field whose value may go on in the next line. */
    private record Folded(String name, StringBuilder value) {
        static Folded of(String text, int from, int to) {
            int colon = from;
            while (colon < to && text.charAt(colon) != ':') {
                colon++;
            }
            if (colon == to) {
                return null;
            }
            return new Folded(
                    text.substring(from, colon).trim(),
                    new StringBuilder(text.substring(colon + 1, to).trim()));
        }
    }
}
