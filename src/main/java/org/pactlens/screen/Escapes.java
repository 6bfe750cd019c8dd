package org.pactlens.screen;

/** Hexadecimal escapes in scripts and addresses. */
final class Escapes {
    private Escapes() {}

    /** The number that {@code digits} hexadecimal digits write; -1 where they are not there. */
    static int hex(CharSequence text, int at, int digits) {
        if (at + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Reads a percent-escaped UTF-8 character into {@code octets}: how many there are, 0 where there is none. */
    static int percent(CharSequence text, int at, byte[] octets) {
        int length = utf8Length(hex(text, at + 1, 2));
        for (int i = 0; i < length; i++) {
            int place = at + 3 * i;
            int value = place < text.length() && text.charAt(place) == '%' ? hex(text, place + 1, 2) : -1;
            if (value < 0) {
                return 0;
            }
            octets[i] = (byte) value;
        }
        return length;
    }

    private static int utf8Length(int first) {
        if (first < 0 || first >= 0x80 && first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }
}
