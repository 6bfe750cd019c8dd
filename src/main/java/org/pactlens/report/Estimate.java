package org.pactlens.report;

import org.pactlens.report.ReportData.Cell;
import org.pactlens.report.ReportData.Subject;

/** What may be said of one share: a value with its interval, or why there is none. */
sealed interface Estimate {
    /** Why a share is marked and yet shown; see {@code outlet_framing.why_not}. */
    String FEW_STORIES = "few_stories";

    /**
     * A share that may be drawn.
     *
     * @param stories that it rests on
     * @param marked whether they are few
     * @param others the same share among the other outlets of the language; null where they have too few stories
     */
    record Shown(double share, double low, double high, long stories, boolean marked, Double others)
            implements Estimate {}

    /** No share: never drawn as one, not even as zero. */
    record Absent(String reason) implements Estimate {}

    /** What the table's row allows; a number in a row that is not publishable for another reason is not looked at. */
    static Estimate of(Cell cell, Subject subject) {
        if (cell.familiesN() < subject.minimumStories()) {
            return tooFew(cell.familiesN(), subject);
        }
        boolean few = FEW_STORIES.equalsIgnoreCase(cell.whyNot());
        if (!cell.publishable() && !few) {
            return new Absent(cell.whyNot() == null ? "not publishable" : Format.words(cell.whyNot()));
        }
        if (!isShare(cell.share()) || !isShare(cell.ciLow()) || !isShare(cell.ciHigh())) {
            return new Absent("no share in the table");
        }
        return new Shown(
                cell.share(),
                cell.ciLow(),
                cell.ciHigh(),
                cell.familiesN(),
                few || cell.familiesN() < subject.unmarkedStories(),
                isShare(cell.baseline()) ? cell.baseline() : null);
    }

    /** In words, for a table. */
    default String words() {
        if (this instanceof Shown shown) {
            return Format.percent(shown.share()) + (shown.marked() ? " (few)" : "");
        }
        return "none: " + ((Absent) this).reason();
    }

    private static Absent tooFew(long stories, Subject subject) {
        if (stories == 0) {
            return new Absent("no story of its own");
        }
        return new Absent(Format.count(stories, "story", "stories") + ", below " + subject.minimumStories());
    }

    private static boolean isShare(Double value) {
        return value != null && value >= 0 && value <= 1;
    }
}
