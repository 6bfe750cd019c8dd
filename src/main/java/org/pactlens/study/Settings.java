package org.pactlens.study;

import java.io.Serializable;

/** Thresholds that a researcher may set. */
public record Settings(Statistics statistics, Reuse reuse) implements Serializable {
    /**
     * Thresholds of published figures.
     *
     * @param minimumStories stories below which no share is shown
     * @param unmarkedStories stories from which a share is shown without a mark; at least {@code minimumStories}
     * @param confidence two-sided level of intervals, within (0, 1)
     * @param falseDiscoveryRate q from which a difference is not called one, within (0, 1)
     * @param resamples draws of a bootstrap
     * @param minimumShrinkOutlets outlets of one type and language below which none is smoothed
     * @param minimumErrorCases human-coded cases below which no coder error is corrected
     * @param minimumYouden sensitivity + specificity - 1 below which no coder error is corrected
     * @param minimumAlpha Krippendorff's alpha below which a frame's shares carry a warning
     */
    public record Statistics(
            int minimumStories,
            int unmarkedStories,
            double confidence,
            double falseDiscoveryRate,
            int resamples,
            int minimumShrinkOutlets,
            int minimumErrorCases,
            double minimumYouden,
            double minimumAlpha)
            implements Serializable {}

    /**
     * Thresholds of story families. Shares are of unmasked words.
     *
     * @param windowHours greatest distance in time of a pair that is compared, and of a family that is not reported
     * @param verbatimShare of the copy that stands in its origin
     * @param verbatimOriginShare of the origin that stands in the copy
     * @param editedShare of the copy that stands in its origin
     * @param familyShorterShare of the shorter article that must stand in the longer for a family
     * @param familyLongerShare of the longer article that must stand in the shorter for a family
     * @param maskRunWords words in a row of an official text from which a run is masked
     * @param furniturePages pages of one outlet from which a recurring block is furniture
     */
    public record Reuse(
            int windowHours,
            double verbatimShare,
            double verbatimOriginShare,
            double editedShare,
            double familyShorterShare,
            double familyLongerShare,
            int maskRunWords,
            int furniturePages)
            implements Serializable {}
}
