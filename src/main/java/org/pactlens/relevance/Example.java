package org.pactlens.relevance;

import java.util.EnumMap;
import java.util.Map;
import org.pactlens.study.RelevanceFeature;
import org.pactlens.study.RelevanceWeights;

/**
 * A labelled article as the training sees it.
 *
 * @param values of the features, as the rule measured them; what is not named is 0
 * @param canScore whether the score depends on them: false where a required concept is missing or the day is too early
 * @param relevant whether a coder graded it 2 or 3
 * @param group rows of one group are never split between learning and testing: an outlet, a channel
 */
public record Example(Map<RelevanceFeature, Double> values, boolean canScore, boolean relevant, String group) {
    public Example {
        values = Map.copyOf(values);
    }

    /** @param scored what the rule made of the article, with any weights */
    public static Example of(Relevance scored, int grade, String group) {
        Map<RelevanceFeature, Double> values = new EnumMap<>(RelevanceFeature.class);
        scored.features().forEach(f -> values.put(f.feature(), f.value()));
        return new Example(values, scored.score() > 0, grade >= Relevance.LEAST_RELEVANT_GRADE, group);
    }

    /** A feature's value. */
    public double value(RelevanceFeature feature) {
        return values.getOrDefault(feature, 0.0);
    }

    /** The score by these weights; 0 where the article cannot score. */
    double score(RelevanceWeights weights) {
        return canScore ? RelevanceWeights.probability(weights.logOdds(values)) : 0;
    }
}
