package org.pactlens.relevance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pactlens.study.RelevanceFeature;
import org.pactlens.study.RelevanceWeights;

/**
 * Learns the weights of the score: logistic regression with an L2 penalty on features brought to unit variance, by
 * cyclic coordinate descent (Genkin, Lewis and Madigan 2007, Technometrics 49:291-304). The signs are fixed: what speaks
 * for the event never gets a negative weight and what speaks for a look-alike never a positive one, so that a small set
 * cannot teach nonsense. No chance is involved: the same examples give the same weights.
 */
public final class Training {
    /** Folds of the cross-validation. */
    public static final int FOLDS = 5;

    private static final double PENALTY = 1;
    private static final int MOST_ROUNDS = 2000;
    private static final double STILL = 1e-9;
    private static final int DIGITS = 3;

    private static final RelevanceFeature[] FEATURES = RelevanceFeature.values();

    private final double[][] values;
    private final boolean[] relevant;
    private final double[] scale;
    private final double[] logOdds;

    /** The bias, then the weights of the scaled features. */
    private final double[] weights;

    private Training(List<Example> examples) {
        values = new double[FEATURES.length + 1][examples.size()];
        relevant = new boolean[examples.size()];
        scale = new double[values.length];
        logOdds = new double[examples.size()];
        weights = new double[values.length];
        for (int i = 0; i < examples.size(); i++) {
            relevant[i] = examples.get(i).relevant();
            values[0][i] = 1;
            for (int f = 1; f < values.length; f++) {
                values[f][i] = examples.get(i).value(FEATURES[f - 1]);
            }
        }
        scale[0] = 1;
        for (int f = 1; f < values.length; f++) {
            scale[f] = deviation(values[f]);
            for (int i = 0; i < relevant.length; i++) {
                values[f][i] /= scale[f];
            }
        }
    }

    /**
     * The weights that fit the examples best, rounded to {@value #DIGITS} digits.
     *
     * @throws IllegalArgumentException where no example that can score is relevant, or all are
     */
    public static RelevanceWeights learn(List<Example> examples) {
        List<Example> usable = examples.stream().filter(Example::canScore).toList();
        long relevant = usable.stream().filter(Example::relevant).count();
        if (relevant == 0 || relevant == usable.size()) {
            throw new IllegalArgumentException(
                    relevant + " of " + usable.size() + " articles that can score are relevant; both kinds are needed");
        }
        return new Training(usable).fit();
    }

    /**
     * The score of each example by weights learned without its group.
     *
     * @return in the order of the examples
     */
    public static List<Double> crossValidated(List<Example> examples) {
        List<RelevanceWeights> byFold = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            byFold.add(learn(examples.stream().filter(e -> fold(e) != out).toList()));
        }
        return examples.stream().map(e -> e.score(byFold.get(fold(e)))).toList();
    }

    /** By the group's name alone, so that more examples of other groups do not move it. */
    static int fold(Example example) {
        int mixed = example.group().hashCode() * 0x9E3779B9;
        return (mixed >>> 16) % FOLDS;
    }

    private static double deviation(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        double variance = squares / values.length - mean * mean;
        return variance > STILL ? Math.sqrt(variance) : 1;
    }

    private RelevanceWeights fit() {
        double moved = 1;
        for (int round = 0; moved > STILL && round < MOST_ROUNDS; round++) {
            moved = 0;
            for (int f = 0; f < weights.length; f++) {
                moved = Math.max(moved, Math.abs(step(f)));
            }
        }
        Map<RelevanceFeature, Double> byFeature = new EnumMap<>(RelevanceFeature.class);
        for (int f = 1; f < weights.length; f++) {
            byFeature.put(FEATURES[f - 1], rounded(weights[f] / scale[f]));
        }
        return new RelevanceWeights(rounded(weights[0]), byFeature);
    }

    /** One Newton step of one weight, cut at its sign. */
    private double step(int f) {
        double slope = f == 0 ? 0 : PENALTY * weights[f];
        double curve = f == 0 ? STILL : PENALTY;
        for (int i = 0; i < relevant.length; i++) {
            double probability = RelevanceWeights.probability(logOdds[i]);
            slope += (probability - (relevant[i] ? 1 : 0)) * values[f][i];
            curve += probability * (1 - probability) * values[f][i] * values[f][i];
        }
        double next = weights[f] - slope / curve;
        if (f > 0) {
            next = FEATURES[f - 1].speaksFor() ? Math.max(0, next) : Math.min(0, next);
        }
        double change = next - weights[f];
        weights[f] = next;
        for (int i = 0; change != 0 && i < relevant.length; i++) {
            logOdds[i] += change * values[f][i];
        }
        return change;
    }

    private static double rounded(double weight) {
        return new BigDecimal(weight).setScale(DIGITS, RoundingMode.HALF_EVEN).doubleValue();
    }
}
