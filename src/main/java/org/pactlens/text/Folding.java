package org.pactlens.text;

import com.ibm.icu.text.Normalizer2;

/** Folding of single characters that all languages share. */
final class Folding {
    static final Normalizer2 NORMALIZER = Normalizer2.getNFKCCasefoldInstance();

    /** What the table says of a character that needs the slow way: it grows, shrinks away or is half of a pair. */
    static final char SLOW = 0;

    /** A blank of any kind. */
    static final char BLANK = ' ';

    private static final char[] TABLE = table();

    private Folding() {}

    /** The one character that {@code c} folds to, or {@link #SLOW}. */
    static char fold(char c) {
        return TABLE[c];
    }

    static boolean isBlank(char c) {
        return TABLE[c] == BLANK;
    }

    private static char[] table() {
        char[] table = new char[1 << 16];
        for (int c = 0; c < table.length; c++) {
            table[c] = slowly((char) c);
        }
        mapAll(table, "'’‘‛ʼʻʹˈ´`′＇", '\'');
        mapAll(table, "\"“”„‟«»‹›〝〞〟＂「」『』｢｣《》〈〉﹁﹂﹃﹄", '"');
        mapAll(table, "-‐‑‒–−﹣－⁃", '-');
        mapAll(table, "·ㆍ‧・∙•･⸱ᆞ", '·');
        return table;
    }

    private static char slowly(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
            return BLANK;
        }
        // Raised and circled figures stand for notes and list marks: joined to a word they would hide its edge.
        if (Character.getType(c) == Character.OTHER_NUMBER || c == '…') {
            return c;
        }
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (Character.isSurrogate(c)) {
            return SLOW;
        }
        String folded = NORMALIZER.normalize(String.valueOf(c));
        return folded.length() == 1 ? folded.charAt(0) : SLOW;
    }

    private static void mapAll(char[] table, String from, char to) {
        from.chars().forEach(c -> table[c] = to);
    }
}
