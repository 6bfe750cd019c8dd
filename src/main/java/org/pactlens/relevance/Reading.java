package org.pactlens.relevance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pactlens.text.FoldedWords;
import org.pactlens.text.WordPatterns.Hit;

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

    /** The different spellings of the words that were found. */
    Set<String> spellings(Predicate<Hit> which) {
        Set<String> spellings = new HashSet<>();
        for (Passage passage : passages) {
            for (Hit hit : passage.hits) {
                if (which.test(hit)) {
                    spellings.add(words.folded(hit.from(), hit.to()));
                }
            }
        }
        return spellings;
    }
}
