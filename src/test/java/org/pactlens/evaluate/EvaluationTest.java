package org.pactlens.evaluate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pactlens.evaluate.Figures.rows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pactlens.UserError;
import org.pactlens.evaluate.Evaluation.Output;

class EvaluationTest {
    /** Gold, coded row, what the message must say. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'url': 'a', 'frames': {'x': true}} | {'url': 'a'} | file:1: this gold cannot score that output",
                "{'url': 'a', 'frames': {'x': true}} | {'url': 'a'} | its rows have the keys frames, url",
                "{'url': 'a', 'quotations': [{'start': 5, 'end': 5}]} | {'url': 'a'} | quotations[0]: start and end",
                "{'url': 'a', 'quotations': []} | {'url': 'a', 'quotations': 3} | 'quotations' must be a list or null; it is 3",
                "{'url': 'a', 'quotations': []} | {'quotations': []} | 'url' must be a text; it is missing",
                "{'url': 'a', 'grade': 7} | {'url': 'a'} | 'grade' must be a whole number from 0 to 3; it is 7",
                "{'url': 'a', 'grade': 2} | {'url': 'a', 'score': 1.5} | 'score' must be a number from 0 to 1; it is 1.5",
                "{'url': 'a', 'grade': 2} | {'url': 'b'} | no url of this file is in the gold"
            })
    void whatCannotBeScoredIsAUserErrorWithItsPlace(String gold, String output, String message) {
        List<Row> goldRows = rows(gold);
        List<Row> outputRows = rows(output);
        assertThatThrownBy(() -> Figures.of(Output.CODED, goldRows, outputRows))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("file:1: ")
                .hasMessageContaining(message);
    }
}
