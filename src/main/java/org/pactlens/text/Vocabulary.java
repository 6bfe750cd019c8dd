package org.pactlens.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The words that a text uses. */
public final class Vocabulary {
    private static final int LONGEST_WORD = 40;

    private Vocabulary() {}

    /**
     * The distinct words of a text in small letters, of two letters and more; where a script writes no spaces, words
     * are parted by a dictionary (Unicode Standard Annex 29; ICU).
     *
     * @param language BCP 47 tag, or null
     * @param without stretches to leave out, say quotations; in any order
     */
    public static SortedSet<String> of(String text, String language, List<Span> without) {
        ULocale locale = language == null ? ULocale.ROOT : ULocale.forLanguageTag(language);
        String kept = blank(text, without);
        BreakIterator words = BreakIterator.getWordInstance(locale);
        words.setText(kept);
        SortedSet<String> vocabulary = new TreeSet<>();
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            boolean isWord = words.getRuleStatus() >= RuleBasedBreakIterator.WORD_LETTER;
            if (isWord && end - start >= 2 && end - start <= LONGEST_WORD) {
                vocabulary.add(UCharacter.toLowerCase(locale, kept.substring(start, end)));
            }
        }
        return vocabulary;
    }

    private static String blank(String text, List<Span> without) {
        int[] points = text.codePoints().toArray();
        for (Span span : without) {
            for (int i = span.start(); i < Math.min(span.end(), points.length); i++) {
                points[i] = ' ';
            }
        }
        return new String(points, 0, points.length);
    }
}
