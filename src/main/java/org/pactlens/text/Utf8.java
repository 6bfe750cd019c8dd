package org.pactlens.text;

/** UTF-8 sequences, told apart by lead and continuation bytes alone (RFC 3629, section 4). */
public final class Utf8 {
    /** A sequence that gives no character: overlong, a surrogate, or beyond Unicode. */
    public static final int NO_CHARACTER = 0xFFFD;

    private Utf8() {}

    /** Bytes of the sequence that a byte (0 to 255) leads; 0 where it leads none. */
    public static int length(int lead) {
        if (lead < 0 || lead >= 0x80 && lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    /** How many of {@code length} bytes from {@code at} on are there: the lead, continuations after it. */
    public static int present(byte[] page, int at, int length) {
        int present = 1;
        while (present < length && at + present < page.length && (page[at + present] & 0xC0) == 0x80) {
            present++;
        }
        return present;
    }

    /** The code point of a whole sequence of two to four bytes. */
    public static int codePoint(byte[] page, int at, int length) {
        int second = page[at + 1] & 0x3F;
        if (length == 2) {
            return (page[at] & 0x1F) << 6 | second;
        }
        int third = page[at + 2] & 0x3F;
        if (length == 3) {
            int whole = (page[at] & 0x0F) << 12 | second << 6 | third;
            return whole < 0x800 || whole >= 0xD800 && whole < 0xE000 ? NO_CHARACTER : whole;
        }
        int whole = (page[at] & 0x07) << 18 | second << 12 | third << 6 | page[at + 3] & 0x3F;
        return whole < 0x10000 || whole > Character.MAX_CODE_POINT ? NO_CHARACTER : whole;
    }
}
