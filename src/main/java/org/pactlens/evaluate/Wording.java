package org.pactlens.evaluate;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;

/** How the referees fold texts before they compare them: the rules of Python's {@code str} and {@code re}. */
final class Wording {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();

    private Wording() {}

    /** Folded words, parted by one space; marks and layout are gone. Empty for null. */
    static String plain(String text) {
        return text == null
                ? ""
                : String.join(" ", words(lower(NFKC.normalize(text)).replace('_', ' ')));
    }

    /** White space as one space each. Empty for null. */
    static String spaced(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder folded = new StringBuilder(text.length());
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                open = folded.length() > 0;
            } else {
                if (open) {
                    folded.append(' ');
                    open = false;
                }
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** Full case folding. */
    static String lower(String text) {
        return UCharacter.foldCase(text, true);
    }

    /** Compatibility letters without combining marks, case folded. */
    static String bare(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        NFKD.normalize(text)
                .codePoints()
                .filter(c -> UCharacter.getCombiningClass(c) == 0)
                .forEach(letters::appendCodePoint);
        return lower(letters.toString());
    }

    /** Runs of letters, numbers and underscores; combining marks end a word. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isWord(c)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
        return words;
    }

    static boolean isWord(int c) {
        return c == '_'
                || UCharacter.isLetter(c)
                || UCharacter.getIntPropertyValue(c, UProperty.NUMERIC_TYPE) != UCharacter.NumericType.NONE;
    }

    static boolean isSpace(int c) {
        return c >= 0x09 && c <= 0x0d
                || c >= 0x1c && c <= 0x20
                || c == 0x85
                || c == 0xa0
                || c == 0x1680
                || c >= 0x2000 && c <= 0x200a
                || c == 0x2028
                || c == 0x2029
                || c == 0x202f
                || c == 0x205f
                || c == 0x3000;
    }

    /** Number of code points. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The code points from {@code start} to {@code end}, both cut to the text's length. */
    static String slice(String text, int start, int end) {
        int length = length(text);
        int from = text.offsetByCodePoints(0, Math.min(start, length));
        return text.substring(
                from, text.offsetByCodePoints(from, Math.max(0, Math.min(end, length) - Math.min(start, length))));
    }
}
