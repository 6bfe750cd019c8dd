package org.pactlens.framing;

import java.util.List;
import org.pactlens.study.Lexicon;

/**
 * All that a text is read with.
 *
 * @param language BCP 47 tag
 * @param lexicons none where the codebook does not know the language and quotations alone are found
 */
record Tongue(String language, List<Lexicon> lexicons, Vocabulary vocabulary, Marks marks, Habits habits) {
    Passage read(String text, boolean title) {
        return Passage.of(text, title, habits, marks, vocabulary);
    }

    /** The same in an outlet whose offices are those of another state. */
    Tongue at(String home) {
        return home == null ? this : new Tongue(language, lexicons, vocabulary, marks, habits.at(home));
    }
}
