package org.pactlens.screen;

import org.jsoup.parser.Parser;
import org.pactlens.text.Utf8;

/** Other ways to write a character: references, escapes of scripts and of addresses. All are given as ASCII bytes. */
final class Escapes {
    /** No named reference is longer. */
    private static final int LONGEST_NAME = 34;

    private static final int DELETE = 0x7F;
    private static final int FIRST_PLAIN = 0xA0;

    private Escapes() {}

    /** The number that {@code digits} hexadecimal digits write; -1 where they are not there. */
    static int hex(byte[] page, int at, int digits) {
        if (at + digits > page.length) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(page[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Reads a percent-escaped UTF-8 character into {@code octets}: how many there are, 0 where there is none. */
    static int percent(byte[] page, int at, byte[] octets) {
        int length = Utf8.length(hex(page, at + 1, 2));
        for (int i = 0; i < length; i++) {
            int place = at + 3 * i;
            int value = place < page.length && page[place] == '%' ? hex(page, place + 1, 2) : -1;
            if (value < 0) {
                return 0;
            }
            octets[i] = (byte) value;
        }
        return length;
    }

    /** The end of what may be a reference that begins at the ampersand {@code at}. */
    static int endOfReference(byte[] page, int at) {
        int end = at + 1;
        int last = Math.min(page.length, at + LONGEST_NAME);
        while (end < last && (isAlphanumeric(page[end]) || page[end] == '#')) {
            end++;
        }
        return end < last && page[end] == ';' ? end + 1 : end;
    }

    private static boolean isAlphanumeric(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    /** The character that a numeric reference means; -1 where it is none, or one that browsers read otherwise. */
    static int numericReference(byte[] page, int from, int to) {
        if (to - from < 4 || page[from + 1] != '#' || page[to - 1] != ';') {
            return -1;
        }
        int number = number(page, from + 2, to - 1);
        boolean plain = number >= ' ' && number < DELETE || number >= FIRST_PLAIN;
        return plain && Character.isValidCodePoint(number) ? number : -1;
    }

    /** What a possible reference means; itself where it is none. */
    static String reference(String written) {
        return Parser.unescapeEntities(written, false);
    }

    /** The number that the digits write, hexadecimal after an x; -1 where it is none or has more digits than a character. */
    private static int number(byte[] page, int from, int to) {
        boolean hex = from < to && (page[from] | 0x20) == 'x';
        int first = hex ? from + 1 : from;
        if (first >= to || to - first > 7) {
            return -1;
        }
        int value = 0;
        for (int i = first; i < to; i++) {
            int digit = Character.digit(page[i], hex ? 16 : 10);
            if (digit < 0) {
                return -1;
            }
            value = value * (hex ? 16 : 10) + digit;
        }
        return value;
    }
}
