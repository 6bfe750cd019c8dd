package org.pactlens.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTextTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "He said \"go on\" twice | go on | straight marks",
                "Er sagte „geh weiter“ leise | geh weiter | German marks",
                "Il dit « allez » et part | ` allez ` | French marks",
                "Он сказал: «иди» и ушёл | иди | Russian marks",
                "彼は「行く」と言った | 行く | corner brackets",
                "said ‘it’s fine’ and left | it’s fine | single marks with an apostrophe",
                "Jeb’s friends’ house | `` | apostrophes alone",
                "wrote ''go on'' in print | go on' | doubled single marks",
                "\"open to the end | open to the end | a mark that nobody closes"
            })
    void whatStandsBetweenMarksIsMarked(String text, String marked, String why) {
        String found = MarkedText.of(text).stream()
                .mapToObj(i -> text.substring(i, i + 1))
                .collect(Collectors.joining());
        assertThat(found).as(why).isEqualTo(marked);
    }
}
