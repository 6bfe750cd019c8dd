package org.pactlens.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyModelTest {
    @Test
    void theShippedWeightsNameEveryTraitInTheOrderOfTheArrays() {
        List<String> names = StreamSupport.stream(
                        ClassWords.Resource.lines("body-model.tsv").spliterator(), false)
                .map(line -> line.split("\t")[0])
                .toList();
        assertThat(names).isEqualTo(BodyModel.NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LINK_SHAER\t0.1\t0.2", "LINK_SHARE\t0.1", "LINK_SHARE 0.1 0.2"})
    void aMisspeltRowIsNamed(String row) {
        assertThatThrownBy(() -> BodyModel.of(List.of(row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(row);
    }

    @Test
    void aTraitThatStandsTwiceIsNamed() {
        assertThatThrownBy(() -> BodyModel.of(List.of("TINY\t0.1\t0.2", "TINY\t0.3\t0.4")))
                .hasMessageContaining("TINY\t0.3\t0.4");
    }
}
