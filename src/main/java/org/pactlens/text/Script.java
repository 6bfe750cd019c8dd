package org.pactlens.text;

/** What the scripts differ in where words begin and end. */
enum Script {
    BETWEEN,
    LETTERS,
    HANGUL,
    HAN_OR_KANA;

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int FIRST_LEAD = 0x1100;
    private static final int FIRST_VOWEL = 0x1161;
    private static final int LAST_VOWEL = 0x1175;
    private static final int BEFORE_TAIL = 0x11A7;
    private static final int TAILS = 28;
    private static final int VOWELS = 21;

    static Script of(char c) {
        if (c == LetterFold.BREAK) {
            return BETWEEN;
        }
        if (c < 0x1100) {
            return LETTERS;
        }
        if (c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE || c <= 0x11FF) {
            return HANGUL;
        }
        return isHanOrKana(c) ? HAN_OR_KANA : LETTERS;
    }

    /** Whether words that end in the letter are parted from the next by something; Thai and its like know no blanks. */
    static boolean hasWordEnds(char c) {
        boolean withoutBlanks = c >= 0x0E00 && c <= 0x0EFF || c >= 0x1000 && c <= 0x109F || c >= 0x1780 && c <= 0x17FF;
        return of(c) == LETTERS && !withoutBlanks;
    }

    static boolean isHanOrKana(char c) {
        return c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3130 && c <= 0x318F) || c >= 0xF900 && c <= 0xFAFF;
    }

    /** Whether a word may end after {@code before} and another begin with {@code after}. */
    static boolean edge(char before, char after) {
        Script script = of(after);
        return script == HAN_OR_KANA || of(before) != script;
    }

    /** Whether {@code next} is a conjoining letter that completes the syllable begun by {@code before}. */
    static boolean composes(char before, char next) {
        boolean vowel = next >= FIRST_VOWEL && next <= LAST_VOWEL;
        boolean tail = next > BEFORE_TAIL && next < BEFORE_TAIL + TAILS;
        return vowel && before >= FIRST_LEAD && before < FIRST_LEAD + 19
                || tail
                        && before >= FIRST_SYLLABLE
                        && before <= LAST_SYLLABLE
                        && (before - FIRST_SYLLABLE) % TAILS == 0;
    }

    /** The syllable of the two (Unicode Standard, section 3.12). */
    static char compose(char before, char next) {
        if (next > BEFORE_TAIL) {
            return (char) (before + next - BEFORE_TAIL);
        }
        return (char) (FIRST_SYLLABLE + ((before - FIRST_LEAD) * VOWELS + next - FIRST_VOWEL) * TAILS);
    }
}
