package org.pactlens.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, times and names as the page writes them; the same on every machine. */
final class Format {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long[] BYTE_UNITS = {1L << 40, 1L << 30, 1L << 20, 1L << 10};
    private static final String[] BYTE_NAMES = {"TiB", "GiB", "MiB", "KiB"};

    private Format() {}

    /** With commas between thousands. */
    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** "1 story", "2 stories". */
    static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /** At most one decimal, none where it is zero. */
    static String decimal(double n) {
        String text = String.format(Locale.ROOT, "%,.1f", n);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Whole percents; what is neither nothing nor all is not rounded to it. */
    static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "<1%";
        }
        if (share < 1 && share >= 0.995) {
            return ">99%";
        }
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }

    /** Percents of a count in another, "-" where there is nothing to divide by. */
    static String percent(long part, long whole) {
        return whole == 0 ? "-" : percent((double) part / whole);
    }

    static String interval(double low, double high) {
        return percent(low) + " to " + percent(high);
    }

    /** A difference of shares in percentage points, with its sign. */
    static String points(double difference) {
        return String.format(Locale.ROOT, "%+.0f", difference * 100);
    }

    /** A p or q value. */
    static String probability(double value) {
        return value < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", value);
    }

    static String bytes(long bytes) {
        for (int i = 0; i < BYTE_UNITS.length; i++) {
            if (bytes >= BYTE_UNITS[i]) {
                return decimal((double) bytes / BYTE_UNITS[i]) + " " + BYTE_NAMES[i];
            }
        }
        return count(bytes) + " B";
    }

    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** An id of a table as words. */
    static String words(String id) {
        return id.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** A place along the width of a picture, from a fraction of it: SVG takes percents, so that pictures stretch. */
    static String at(double fraction) {
        return String.format(Locale.ROOT, "%.2f%%", fraction * 100);
    }

    /** Cut to a width in letters, wide (East Asian) letters counted twice; an ellipsis tells that it was cut. */
    static String fit(String text, int width) {
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            used += isWide(c) ? 2 : 1;
            if (used > width) {
                return text.substring(0, i).strip() + "\u2026";
            }
            i += Character.charCount(c);
        }
        return text;
    }

    private static boolean isWide(int c) {
        return Character.isIdeographic(c)
                || c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0x1F300 && c <= 0x1FAFF;
    }
}
