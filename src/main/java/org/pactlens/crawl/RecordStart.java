package org.pactlens.crawl;

/** Recognises the first line of a record in a buffer. */
final class RecordStart {
    private static final int BLANKS = 16;

    private RecordStart() {}

    /** Whether a WARC version line starts here: {@code WARC/}, digits, a dot, digits, an optional blank, a line end. */
    static boolean warcAt(byte[] b, int at, int end) {
        if (end - at < 9
                || b[at] != 'W'
                || b[at + 1] != 'A'
                || b[at + 2] != 'R'
                || b[at + 3] != 'C'
                || b[at + 4] != '/') {
            return false;
        }
        int i = at + 5;
        int major = digits(b, i, end);
        i += major;
        if (major == 0 || i >= end || b[i] != '.') {
            return false;
        }
        int minor = digits(b, ++i, end);
        i += minor;
        while (i < end && (b[i] == ' ' || b[i] == '\t') && i < at + 32) {
            i++;
        }
        return minor > 0 && i < end && (b[i] == '\n' || b[i] == '\r' && i + 1 < end && b[i + 1] == '\n');
    }

    private static int digits(byte[] b, int from, int end) {
        int i = from;
        while (i < end && i < from + 3 && b[i] >= '0' && b[i] <= '9') {
            i++;
        }
        return i - from;
    }

    /** Whether a record starts here, after a few blank lines. */
    static boolean at(byte[] b, int from, int end, boolean arc) {
        int at = skipBlank(b, from, Math.min(end, from + BLANKS));
        return warcAt(b, at, end) || arc && arcAt(b, at, end);
    }

    private static boolean arcAt(byte[] b, int at, int end) {
        return ArcLine.plausibleAt(b, at, end) && ArcLine.parse(b, at, lineEnd(b, at, end)) != null;
    }

    /** Whether these bytes are enough for {@link #at}. */
    static boolean isDecided(byte[] b, int from, int end, boolean arc, int enough) {
        if (end - from >= enough) {
            return true;
        }
        return end - from >= BLANKS + 32 && (!arc || lineEnd(b, from, end) < end);
    }

    /** Whether a plain archive starts here, perhaps after a byte order mark and blank lines; or nothing but these. */
    static boolean plainAt(byte[] b, int from, int end, boolean arc) {
        int at = end - from >= 3 && (b[from] & 0xFF) == 0xEF && (b[from + 1] & 0xFF) == 0xBB ? from + 3 : from;
        at = skipBlank(b, at, end);
        return at == end || warcAt(b, at, end) || arc && arcAt(b, at, end);
    }

    static int skipBlank(byte[] b, int from, int end) {
        int at = from;
        while (at < end && (b[at] == '\r' || b[at] == '\n')) {
            at++;
        }
        return at;
    }

    /** Index of the next LF, or {@code end}. */
    static int lineEnd(byte[] b, int from, int end) {
        int i = from;
        while (i < end && b[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Index of the next {@code WARC/}, or -1. A match must lie before {@code end} as a whole. */
    static int findWarc(byte[] b, int from, int end) {
        for (int i = from; i + 5 <= end; i++) {
            if (b[i] == 'W' && b[i + 1] == 'A' && b[i + 2] == 'R' && b[i + 3] == 'C' && b[i + 4] == '/') {
                return i;
            }
        }
        return -1;
    }
}
