package org.pactlens.study;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the features of an article make its score: {@code weights.yaml} of a study.
 *
 * @param bias log odds of a text whose features are all zero
 * @param byFeature what one unit of each feature adds to the log odds; 0 where a feature is not named
 */
public record RelevanceWeights(double bias, Map<RelevanceFeature, Double> byFeature) implements Serializable {
    private static final double LARGEST = 100;

    public RelevanceWeights {
        Map<RelevanceFeature, Double> all = new EnumMap<>(RelevanceFeature.class);
        for (RelevanceFeature feature : RelevanceFeature.values()) {
            all.put(feature, byFeature.getOrDefault(feature, 0.0));
        }
        byFeature = Collections.unmodifiableMap(all);
    }

    static RelevanceWeights read(YamlNode root) {
        root.knows("bias", "weights");
        YamlNode weights = root.required("weights");
        List<RelevanceFeature> features = Arrays.asList(RelevanceFeature.values());
        weights.knows(features.stream().map(RelevanceFeature::id).toArray(String[]::new));
        Map<RelevanceFeature, Double> byFeature = new EnumMap<>(RelevanceFeature.class);
        Map<String, YamlNode> entries = weights.entries();
        features.stream()
                .filter(feature -> entries.containsKey(feature.id()))
                .forEach(feature ->
                        byFeature.put(feature, entries.get(feature.id()).decimal(-LARGEST, LARGEST)));
        return new RelevanceWeights(root.required("bias").decimal(-LARGEST, LARGEST), byFeature);
    }

    /** What a value of a feature adds to the log odds. */
    public double share(RelevanceFeature feature, double value) {
        return byFeature.get(feature) * value;
    }

    /** Log odds of an article with these features; what is not named is 0. */
    public double logOdds(Map<RelevanceFeature, Double> values) {
        double sum = bias;
        for (RelevanceFeature feature : RelevanceFeature.values()) {
            sum += share(feature, values.getOrDefault(feature, 0.0));
        }
        return sum;
    }

    /** The probability, 0..1, that has these log odds. */
    public static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
