package org.pactlens.stats;

import java.util.Optional;

/** A share corrected for the known errors of a coder. */
public final class CoderError {
    private CoderError() {}

    /**
     * How well a coder finds a frame.
     *
     * @param cases human-coded articles with the frame that {@code sensitivity} rests on
     * @param nonCases human-coded articles without it that {@code specificity} rests on
     */
    public record Quality(double sensitivity, int cases, double specificity, int nonCases) {
        /** Sensitivity + specificity - 1: 0 for a coder who guesses. */
        double youden() {
            return sensitivity + specificity - 1;
        }
    }

    /** A corrected share before it is cut to 0..1. */
    public record Corrected(double share, double standardError, Interval interval) {
        /** The share as it is shown. */
        public double shown() {
            return Math.max(0, Math.min(1, share));
        }

        /** The interval as it is shown. */
        public Interval shownInterval() {
            return interval.withinUnit();
        }
    }

    /**
     * Rogan and Gladen, American Journal of Epidemiology 107 (1978) 71-76, with a normal interval.
     *
     * @param coded share that the coder found, of {@code n} (effective) articles
     * @param minimumCases human-coded cases below which nothing is corrected
     * @param minimumYouden sensitivity + specificity - 1 below which nothing is corrected
     * @return empty where the coder is too poor or too little known
     */
    public static Optional<Corrected> correct(
            double coded, double n, Quality quality, int minimumCases, double minimumYouden, double confidence) {
        double youden = quality.youden();
        if (youden < minimumYouden || Math.min(quality.cases(), quality.nonCases()) < minimumCases) {
            return Optional.empty();
        }
        double se = quality.sensitivity();
        double sp = quality.specificity();
        double share = (coded + sp - 1) / youden;
        double variance = (coded * (1 - coded) / n
                        + share * share * se * (1 - se) / quality.cases()
                        + (1 - share) * (1 - share) * sp * (1 - sp) / quality.nonCases())
                / (youden * youden);
        double error = Math.sqrt(variance);
        double half = Shares.z(confidence) * error;
        return Optional.of(new Corrected(share, error, new Interval(share - half, share + half)));
    }
}
