package org.pactlens.crawl;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * An HTTP message split into head and body.
 *
 * @param head null where the block does not begin with a status line
 * @param bodyAt index of the body's first byte
 */
record HttpMessage(HttpHead head, int bodyAt, Set<Note> notes) {
    private static final int MAX_STATUS_LINE = 4096;

    /** Reads the head at the start of {@code b[from, to)}. */
    static HttpMessage parse(byte[] b, int from, int to, int maxHeader) {
        if (!isStatusLine(b, from, to)) {
            return new HttpMessage(null, from, from == to ? Set.of() : Set.of(Note.HTTP_HEAD));
        }
        int line = RecordStart.lineEnd(b, from, to);
        int scanEnd = Math.min(to, from + maxHeader);
        int end = HeaderText.endOf(b, Math.min(line, scanEnd), scanEnd);
        boolean ended = end >= 0;
        int bodyAt = ended ? end : to;
        int status = status(b, from, Math.min(line, from + MAX_STATUS_LINE));
        HeaderText.Parsed parsed = HeaderText.parse(b, Math.min(line + 1, bodyAt), Math.min(bodyAt, scanEnd));
        boolean odd = !ended || status < 0 || parsed.notes().contains(Note.BAD_LINE);
        return new HttpMessage(new HttpHead(status, parsed.headers()), bodyAt, odd ? Set.of(Note.HTTP_HEAD) : Set.of());
    }

    private static boolean isStatusLine(byte[] b, int from, int to) {
        String start = new String(b, from, Math.min(5, to - from), StandardCharsets.ISO_8859_1);
        return start.regionMatches(true, 0, "HTTP", 0, 4)
                        && (start.length() == 4 || start.charAt(4) == '/' || start.charAt(4) == ' ')
                || start.startsWith("ICY ");
    }

    /** The number after the first blank; -1 where there is none, or it is negative or has over nine digits. */
    private static int status(byte[] b, int from, int to) {
        int i = from;
        while (i < to && b[i] != ' ') {
            i++;
        }
        while (i < to && b[i] == ' ') {
            i++;
        }
        int digits = 0;
        int value = 0;
        while (i < to && b[i] >= '0' && b[i] <= '9' && digits < 10) {
            value = digits < 9 ? value * 10 + b[i] - '0' : value;
            digits++;
            i++;
        }
        return digits == 0 || digits > 9 ? -1 : value;
    }
}
