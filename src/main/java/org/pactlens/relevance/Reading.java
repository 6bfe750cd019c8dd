package org.pactlens.relevance;

import java.util.List;
import org.pactlens.text.FoldedWords;

/** A title or a text with its passages. */
record Reading(FoldedWords words, List<Passage> passages, boolean isTitle) {
    Reading(FoldedWords words, Lists lists, boolean isTitle) {
        this(words, Passage.of(words, lists), isTitle);
    }

    /** The required concepts that are named anywhere here. */
    long required() {
        long required = 0;
        for (Passage passage : passages) {
            required |= passage.required;
        }
        return required;
    }
}
