package org.pactlens.relevance;

import java.util.List;
import org.pactlens.relevance.Relevance.Feature;

/**
 * A labelled article as the training sees it.
 *
 * @param features as the rule measured them
 * @param canScore whether the score depends on them: false where a required concept is missing or the day is too early
 * @param relevant whether a coder graded it 2 or 3
 * @param group rows of one group are never split between learning and testing: an outlet, a channel
 */
public record Example(List<Feature> features, boolean canScore, boolean relevant, String group) {
    public Example {
        features = List.copyOf(features);
    }

    /** @param scored what the rule made of the article, with any weights */
    public static Example of(Relevance scored, int grade, String group) {
        return new Example(scored.features(), scored.score() > 0, grade >= Relevance.LEAST_RELEVANT_GRADE, group);
    }
}
