package org.pactlens.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the paragraphs and sentences of a text begin and end. Spans hold no blanks at their edges and come in text
 * order; every sentence lies in one paragraph. A blank line parts paragraphs; so does a single line end, unless a
 * lower-case letter goes on with a line that was left open.
 */
public record Sentences(List<Span> paragraphs, List<Span> sentences) {
    public Sentences {
        paragraphs = List.copyOf(paragraphs);
        sentences = List.copyOf(sentences);
    }

    /**
     * Cuts a text. Linear in its length.
     *
     * @param language BCP 47 tag, or null where unknown
     */
    public static Sentences of(String text, String language) {
        String primary = language == null ? "" : language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return new Cutter(text, primary).cut();
    }

    /** Index of the sentence that holds the code point offset, or of the last one before it; -1 before the first. */
    public int sentenceAt(int offset) {
        return at(sentences, offset);
    }

    /** Index of the paragraph that holds the code point offset, or of the last one before it; -1 before the first. */
    public int paragraphAt(int offset) {
        return at(paragraphs, offset);
    }

    private static int at(List<Span> spans, int offset) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).start() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Cuts one text, once, and counts code points as it goes. */
    private static final class Cutter {
        private final String text;
        private final String language;
        private final List<Span> paragraphs = new ArrayList<>();
        private final List<Span> sentences = new ArrayList<>();
        private int countedUnits;
        private int countedPoints;

        Cutter(String text, String language) {
            this.text = text;
            this.language = language;
        }

        Sentences cut() {
            int start = blanksEnd(0);
            while (start < text.length()) {
                int end = paragraphEnd(start);
                cutParagraph(start, end);
                start = blanksEnd(end);
            }
            return new Sentences(paragraphs, sentences);
        }

        private int blanksEnd(int from) {
            int at = from;
            while (at < text.length() && Folding.isBlank(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private int paragraphEnd(int start) {
            int at = start;
            while (at < text.length()) {
                int blanks = blanksEnd(at);
                if (blanks == text.length() && blanks > at || blanks > at && Breaks.partsParagraphs(text, at, blanks)) {
                    return at;
                }
                at = blanks > at ? blanks : at + 1;
            }
            return at;
        }

        private void cutParagraph(int start, int end) {
            List<Integer> ends = new ArrayList<>();
            new SentenceBreaker(text, language, start, end).addEnds(ends);
            ends.add(end);
            int paragraphStart = points(start);
            int from = start;
            for (int to : ends) {
                int begin = Math.min(blanksEnd(from), to);
                if (begin < to) {
                    int first = points(begin);
                    sentences.add(new Span(first, points(to)));
                }
                from = to;
            }
            paragraphs.add(new Span(paragraphStart, points(end)));
        }

        private int points(int units) {
            countedPoints += text.codePointCount(countedUnits, units);
            countedUnits = units;
            return countedPoints;
        }
    }
}
