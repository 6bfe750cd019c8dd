package org.pactlens.evaluate;

/**
 * A probability that was given before the answer was known, and the answer.
 *
 * @param probability 0..1
 * @param set which gold it is of; empty where there is one
 * @param language empty where unknown
 */
public record Forecast(double probability, boolean happened, String set, String language) {
    public Forecast {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability " + probability);
        }
    }
}
