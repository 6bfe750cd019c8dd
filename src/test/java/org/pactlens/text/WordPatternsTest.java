package org.pactlens.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPatternsTest {
    /** What the pattern finds in the text, as it stands there. */
    private static List<String> found(String pattern, String text) {
        FoldedWords words = FoldedWords.of(text);
        return new WordPatterns(List.of(List.of(pattern)))
                .find(words).stream()
                        .map(hit -> words.quote(hit.from(), hit.to()))
                        .toList();
    }

    @ParameterizedTest(name = "{0} in \"{1}\"")
    @CsvSource({
        "treat*, two treaties stand, treaties",
        "*bund, der Staatenbund hält, bund",
        "조약, 조약을 맺었다, 조약",
        "条约, 两国签署条约后, 条约",
        "معاهدة, والمعاهدة الجديدة, معاهدة",
        "*สนธิสัญญา*, เขาลงนามสนธิสัญญาฉบับใหม่แล้ว, สนธิสัญญา"
    })
    void aWordIsFoundWhereItsScriptLetsItBeginAndEnd(String pattern, String text, String hit) {
        assertThat(found(pattern, text)).containsExactly(hit);
    }

    @Test
    void aRunOfLettersThatNoWordIsAsLongAsIsNone() {
        assertThat(found("treat*", "treat" + "y".repeat(200))).isEmpty();
    }
}
