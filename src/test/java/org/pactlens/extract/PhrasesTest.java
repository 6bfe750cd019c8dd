package org.pactlens.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    private static final Phrases PHRASES = Phrases.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Newsletters of the harbour board went out on Monday.",
                "Support us farmers or lose us, the growers wrote on their banners.",
                "Getty Images said on Monday that it would sue the maker of the program.",
                "Il vous reste trois jours pour voter, a rappelé le maire.",
                "Mit der Aktivierung des Kraftwerks rechnet der Betreiber im Mai.",
                "Другие новости из порта приходят редко.",
                "À lire les journaux du matin, le canal sera élargi.",
                "При использовании материалов такого рода дорога служит дольше."
            })
    void leavesASentenceThatBeginsAlike(String sentence) {
        assertThat(PHRASES.matches(sentence)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Newsletter",
                "Getty Images/I. Morrow",
                "Другие новости:",
                "À lire : le canal sera élargi",
                "При использовании материалов ссылка обязательна",
                "Read also: Channel to be widened"
            })
    void takesWhatNoArticleMeansAsText(String line) {
        assertThat(PHRASES.matches(line)).isTrue();
    }
}
