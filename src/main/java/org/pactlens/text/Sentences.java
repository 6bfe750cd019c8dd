package org.pactlens.text;

import java.util.List;

/**
 * Where the paragraphs and sentences of a text begin and end. Spans hold no blanks at their edges and come in text
 * order; every sentence lies in one paragraph.
 */
public record Sentences(List<Span> paragraphs, List<Span> sentences) {
    public Sentences {
        paragraphs = List.copyOf(paragraphs);
        sentences = List.copyOf(sentences);
    }

    /** @param language BCP 47 tag, or null where unknown */
    public static Sentences of(String text, String language) {
        throw new UnsupportedOperationException();
    }

    /** Index of the sentence that holds the code point offset, or of the last one before it; -1 before the first. */
    public int sentenceAt(int offset) {
        throw new UnsupportedOperationException();
    }

    /** Index of the paragraph that holds the code point offset, or of the last one before it; -1 before the first. */
    public int paragraphAt(int offset) {
        throw new UnsupportedOperationException();
    }
}
