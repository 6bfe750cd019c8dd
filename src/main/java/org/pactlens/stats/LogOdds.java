package org.pactlens.stats;

/**
 * Words that set two groups apart: log odds with an informative Dirichlet prior (Monroe, Colaresi, Quinn, Political
 * Analysis 16, 2008, 372-403). Count families, not copies.
 *
 * @param delta log odds ratio of the word, positive for the first group
 * @param variance of {@code delta}, the two-term form of the paper
 */
public record LogOdds(double delta, double variance) {
    /**
     * The log odds ratio of one word.
     *
     * @param y1 count of the word of {@code n1} words in the first group; {@code y2} of {@code n2} in the second
     * @param prior pseudo-count of the word: its share in the whole corpus times {@code priorSum}; above 0
     */
    public static LogOdds of(double y1, double n1, double y2, double n2, double prior, double priorSum) {
        double first = y1 + prior;
        double second = y2 + prior;
        double delta = Math.log(first / (n1 + priorSum - first)) - Math.log(second / (n2 + priorSum - second));
        return new LogOdds(delta, 1 / first + 1 / second);
    }

    public double z() {
        return delta / Math.sqrt(variance);
    }
}
