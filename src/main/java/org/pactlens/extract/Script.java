package org.pactlens.extract;

/** Measures of text that hold across scripts: length in Latin-like characters, words, ends of sentences. */
final class Script {
    /** One Chinese or Japanese character carries about as much as two and a half Latin ones; a Hangul syllable two. */
    private static final double IDEOGRAPH = 2.5;

    private static final double HANGUL = 2.0;

    private Script() {}

    static double weightOf(char c) {
        if (c < 0x2E80) {
            return c <= ' ' || c >= 0x0E00 && c < 0x0E80 && Character.getType(c) == Character.NON_SPACING_MARK
                    ? 0.9
                    : 1;
        }
        if (c >= 0xAC00 && c < 0xD7B0) {
            return HANGUL;
        }
        return c < 0xD800 || c >= 0xF900 && c < 0xFB00 ? IDEOGRAPH : 1;
    }

    static double weight(CharSequence text) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += weightOf(text.charAt(i));
        }
        return sum;
    }

    /** Words parted by spaces; two characters of a spaceless script count as one. */
    static int words(String text) {
        int words = 0;
        int spaceless = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            spaceless += isSpaceless(c) ? 1 : 0;
            words += letter && !inside ? 1 : 0;
            inside = letter || inside && (c == '\'' || c == '’' || c == '-');
        }
        return words + spaceless / 2;
    }

    static boolean isSpaceless(char c) {
        return c >= 0x3040 && c <= 0x30FF || c >= 0x3400 && c <= 0x9FFF || c >= 0x0E00 && c <= 0x0E7F;
    }

    /** True where the last character, closing quotes and brackets aside, ends a sentence in any script. */
    static boolean endsSentence(String text) {
        int i = text.length() - 1;
        while (i > 0 && "\"'”’»›)]}』」）》 \u00A0*“„".indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return i >= 0 && ".!?…。！？．؟۔।:;：；।၊။។".indexOf(text.charAt(i)) >= 0;
    }

    static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\u3000'
                || c == '\u200B'
                || c == '\uFEFF'
                || c == '\u00AD'
                || c >= '\u2000' && c <= '\u200A'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F'
                || c == '\u2060';
    }
}
