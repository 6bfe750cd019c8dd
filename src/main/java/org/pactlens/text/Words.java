package org.pactlens.text;

/** What belongs to a word. */
final class Words {
    private Words() {}

    /** Letters, digits and combining marks; apostrophe and hyphen are edges. Halves of pairs count as letters. */
    static boolean isWordChar(char c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || Character.isSurrogate(c);
    }

    /** Latin letters without accents and digits: they keep their word edges even where a script has none. */
    static boolean isAsciiWordChar(char c) {
        return c < 0x80 && isWordChar(c);
    }
}
