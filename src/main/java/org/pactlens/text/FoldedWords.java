package org.pactlens.text;

import java.util.Arrays;

/**
 * A text as words for {@link WordPatterns}: folded letters ({@link LetterFold}), one blank between words, and the way
 * back to the text. Blanks between Han or kana characters are gone, since those scripts have no words that blanks part.
 *
 * <p>Also knows where sentences end, by marks alone: no list of abbreviations, no language. A sentence is cut where it
 * grows beyond {@link #LONGEST_SENTENCE} characters, so a text without marks (a transcript) falls into pieces too.
 */
public final class FoldedWords {
    /** Folded characters after which a sentence ends at the next blank. */
    static final int LONGEST_SENTENCE = 400;

    private final String text;
    private final char[] folded;
    private final int[] units;
    private final int[] points;
    private final int length;
    private final int[] sentenceStarts;

    private FoldedWords(String text, Builder built) {
        this.text = text;
        this.length = built.length;
        this.folded = built.folded;
        this.units = built.units;
        this.points = built.points;
        this.sentenceStarts = Arrays.copyOf(built.sentences, built.sentenceCount);
    }

    /** Linear in the length of the text. */
    public static FoldedWords of(String text) {
        Builder builder = new Builder(text.length());
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            builder.take(text, i, codePoint);
            i += Character.charCount(codePoint);
        }
        return new FoldedWords(text, builder);
    }

    /** Number of sentences; 0 where the text holds no letter. */
    public int sentences() {
        return sentenceStarts.length;
    }

    /** Index of the sentence that holds the folded position. */
    public int sentenceAt(int position) {
        int found = Arrays.binarySearch(sentenceStarts, position);
        return found >= 0 ? found : -found - 2;
    }

    /** The span of the text that the folded characters {@code [from, to)} come from. */
    public Span span(int from, int to) {
        return new Span(points[from], points[to - 1] + 1);
    }

    /** The words of the text that the folded characters {@code [from, to)} come from. */
    public String quote(int from, int to) {
        int last = units[to - 1];
        return text.substring(units[from], last + Character.charCount(text.codePointAt(last)));
    }

    /** The folded characters {@code [from, to)}. */
    public String folded(int from, int to) {
        return new String(folded, from, to - from);
    }

    /** Number of folded characters. */
    public int length() {
        return length;
    }

    char at(int position) {
        return position < length ? folded[position] : LetterFold.BREAK;
    }

    /** Whether a word (or, in Han and kana, anything) may begin here. */
    boolean startsWord(int position) {
        char here = folded[position];
        if (here == LetterFold.BREAK) {
            return false;
        }
        return position == 0 || Script.edge(folded[position - 1], here);
    }

    /** Whether a word may end before this position. */
    boolean endsWord(int position) {
        return position >= length || Script.edge(folded[position - 1], folded[position]);
    }

    private static final class Builder {
        char[] folded;
        int[] units;
        int[] points;
        int length;
        int[] sentences = new int[16];
        int sentenceCount;
        private boolean blank = true;
        private boolean sentenceOver = true;
        private int newlines;
        private int point = -1;

        Builder(int size) {
            folded = new char[size + 16];
            units = new int[size + 16];
            points = new int[size + 16];
        }

        void take(String text, int index, int codePoint) {
            point++;
            char single = codePoint < 0x10000 ? LetterFold.single((char) codePoint) : '\1';
            if (single == LetterFold.NOTHING) {
                return;
            }
            if (single == LetterFold.BREAK) {
                blank = true;
                sentenceOver |= endsSentence(text, index, codePoint);
                return;
            }
            newlines = 0;
            if (LetterFold.isSeveral(single)) {
                String fold = LetterFold.of(codePoint);
                for (int j = 0; j < fold.length(); j++) {
                    letter(fold.charAt(j), index);
                }
            } else {
                letter(single, index);
            }
        }

        private void letter(char letter, int index) {
            if (letter == LetterFold.BREAK) {
                blank = true;
                return;
            }
            if (Script.composes(length > 0 && !blank ? folded[length - 1] : LetterFold.BREAK, letter)) {
                folded[length - 1] = Script.compose(folded[length - 1], letter);
                return;
            }
            if (blank && length > 0 && !(Script.isHanOrKana(letter) && Script.isHanOrKana(folded[length - 1]))) {
                append(LetterFold.BREAK, index);
            }
            int start = sentenceCount == 0 ? 0 : sentences[sentenceCount - 1];
            if (sentenceOver || blank && length - start > LONGEST_SENTENCE) {
                if (sentenceCount == sentences.length) {
                    sentences = Arrays.copyOf(sentences, 2 * sentenceCount);
                }
                sentences[sentenceCount++] = sentenceCount == 1 ? 0 : length;
            }
            blank = false;
            sentenceOver = false;
            append(letter, index);
        }

        private void append(char letter, int index) {
            if (length == folded.length) {
                folded = Arrays.copyOf(folded, 2 * length);
                units = Arrays.copyOf(units, 2 * length);
                points = Arrays.copyOf(points, 2 * length);
            }
            folded[length] = letter;
            units[length] = index;
            points[length++] = point;
        }

        private boolean endsSentence(String text, int index, int codePoint) {
            switch (codePoint) {
                case '。', '！', '？', '!', '?', '।', '؟', '۔':
                    return true;
                case '.':
                    // Not after a single letter ("N. Korea") and not inside a number or a name of a site.
                    return index + 1 < text.length()
                            && Character.isWhitespace(text.charAt(index + 1))
                            && length > 1
                            && folded[length - 1] != LetterFold.BREAK
                            && folded[length - 2] != LetterFold.BREAK
                            && !Character.isDigit(folded[length - 1]);
                case '\n':
                    return ++newlines > 1;
                default:
                    return false;
            }
        }
    }
}
