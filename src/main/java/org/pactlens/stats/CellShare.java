package org.pactlens.stats;

/**
 * The published figures of one cell: one outlet, period, scope, frame and voice.
 *
 * @param articles n, articles of the cell; {@code hits} of them have the frame
 * @param families K, story families of the cell; {@code familyHits} is the sum of their shares of articles with the frame
 * @param share by story, the main figure; null where {@code whyNot} forbids it
 * @param interval Wilson interval of {@code share} on K; null with it
 * @param shareArticles by article; null with {@code share}
 * @param effectiveArticles Kish effective number of articles; 0 without articles
 * @param publishable whether the share may be shown without a mark
 * @param whyNot why it is not publishable; null where it is
 */
public record CellShare(
        int hits,
        int articles,
        double familyHits,
        int families,
        Double share,
        Interval interval,
        Double shareArticles,
        double effectiveArticles,
        boolean publishable,
        WhyNot whyNot) {

    /** Why a share is not publishable. */
    public enum WhyNot {
        /** No article at all. */
        NO_ARTICLES,
        /** So few stories that no share is given. */
        TOO_FEW_STORIES,
        /** Enough stories for a share, not for one without a mark. */
        FEW_STORIES
    }

    /**
     * When a share is shown.
     *
     * @param minimumStories below: no share; {@code unmarkedStories} below: marked
     */
    public record Thresholds(int minimumStories, int unmarkedStories, double confidence) {
        public Thresholds {
            if (minimumStories < 1 || unmarkedStories < minimumStories) {
                throw new IllegalArgumentException("minimum " + minimumStories + ", unmarked " + unmarkedStories);
            }
        }
    }

    /** The figures of a cell's articles. */
    public static CellShare of(Families cell, Thresholds thresholds) {
        if (cell.articles() == 0) {
            return new CellShare(0, 0, 0, 0, null, null, null, 0, false, WhyNot.NO_ARTICLES);
        }
        if (cell.count() < thresholds.minimumStories()) {
            return new CellShare(
                    cell.hits(),
                    cell.articles(),
                    cell.storyHits(),
                    cell.count(),
                    null,
                    null,
                    null,
                    cell.effectiveArticles(),
                    false,
                    WhyNot.TOO_FEW_STORIES);
        }
        double share = Math.min(1, cell.shareByStory());
        boolean marked = cell.count() < thresholds.unmarkedStories();
        return new CellShare(
                cell.hits(),
                cell.articles(),
                cell.storyHits(),
                cell.count(),
                share,
                Shares.wilson(share, cell.count(), thresholds.confidence()),
                cell.shareByArticle(),
                cell.effectiveArticles(),
                !marked,
                marked ? WhyNot.FEW_STORIES : null);
    }
}
