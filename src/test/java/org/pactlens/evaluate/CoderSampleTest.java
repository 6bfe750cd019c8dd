package org.pactlens.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A stratified sample for coders. */
class CoderSampleTest {
    /** 100 items: 4 in stratum a, 96 in stratum b. */
    private final List<String> items = new ArrayList<>(
            IntStream.range(0, 100).mapToObj(i -> (i < 4 ? "a" : "b") + i).toList());

    private List<CoderSample<String>> draw(int size, long seed) {
        return CoderSample.draw(items, Function.identity(), item -> item.substring(0, 1), size, seed);
    }

    @Test
    void aSmallStratumIsDrawnWholeAndTheRestFillsUp() {
        assertThat(draw(20, 1).stream().collect(Collectors.groupingBy(CoderSample::stratum, Collectors.counting())))
                .containsEntry("a", 4L)
                .containsEntry("b", 16L);
    }

    @Test
    void weightsSumToTheItems() {
        assertThat(draw(20, 1).stream().mapToDouble(CoderSample::weight).sum()).isCloseTo(100, within(1e-9));
    }

    @Test
    void theDrawDependsOnSeedAndIdsAlone() {
        List<CoderSample<String>> before = draw(20, 1);

        Collections.reverse(items);

        assertThat(draw(20, 1)).isEqualTo(before);
        assertThat(draw(20, 2)).isNotEqualTo(before);
    }

    @Test
    void askingForMoreThanThereAreGivesAll() {
        assertThat(draw(1000, 1)).hasSize(100);
    }
}
