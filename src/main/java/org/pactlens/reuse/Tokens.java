package org.pactlens.reuse;

import java.util.Arrays;
import org.pactlens.text.FoldedText;

/**
 * The words of a text as hashes. Letters of scripts that do not part words (Han, kana, Thai, Lao, Khmer, Myanmar) are
 * a word each. Spelling, case and accents are folded as in {@link FoldedText}.
 */
final class Tokens {
    private static final int LONGEST = Byte.MAX_VALUE;

    private final FoldedText folded;
    private int[] from = new int[256];
    private int[] to = new int[256];
    private int[] words = new int[256];
    private int[] block = new int[256];
    private int size;
    private int unspaced;

    private Tokens(FoldedText folded) {
        this.folded = folded;
    }

    static Tokens of(String text, String language) {
        Tokens tokens = new Tokens(FoldedText.of(text, language));
        tokens.read();
        return tokens;
    }

    private void read() {
        String text = folded.folded();
        int paragraph = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n') {
                paragraph++;
            }
            if (!isLetter(c)) {
                i++;
                continue;
            }
            int start = i++;
            if (isUnspaced(c)) {
                unspaced++;
                while (i < text.length() && isMark(text.charAt(i))) {
                    i++;
                }
            } else {
                while (i < text.length() && isLetter(text.charAt(i)) && !isUnspaced(text.charAt(i))) {
                    i++;
                }
            }
            add(start, i, text, paragraph);
        }
    }

    private void add(int start, int end, String text, int paragraph) {
        if (size == words.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            words = Arrays.copyOf(words, size * 2);
            block = Arrays.copyOf(block, size * 2);
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        from[size] = start;
        to[size] = end;
        words[size] = Hashes.spread(hash);
        block[size++] = paragraph;
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(char c) {
        return c >= 0x0E00 && c <= 0x0EFF // Thai, Lao
                || c >= 0x1000 && c <= 0x109F // Myanmar
                || c >= 0x1780 && c <= 0x17FF // Khmer
                || c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3130 && c <= 0x318F) // Han, kana; not the letters of hangul
                || c >= 0xF900 && c <= 0xFAFF;
    }

    int size() {
        return size;
    }

    int[] words() {
        return Arrays.copyOf(words, size);
    }

    /** Paragraph number of each word, from 0. */
    int[] blocks() {
        return Arrays.copyOf(block, size);
    }

    /** Letters of each word, cut at 127. */
    byte[] lengths() {
        byte[] lengths = new byte[size];
        for (int i = 0; i < size; i++) {
            lengths[i] = (byte) Math.min(LONGEST, to[i] - from[i]);
        }
        return lengths;
    }

    /** Offset of each word's first letter in the text as given, in code points. */
    int[] starts() {
        int[] starts = new int[size];
        for (int i = 0; i < size; i++) {
            starts[i] = folded.span(from[i], to[i]).start();
        }
        return starts;
    }

    /** Whether most of the text is in a script that does not part words. */
    boolean isUnspaced() {
        return unspaced * 2 > size;
    }
}
