package org.pactlens.extract;

import java.util.List;
import java.util.stream.IntStream;

/** Finds the headline among the blocks of a page. */
final class TitleBlock {
    /** Digits of a day with its time. */
    private static final int DAY = 14;

    private TitleBlock() {}

    /**
     * Index of the headline's block, or -1: the heading that says the title, or the first line that does, or the page's only
     * heading of the first level.
     *
     * @param title squeezed, may be empty
     */
    static int at(List<Block> blocks, String title) {
        int[] found = {-1, -1, -1, -1};
        int tops = 0;
        for (Block b : blocks) {
            boolean clean = (b.region.marks & Mark.JUNK) == 0;
            boolean says = !title.isEmpty() && says(b, title);
            boolean top = b.heading == 1 && clean;
            tops += top ? 1 : 0;
            if (says || top) {
                int rank = !says ? 2 : !clean ? 3 : b.isHeading() ? 0 : 1;
                found[rank] = found[rank] < 0 ? b.index : found[rank];
            }
        }
        found[2] = tops == 1 ? found[2] : -1;
        return IntStream.of(found).filter(i -> i >= 0).findFirst().orElse(-1);
    }

    /** Whether a block is the title, or a heading that is most of it: a kicker may stand before in a block of its own. */
    private static boolean says(Block b, String title) {
        if (b.isHeading()) {
            return b.squeezed().length() >= title.length() / 2 && title.endsWith(b.squeezed());
        }
        return repeats(b, title);
    }

    /** Whether a block is the title, with nothing but digits after it: the day. */
    static boolean repeats(Block b, String title) {
        if (title.isEmpty() || b.text.length() < title.length() || !b.squeezed().startsWith(title)) {
            return false;
        }
        String rest = b.squeezed().substring(title.length());
        return rest.length() <= DAY && rest.chars().allMatch(Character::isDigit);
    }
}
