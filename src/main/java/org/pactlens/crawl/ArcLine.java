package org.pactlens.crawl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The first line of an ARC record (ARC 1.0 and 2.0 as described by the Internet Archive, 1996): URL, IP address, date,
 * media type, in version 2 more fields, and last the length.
 *
 * <p>Real files hold blanks in the URL and in the media type, dates of 10 to 18 digits, and swap date and address.
 *
 * @param length declared bytes of the block; -1 where it is negative
 */
record ArcLine(String url, String address, String date, String mediaType, long length) {
    private static final int MAX_LINE = 1 << 16;
    private static final int MAX_SCHEME = 24;

    /** Cheap first look: does a URL scheme start here? */
    static boolean plausibleAt(byte[] b, int at, int end) {
        for (int i = at; i < end && i < at + MAX_SCHEME; i++) {
            int c = b[i];
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (c == ':') {
                return i > at;
            }
            if (!letter && !(i > at && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'))) {
                return false;
            }
        }
        return false;
    }

    /** Reads the line {@code b[from, to)}, without its LF; null where it is none. */
    static ArcLine parse(byte[] b, int from, int to) {
        if (to - from > MAX_LINE || to - from < 10) {
            return null;
        }
        int end = to > from && b[to - 1] == '\r' ? to - 1 : to;
        List<String> fields = split(new String(b, from, end - from, StandardCharsets.ISO_8859_1));
        int last = fields.size() - 1;
        long length = last < 4 ? Lengths.BAD : Lengths.parse(fields.get(last).replaceFirst("^-", ""));
        if (length == Lengths.BAD) {
            return null;
        }
        int date = dateField(fields);
        return date < 0 ? null : of(fields, date, fields.get(last).startsWith("-") ? -1 : length);
    }

    /**
     * Whether this is a damaged line of the kind: at least three blanks, a digit at its end. It ends the record before
     * it as well as a sound line does.
     */
    static boolean resembles(byte[] b, int at, int end) {
        int stop = RecordStart.lineEnd(b, at, Math.min(end, at + MAX_LINE));
        int blanks = 0;
        for (int i = at; i < stop; i++) {
            blanks += b[i] == ' ' ? 1 : 0;
        }
        return blanks >= 3 && stop < end && b[stop - 1] >= '0' && b[stop - 1] <= '9';
    }

    private static ArcLine of(List<String> fields, int date, long length) {
        int last = fields.size() - 1;
        boolean swapped = date + 1 < last && isAddress(fields.get(date + 1)) && !isAddress(fields.get(date - 1));
        int urlEnd = swapped || date == 1 ? date : date - 1;
        String address = swapped ? fields.get(date + 1) : date == 1 ? "" : fields.get(date - 1);
        int type = swapped ? date + 2 : date + 1;
        String mediaType = type >= last ? "" : fields.get(type);
        if (type + 1 < last && mediaType.endsWith(";")) {
            mediaType += " " + fields.get(type + 1);
        }
        String url = utf8(String.join(" ", fields.subList(0, urlEnd)));
        return new ArcLine(url, address, fields.get(date), mediaType, length);
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', from)) {
            fields.add(line.substring(from, at));
            from = at + 1;
        }
        fields.add(line.substring(from));
        return fields;
    }

    /** The leftmost date beside an address, else the leftmost date; -1 where there is none. */
    private static int dateField(List<String> fields) {
        int found = -1;
        for (int i = 1; i < fields.size() - 1; i++) {
            if (isDate(fields.get(i))) {
                if (isAddress(fields.get(i - 1)) || isAddress(fields.get(i + 1))) {
                    return i;
                }
                found = found < 0 ? i : found;
            }
        }
        return found;
    }

    private static boolean isDate(String field) {
        return field.length() >= 10
                && field.length() <= 18
                && (field.startsWith("19") || field.startsWith("20"))
                && field.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isAddress(String field) {
        boolean named = field.equals("None") || field.equals("-");
        return named
                || field.length() >= 2
                        && field.length() <= 45
                        && (field.indexOf('.') > 0 || field.indexOf(':') >= 0)
                        && field.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
    }

    private static String utf8(String latin1) {
        return HeaderText.decode(latin1.getBytes(StandardCharsets.ISO_8859_1), 0, latin1.length())
                .text();
    }
}
