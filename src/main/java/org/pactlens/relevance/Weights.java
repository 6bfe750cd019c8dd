package org.pactlens.relevance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pactlens.relevance.Relevance.Feature;

/**
 * What a training learned.
 *
 * @param bias log odds of a text whose features are all zero
 * @param byFeature what one unit of each feature adds, in the order of the features
 */
public record Weights(double bias, Map<String, Double> byFeature) {
    public Weights {
        byFeature = Collections.unmodifiableMap(new LinkedHashMap<>(byFeature));
    }

    /** The score of an article with these features; 0 where the article cannot score. */
    public double probability(Example example) {
        return example.canScore() ? logistic(logOdds(bias, byFeature, example.features())) : 0;
    }

    static double logOdds(double bias, Map<String, Double> weights, List<Feature> features) {
        double sum = bias;
        for (Feature feature : features) {
            sum += weights.getOrDefault(feature.name(), 0.0) * feature.value();
        }
        return sum;
    }

    static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
