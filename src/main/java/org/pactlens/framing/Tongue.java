package org.pactlens.framing;

import java.util.List;
import org.pactlens.study.Lexicon;

/**
 * All that a text is read with.
 *
 * @param language BCP 47 tag
 * @param lexicons none where the codebook does not know the language and quotations alone are found
 * @param state source group of the state that the outlet speaks for, or null
 */
record Tongue(
        String language, List<Lexicon> lexicons, Vocabulary vocabulary, Marks marks, Habits habits, String state) {
    Passage read(String text, boolean title) {
        return Passage.of(text, title, habits, marks, vocabulary);
    }

    /**
     * The same in an outlet.
     *
     * @param home source group of its state, or null where unknown
     * @param state the same where it speaks for that state, else null
     */
    Tongue at(String home, String state) {
        return home == null ? this : new Tongue(language, lexicons, vocabulary, marks, habits.at(home), state);
    }
}
