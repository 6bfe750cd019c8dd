package org.pactlens.crawl;

/** Reads a length field: decimal digits alone, as ISO 28500 has them. */
final class Lengths {
    /** Not a length. */
    static final long BAD = -1;

    private static final int MAX_DIGITS = 19;

    private Lengths() {}

    /** The number; {@link #BAD} for signs, hexadecimal, lists, empty values and what 63 bits do not hold. */
    static long parse(String value) {
        String digits = value.trim();
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        if (digits.isEmpty() || digits.length() - from > MAX_DIGITS) {
            return BAD;
        }
        long result = 0;
        for (int i = from; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9 || result > (Long.MAX_VALUE - digit) / 10) {
                return BAD;
            }
            result = result * 10 + digit;
        }
        return result;
    }
}
