package org.pactlens.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@link Trait}s of all blocks of a page, in time linear in the page but for the comparison with its stated text. */
final class TraitReader {
    /** Each block is looked for in the stated text, so that a page of many blocks needs a bound. */
    private static final int MAX_STATED = 100_000;

    private static final int NEAR = 4;
    private static final int JUST_BELOW = 8;

    private final PageTree tree;
    private final Phrases phrases;
    private final String title;
    private final String stated;
    private final String description;
    private final List<String> authors;
    private final Map<Integer, double[]> paths = new HashMap<>();
    private final int titleAt;

    /**
     * @param stated {@code articleBody}, or null; this and the others are squeezed, title and description empty where unknown
     */
    TraitReader(
            PageTree tree,
            Phrases phrases,
            String title,
            int titleAt,
            String stated,
            String description,
            List<String> authors) {
        this.tree = tree;
        this.phrases = phrases;
        this.title = title;
        this.stated = stated == null || stated.length() <= MAX_STATED ? stated : stated.substring(0, MAX_STATED);
        this.description = description;
        this.authors = authors;
        this.titleAt = titleAt;
    }

    /** One row of {@link Trait#COUNT} values for each block. */
    double[][] read() {
        List<Block> blocks = tree.blocks;
        for (Block b : blocks) {
            double[] sums = paths.computeIfAbsent(b.region.path, k -> new double[5]);
            sums[0] += b.prose();
            sums[1] += b.weight;
            sums[2] += b.linkWeight;
            sums[3]++;
            sums[4] += b.index > 0 && blocks.get(b.index - 1).linkShare() > 0.8 ? 1 : 0;
        }
        double[][] rows = new double[blocks.size()][Trait.COUNT];
        Map<String, Integer> counts = new HashMap<>();
        blocks.forEach(b -> counts.merge(b.squeezed(), 1, Integer::sum));
        Set<String> seen = new HashSet<>();
        for (Block b : blocks) {
            double[] row = rows[b.index];
            set(row, Trait.ALWAYS, 1);
            shape(b, row);
            String folded = b.squeezed();
            set(row, Trait.PHRASE, phrases.matches(b.text));
            // A table of contents comes first and repeats nothing.
            boolean line = b.weight > Block.LINE && b.linkShare() <= 0.6;
            set(row, Trait.REPEAT, line && !seen.add(folded));
            set(row, Trait.RECURS, line && counts.get(folded) > 2);
            set(row, Trait.TITLE, b.index == titleAt || TitleBlock.repeats(b, title));
            agreement(b, folded, row);
            surroundings(b, row);
        }
        neighbours(rows);
        places(rows);
        return rows;
    }

    private static void set(double[] row, Trait trait, boolean holds) {
        row[trait.ordinal()] = holds ? 1 : 0;
    }

    private static void set(double[] row, Trait trait, double value) {
        row[trait.ordinal()] = value;
    }

    private static void shape(Block b, double[] row) {
        double w = b.weight;
        Trait size =
                w < 12 ? Trait.TINY : w < 30 ? Trait.SHORT : w < 70 ? Trait.LINE : w < 160 ? Trait.MEDIUM : Trait.LONG;
        set(row, size, 1);
        set(row, Trait.SENTENCE, b.sentence);
        set(row, Trait.SENTENCE_LONG, b.sentence && w >= 40);
        double share = b.linkShare();
        set(row, Trait.LINK_SHARE, share);
        set(row, Trait.ALL_LINK, share > 0.8);
        set(row, Trait.SOME_LINK, share > 0 && share < 0.35);
        set(row, Trait.HEADING, b.isHeading());
        set(row, Trait.HEADING_TOP, b.heading == 1);
        set(row, Trait.HEADING_LINKED, b.isHeading() && share > 0.8);
        set(row, Trait.BOLD, b.bold && !b.isHeading());
        signs(b.text, row);
        switch (b.region.tag) {
            case "p" -> set(row, Trait.IN_P, 1);
            case "li", "dd", "dt" -> set(row, Trait.IN_LI, 1);
            case "td", "th" -> set(row, Trait.IN_CELL, 1);
            case "div", "section" -> set(row, Trait.IN_DIV, 1);
            default -> {}
        }
        // Text beside block elements in the same parent: "div p text p".
        set(row, Trait.LOOSE, b.region.endBlock - b.region.firstBlock > 1);
    }

    private static void signs(String text, double[] row) {
        int commas = 0;
        int digits = 0;
        int signs = 0;
        boolean rights = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c >= 'a' && c <= 'z') {
                continue;
            }
            digits += Character.isDigit(c) ? 1 : 0;
            commas += ",،、，".indexOf(c) >= 0 ? 1 : 0;
            rights |= c == '©' || c == 'ⓒ';
            signs += "|»›•·/@#>→_=".indexOf(c) >= 0 ? 1 : 0;
        }
        set(row, Trait.RIGHTS, rights);
        set(row, Trait.CUT_OFF, text.endsWith("…") || text.endsWith("..."));
        set(row, Trait.COMMAS, Math.min(1, commas / 4.0));
        set(row, Trait.DIGITS, digits / (double) Math.max(1, text.length()));
        set(row, Trait.SIGNS, Math.min(1, signs / (1 + text.length() / 40.0)));
    }

    private void agreement(Block b, String folded, double[] row) {
        if (stated != null && folded.length() > 12) {
            boolean found = stated.contains(folded);
            set(row, Trait.STATED, found);
            set(row, Trait.NOT_STATED, !found);
        }
        boolean described = folded.length() > 30
                && description.length() > 30
                && (description.contains(folded) || folded.contains(description.substring(0, 30)));
        set(row, Trait.DESCRIBED, described);
        set(row, Trait.AUTHOR, authors.stream().anyMatch(folded::contains));
    }

    private void surroundings(Block b, double[] row) {
        for (Mark mark : Mark.values()) {
            set(row, Trait.of(mark), (b.region.marks & mark.bit) != 0);
        }
        Region parent = b.region.parent == null ? b.region : b.region.parent;
        Region outer = parent.parent == null ? parent : parent.parent;
        set(row, Trait.PARENT_LINKS, parent.linkWeight / Math.max(1, parent.weight));
        set(row, Trait.PARENT_PROSE, parent.prose / Math.max(1, tree.prose));
        set(row, Trait.OUTER_LINKS, outer.linkWeight / Math.max(1, outer.weight));
        set(row, Trait.OUTER_PROSE, outer.prose / Math.max(1, tree.prose));
        double[] path = paths.get(b.region.path);
        set(row, Trait.PATH_PROSE, path[0] / Math.max(1, tree.prose));
        set(row, Trait.PATH_LINKS, path[2] / Math.max(1, path[1]));
        set(row, Trait.PATH_ALONE, path[3] == 1);
        set(row, Trait.PATH_TEASERS, b.prose() > 0 ? path[4] / path[3] : 0);
    }

    private void neighbours(double[][] rows) {
        List<Block> blocks = tree.blocks;
        for (Block b : blocks) {
            double[] row = rows[b.index];
            if (b.index > 0) {
                Block before = blocks.get(b.index - 1);
                set(row, Trait.BEFORE_PROSE, before.prose() > 0);
                set(row, Trait.BEFORE_LINK, before.linkShare() > 0.8);
                set(row, Trait.BEFORE_HEADING, before.isHeading());
            }
            if (b.index + 1 < blocks.size()) {
                Block after = blocks.get(b.index + 1);
                set(row, Trait.AFTER_PROSE, after.prose() > 0);
                set(row, Trait.AFTER_LINK, after.linkShare() > 0.8);
                set(row, Trait.AFTER_HEADING, after.isHeading());
            }
            double prose = 0;
            double links = 0;
            double weight = 1;
            int to = Math.min(blocks.size(), b.index + NEAR + 1);
            for (Block near : blocks.subList(Math.max(0, b.index - NEAR), to)) {
                if (near != b) {
                    prose += near.prose();
                    links += near.linkWeight;
                    weight += near.weight;
                }
            }
            set(row, Trait.NEAR_PROSE, Math.min(1, prose / 600));
            set(row, Trait.NEAR_LINKS, links / weight);
        }
    }

    private void places(double[][] rows) {
        int heading = titleAt;
        double before = 0;
        double clean = 1;
        for (Block b : tree.blocks) {
            clean += (b.region.marks & Mark.JUNK) == 0 ? b.prose() : 0;
        }
        for (Block b : tree.blocks) {
            double[] row = rows[b.index];
            set(row, Trait.NO_TITLE, heading < 0);
            set(row, Trait.ABOVE_TITLE, heading >= 0 && b.index < heading);
            set(row, Trait.BELOW_TITLE, heading >= 0 && b.index > heading);
            set(row, Trait.JUST_BELOW_TITLE, heading >= 0 && b.index > heading && b.index <= heading + JUST_BELOW);
            set(row, Trait.PAGE_PLACE, b.index / (double) rows.length);
            set(row, Trait.NO_PROSE_YET, before == 0);
            set(row, Trait.PROSE_PLACE, before / clean);
            before += (b.region.marks & Mark.JUNK) == 0 ? b.prose() : 0;
            set(row, Trait.PROSE_OVER, before >= clean - 1);
        }
    }
}
