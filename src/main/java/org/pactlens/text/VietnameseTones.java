package org.pactlens.text;

/** Settles on which vowel of an open syllable the tone mark stands: on the first, as in "hòa", never "hoà". */
final class VietnameseTones {
    private static final String[] NEW_STYLE = {"oàoáoảoãoạ", "oèoéoẻoẽoẹ", "uỳuýuỷuỹuỵ"};
    private static final String[] OLD_STYLE = {"òaóaỏaõaọa", "òeóeỏeõeọe", "ùyúyủyũyụy"};

    private VietnameseTones() {}

    /** Rewrites the tones of a folded text in place; its length stays. */
    static void settle(StringBuilder text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char first = text.charAt(i);
            if (text.charAt(i + 1) >= 0x80 && (first == 'o' || first == 'u') && endsSyllable(text, i + 2)) {
                settle(text, i);
            }
        }
    }

    private static boolean endsSyllable(StringBuilder text, int at) {
        return at >= text.length() || !Words.isWordChar(text.charAt(at));
    }

    private static void settle(StringBuilder text, int at) {
        for (int vowels = 0; vowels < NEW_STYLE.length; vowels++) {
            for (int tone = 0; tone < NEW_STYLE[vowels].length(); tone += 2) {
                if (text.charAt(at) == NEW_STYLE[vowels].charAt(tone)
                        && text.charAt(at + 1) == NEW_STYLE[vowels].charAt(tone + 1)) {
                    text.setCharAt(at, OLD_STYLE[vowels].charAt(tone));
                    text.setCharAt(at + 1, OLD_STYLE[vowels].charAt(tone + 1));
                    return;
                }
            }
        }
    }
}
