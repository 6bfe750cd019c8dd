package org.pactlens.crawl;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Reads capture times: W3C date-time of any precision (WARC-Date), and the 10 to 18 digits of ARC.
 *
 * @param instant null where the value does not parse
 * @param regular whether it has the form that ISO 28500 asks for
 */
record CaptureDate(Instant instant, boolean regular) {
    private static final CaptureDate NONE = new CaptureDate(null, false);
    private static final int LONGEST = 40;

    /** ISO 8601 without agreement knows no more; a column of times holds some 290,000. */
    private static final int LAST_YEAR = 9999;

    static CaptureDate ofWarc(String raw) {
        String value = raw.trim();
        if (value.isEmpty() || value.length() > LONGEST) {
            return NONE;
        }
        try {
            if (isDigits(value)) {
                return new CaptureDate(ofDigits(value), value.length() == 4);
            }
            int time = value.toUpperCase(Locale.ROOT).indexOf('T');
            if (time < 0) {
                return new CaptureDate(date(value).toInstant(ZoneOffset.UTC), true);
            }
            boolean utc = value.endsWith("Z") || value.endsWith("z");
            boolean zoned = utc || value.indexOf('+', time) > 0 || value.indexOf('-', time) > 0;
            String text = zoned ? value : value + "Z";
            OffsetDateTime date = OffsetDateTime.parse(text);
            boolean possible = date.getYear() >= 0 && date.getYear() <= LAST_YEAR;
            return possible ? new CaptureDate(date.toInstant(), utc) : NONE;
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    static CaptureDate ofArc(String raw) {
        try {
            return isDigits(raw) && raw.length() >= 10 ? new CaptureDate(ofDigits(raw), true) : NONE;
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static LocalDateTime date(String value) {
        String[] parts = value.split("-", 4);
        int month = parts.length > 1 ? number(parts[1]) : 1;
        int day = parts.length > 2 ? number(parts[2]) : 1;
        if (parts.length > 3) {
            throw new DateTimeException("too many parts");
        }
        return LocalDateTime.of(number(parts[0]), month, day, 0, 0);
    }

    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 4 || !isDigits(digits)) {
            throw new DateTimeException("not a number");
        }
        return Integer.parseInt(digits);
    }

    /** yyyy[MM[dd[HH[mm[ss]]]]]; digits beyond are fractions that no two writers agree on, and are dropped. */
    private static Instant ofDigits(String digits) {
        int[] part = {0, 1, 1, 0, 0, 0};
        part[0] = Integer.parseInt(digits.substring(0, Math.min(4, digits.length())));
        for (int i = 1; i < part.length && 2 + 2 * i + 2 <= digits.length(); i++) {
            part[i] = Integer.parseInt(digits.substring(2 + 2 * i, 4 + 2 * i));
        }
        return LocalDateTime.of(part[0], part[1], part[2], part[3], part[4], part[5])
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean isDigits(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
