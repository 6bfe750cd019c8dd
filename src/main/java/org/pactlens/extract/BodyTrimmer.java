package org.pactlens.extract;

/** Knows blocks that are not text whatever stands around them: link lines, set phrases, picture lines, repeats. */
final class BodyTrimmer {
    private static final double LINKED = 0.6;
    /** A sentence that is one link, or a line nearly all link, needs more to speak for it than its place. */
    private static final double ALL_LINKED = 0.9;

    private static final double LIKELY = 0.7;
    private static final double LONG_SENTENCE = 70;
    private static final double SHORT_IN_FIGURE = 150;

    private static final double DATE_LINE = 40;
    private static final int DATE_WORDS = 7;

    private final double[][] traits;
    private final DateForms dates;

    BodyTrimmer(double[][] traits, DateForms dates) {
        this.traits = traits;
        this.dates = dates;
    }

    boolean isText(Block b, double likely) {
        return !has(b, Trait.TITLE)
                && !has(b, Trait.PHRASE)
                && !has(b, Trait.RECURS)
                && !isLinkLine(b, likely)
                && !isPictureLine(b)
                && !isTime(b);
    }

    private boolean has(Block b, Trait trait) {
        return traits[b.index][trait.ordinal()] > 0;
    }

    private static boolean isLinkLine(Block b, double likely) {
        double share = b.linkShare();
        boolean sentence = b.sentence && b.weight > LONG_SENTENCE;
        return share > LINKED && !sentence && !(share < ALL_LINKED && likely > LIKELY);
    }

    private static boolean isPictureLine(Block b) {
        return b.region.has(Mark.FIGURE) && b.prose() < SHORT_IN_FIGURE && !b.region.has(Mark.TABLE);
    }

    /** A line that is a time or a day and nothing else, as before the entries of a ticker; and signs without a letter. */
    private boolean isTime(Block b) {
        if (b.region.has(Mark.TABLE) || b.weight >= DATE_LINE) {
            return false;
        }
        boolean letters = b.text.chars().anyMatch(Character::isLetter);
        return !letters || Script.words(b.text) <= DATE_WORDS && dates.first(b.text, null, false) != null;
    }
}
