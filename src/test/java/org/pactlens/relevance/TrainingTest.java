package org.pactlens.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pactlens.study.RelevanceFeature;
import org.pactlens.study.RelevanceWeights;

class TrainingTest {
    private static Example example(double title, double rival, boolean relevant, String group) {
        return new Example(Map.of(RelevanceFeature.TITLE, title, RelevanceFeature.RIVAL, rival), true, relevant, group);
    }

    /** Title speaks for the event two times in three, a rival against it. */
    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean relevant = i % 3 != 0;
            examples.add(example(relevant ? 1 : 0.2 * (i % 2), relevant ? 0 : i % 2, relevant, "group " + i % 12));
        }
        return examples;
    }

    @Test
    void theSameExamplesInAnyOrderGiveTheSameWeights() {
        List<Example> shuffled = new ArrayList<>(examples());
        Collections.shuffle(shuffled, new Random(1));
        assertThat(Training.learn(shuffled)).isEqualTo(Training.learn(examples()));
    }

    /** The penalised likelihood is flat at its optimum: its slope in the free direction is zero. */
    @Test
    void theBiasMakesTheMeanScoreTheShareOfRelevantExamples() {
        RelevanceWeights weights = Training.learn(examples());
        double mean =
                examples().stream().mapToDouble(e -> e.score(weights)).average().orElseThrow();
        assertThat(mean).isCloseTo(40 / 60.0, within(0.001));
    }

    @Test
    void noFeatureGetsAWeightAgainstItsSign() {
        List<Example> upsideDown = examples().stream()
                .map(e -> new Example(e.values(), true, !e.relevant(), e.group()))
                .toList();
        RelevanceWeights weights = Training.learn(upsideDown);
        assertThat(weights.byFeature())
                .containsEntry(RelevanceFeature.TITLE, 0.0)
                .containsEntry(RelevanceFeature.RIVAL, 0.0);
    }

    @Test
    void examplesThatCannotScoreTeachNothingAndScoreZero() {
        List<Example> more = new ArrayList<>(examples());
        Example cannot = new Example(examples().get(1).values(), false, true, "other");
        more.add(cannot);
        assertThat(Training.learn(more)).isEqualTo(Training.learn(examples()));
        assertThat(cannot.score(Training.learn(more))).isZero();
    }

    @Test
    void aGroupIsNeverSplit() {
        List<Example> odd = new ArrayList<>(examples());
        // One group whose labels contradict all others: weights that had seen it would score it lower.
        for (int i = 0; i < 200; i++) {
            odd.add(example(1, 0, false, "contrary"));
        }
        List<Double> scores = Training.crossValidated(odd);
        assertThat(scores.get(scores.size() - 1)).isGreaterThan(0.5);
    }

    @Test
    void oneKindOfExampleIsRefused() {
        List<Example> relevant = examples().stream().filter(Example::relevant).toList();
        assertThatThrownBy(() -> Training.learn(relevant))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both kinds are needed");
    }
}
