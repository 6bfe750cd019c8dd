package org.pactlens.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes out of a candidate region what is not text: marked subtrees, link lines, credits, repeats, loose heads and tails. */
final class BodyTrimmer {
    private final Phrases phrases;
    private final String title;

    BodyTrimmer(Phrases phrases, String title) {
        this.phrases = phrases;
        this.title = BodyFinder.squeeze(title);
    }

    List<Block> trim(PageTree tree, Region region) {
        List<Block> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Block b : tree.blocks.subList(region.firstBlock, region.endBlock)) {
            if (isText(b, region)) {
                String folded = BodyFinder.squeeze(b.text);
                boolean repeat = b.weight > 25 && !seen.add(folded);
                if (!repeat && !folded.equals(title)) {
                    kept.add(b);
                }
            }
        }
        return dropEmptyHeadings(trimEnds(kept));
    }

    private boolean isText(Block b, Region region) {
        int marks = marksBelow(b.region, region);
        if ((marks & Mark.JUNK) != 0) {
            return false;
        }
        if (b.linkShare() > 0.6 && !(b.sentence && b.words > 12)) {
            return false;
        }
        if ((marks & Mark.FIGURE.bit) != 0 && b.prose() < 150 && (marks & Mark.TABLE.bit) == 0) {
            return false;
        }
        return !phrases.matches(b.text) && hasLetters(b.text);
    }

    private static int marksBelow(Region r, Region top) {
        int marks = 0;
        while (r != top && r != null) {
            marks |= r.own;
            r = r.parent;
        }
        return marks;
    }

    private static boolean hasLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Loose short lines before the first and after the last running text are dates, names, tools. */
    private static List<Block> trimEnds(List<Block> blocks) {
        int first = 0;
        int last = blocks.size();
        while (first < last && blocks.get(first).prose() == 0) {
            first++;
        }
        while (last > first && blocks.get(last - 1).prose() == 0 && !isLastItem(blocks.get(last - 1))) {
            last--;
        }
        if (first < last && first > 0 && blocks.get(first - 1).isHeading() && blocks.get(first - 1).heading > 1) {
            first--;
        }
        return new ArrayList<>(blocks.subList(first, last));
    }

    private static boolean isLastItem(Block b) {
        return b.region.has(Mark.LIST) && b.linkShare() < 0.2 && b.weight > 25;
    }

    private static List<Block> dropEmptyHeadings(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block b = blocks.get(i);
            boolean last = i + 1 == blocks.size();
            if (!b.isHeading() || !last) {
                kept.add(b);
            }
        }
        return kept;
    }
}
