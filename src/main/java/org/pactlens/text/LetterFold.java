package org.pactlens.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;

/**
 * What is left of a character when only the letter counts: no case, width, accent or compatibility form.
 *
 * <p>Coarser than {@link FoldedText} and the same for all languages, so that one list of words can be looked for in a
 * text whose language is not known, and in bytes before they are parsed. Each character folds by itself (no context),
 * so folding a part of a text gives a part of the folded text. Hangul syllables stay whole.
 */
public final class LetterFold {
    /** The fold of a character that stands between words. */
    public static final char BREAK = ' ';

    /** The fold of a mark or an invisible character: nothing. */
    public static final char NOTHING = '\0';

    private static final char SEVERAL = '\1';
    private static final char[] TABLE = table();

    private LetterFold() {}

    /**
     * The fold of a code point: one or more letters or digits, {@link #BREAK} or {@link #NOTHING} as a string of length
     * one or zero.
     */
    public static String of(int codePoint) {
        if (codePoint < TABLE.length && TABLE[codePoint] != SEVERAL) {
            return TABLE[codePoint] == NOTHING ? "" : String.valueOf(TABLE[codePoint]);
        }
        return compute(codePoint);
    }

    /**
     * The fold of a character of the basic plane if it is at most one character; else {@code '\1'}, and {@link #of} has
     * to be asked. Surrogates are such, too.
     */
    public static char single(char unit) {
        return TABLE[unit];
    }

    /** Whether {@link #single} gave no fold. */
    public static boolean isSeveral(char fold) {
        return fold == SEVERAL;
    }

    /** The letters and digits of a text, folded, without anything between them. */
    public static String letters(CharSequence text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            String fold = of(codePoint);
            if (!fold.equals(" ")) {
                letters.append(fold);
            }
        });
        return letters.toString();
    }

    private static char[] table() {
        char[] table = new char[0x10000];
        for (int unit = 0; unit < table.length; unit++) {
            if (Character.isSurrogate((char) unit)) {
                table[unit] = SEVERAL;
            } else {
                String fold = compute(unit);
                table[unit] = fold.isEmpty() ? NOTHING : fold.length() == 1 ? fold.charAt(0) : SEVERAL;
            }
        }
        return table;
    }

    private static String compute(int codePoint) {
        if (codePoint >= 0xAC00 && codePoint <= 0xD7A3) {
            return Character.toString(codePoint);
        }
        String text = Normalizer2.getNFKCCasefoldInstance().normalize(Character.toString(codePoint));
        StringBuilder fold = new StringBuilder();
        boolean between = false;
        for (int i = 0; i < text.length(); ) {
            int whole = text.codePointAt(i);
            i += Character.charCount(whole);
            String parts = whole >= 0xAC00 && whole <= 0xD7A3
                    ? Character.toString(whole)
                    : Normalizer2.getNFDInstance().normalize(Character.toString(whole));
            for (int j = 0; j < parts.length(); ) {
                int part = parts.codePointAt(j);
                j += Character.charCount(part);
                if (isLetter(part)) {
                    fold.appendCodePoint(alike(part));
                } else {
                    between |= !isMark(part);
                }
            }
        }
        return fold.length() > 0 ? fold.toString() : between ? " " : "";
    }

    private static boolean isLetter(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return codePoint != 0x0640 // the stroke that lengthens an Arabic word
                && (UCharacter.isLetterOrDigit(codePoint) || type == UCharacterCategory.COMBINING_SPACING_MARK);
    }

    private static boolean isMark(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return codePoint == 0x0640
                || type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.ENCLOSING_MARK
                || type == UCharacterCategory.FORMAT;
    }

    /** Letters that readers take as one but Unicode does not decompose. */
    private static int alike(int letter) {
        if (UCharacter.isDigit(letter)) {
            return '0' + UCharacter.digit(letter);
        }
        return switch (letter) {
            case 'ı' -> 'i';
            case 'đ' -> 'd';
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            case 'ة' -> 'ه';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            default -> letter;
        };
    }
}
