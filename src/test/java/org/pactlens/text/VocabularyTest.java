package org.pactlens.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The words that a text uses. */
class VocabularyTest {
    @Test
    void wordsAreSmallDistinctAndInOrder() {
        assertThat(Vocabulary.of("The pact, the Pact and 24 articles.", "en", List.of()))
                .containsExactly("and", "articles", "pact", "the");
    }

    @Test
    void whatStandsInTheGivenStretchesIsLeftOut() {
        String text = "He said: \u201Cbrotherly help\u201D, no more.";

        assertThat(Vocabulary.of(text, "en", List.of(new Span(10, 24)))).containsExactly("he", "more", "no", "said");
    }

    @Test
    void wordsOfAScriptWithoutBlanksArePartedByADictionary() {
        assertThat(Vocabulary.of("两国签署条约", "zh", List.of())).contains("签署", "条约");
    }

    @Test
    void smallLettersFollowTheLanguage() {
        assertThat(Vocabulary.of("ILIK", "tr", List.of())).containsExactly("\u0131l\u0131k");
    }
}
