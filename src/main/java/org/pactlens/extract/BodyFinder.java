package org.pactlens.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the main text of a page. Candidates are all regions that hold a good share of what is likely text, whatever made
 * it likely: a marked container, dense prose, a common tag path, the page's own statement. The best one is that of the
 * highest expected F1 against the unknown truth, plus a bonus for regions that hold little else.
 */
final class BodyFinder {
    /** Smallest share of the page's likely text that makes a region a candidate. */
    private static final double SHARE = 0.1;
    /** Real pages have a few dozen; each costs a walk over its part of the page. */
    private static final int MAX_CANDIDATES = 200;
    /** Below this likelihood a block inside the chosen region is left out. */
    private static final double DROP = 0.2;
    /** From this likelihood on a block stays though its class words call it something else. */
    private static final double TRUST = 0.8;
    /** From this likelihood on a block between headline and region is the article's lead. */
    private static final double LEAD = 0.6;
    /** From this likelihood on a block below the region is text, if it is laid out like a block inside. */
    private static final double TAIL = 0.8;
    /** What a region without anything else in it gains over one that is all else. */
    private static final double PURITY = 0.5;

    private final PageTree tree;
    /** By block: whether it may be text at all. */
    private final boolean[] possible;

    private final double[] likely;
    private final int title;
    private final double[] masses;

    /**
     * @param likely how likely each block is text
     * @param title index of the block that is the headline, or -1
     */
    BodyFinder(PageTree tree, BodyTrimmer trimmer, double[] likely, int title) {
        this.tree = tree;
        this.possible = new boolean[likely.length];
        this.likely = likely;
        this.title = title;
        this.masses = new double[likely.length + 1];
        for (Block b : tree.blocks) {
            masses[b.index + 1] = masses[b.index] + b.weight * likely[b.index];
            possible[b.index] = likely[b.index] >= DROP && trimmer.isText(b, likely[b.index]);
        }
    }

    /**
     * @param region the chosen one, or null where the page has no block
     * @param expectedF1 0..1, what the choice would score if the likelihoods are right
     * @param quality 0..1, that times the mean likelihood of the chosen blocks; decision 071
     * @param title index of the block that is the headline, or -1
     */
    record Body(Region region, List<Block> blocks, double expectedF1, double quality, int title) {}

    Body find() {
        Body best = new Body(null, List.of(), 0, 0, title);
        double bestScore = -1;
        Set<Long> seen = new HashSet<>();
        for (Region r : tree.regions) {
            double mass = masses[r.endBlock] - masses[r.firstBlock];
            boolean holdsEnough = r.endBlock > r.firstBlock && mass >= SHARE * masses[likely.length];
            if (!holdsEnough || seen.size() >= MAX_CANDIDATES || !seen.add(((long) r.firstBlock << 32) + r.endBlock)) {
                continue;
            }
            List<Block> kept = inside(r);
            double expected = expectedF1(kept);
            double score = expected + PURITY * mass / Math.max(1, r.weight);
            if (score > bestScore) {
                best = new Body(r, kept, expected, 0, title);
                bestScore = score;
            }
        }
        if (best.region == null) {
            return best;
        }
        List<Block> whole = lead(best.region);
        whole.addAll(best.blocks);
        whole.addAll(tail(best));
        List<Block> blocks = withoutRepeats(whole);
        double mean =
                blocks.stream().mapToDouble(b -> likely[b.index]).average().orElse(0);
        return new Body(best.region, blocks, best.expectedF1, best.expectedF1 * mean, title);
    }

    /** Text parted from the rest by a box stands in a region of its own: what follows under the same tag paths. */
    private List<Block> tail(Body body) {
        Set<Integer> paths = new HashSet<>();
        body.blocks.forEach(b -> paths.add(b.region.path));
        List<Block> tail = new ArrayList<>();
        for (Block b : tree.blocks.subList(body.region.endBlock, likely.length)) {
            if (likely[b.index] >= TAIL && possible[b.index] && paths.contains(b.region.path)) {
                tail.add(b);
            }
        }
        return tail;
    }

    /** The first of lines that say the same, and no heading without text below. */
    private static List<Block> withoutRepeats(List<Block> blocks) {
        Set<String> seen = new HashSet<>();
        List<Block> kept = new ArrayList<>(blocks);
        kept.removeIf(b -> b.weight > Block.LINE && !seen.add(b.squeezed()));
        while (!kept.isEmpty() && kept.get(kept.size() - 1).isHeading()) {
            kept.remove(kept.size() - 1);
        }
        return kept;
    }

    private List<Block> inside(Region top) {
        // Regions stand in the order of their beginnings, so that those inside follow their top one.
        int end = top.index + 1;
        while (end < tree.regions.size() && tree.regions.get(end).depth > top.depth) {
            end++;
        }
        int[] below = new int[end - top.index];
        for (Region r : tree.regions.subList(top.index + 1, end)) {
            below[r.index - top.index] = r.own | below[r.parent.index - top.index];
        }
        List<Block> kept = new ArrayList<>();
        for (Block b : tree.blocks.subList(top.firstBlock, top.endBlock)) {
            boolean junk = (below[b.region.index - top.index] & Mark.JUNK) != 0;
            if (possible[b.index] && (!junk || likely[b.index] >= TRUST)) {
                kept.add(b);
            }
        }
        return kept;
    }

    private List<Block> lead(Region region) {
        List<Block> lead = new ArrayList<>();
        int from = title >= 0 && title < region.firstBlock ? title : Math.max(0, region.firstBlock - 6);
        for (Block b : tree.blocks.subList(from, region.firstBlock)) {
            if (likely[b.index] >= LEAD && possible[b.index]) {
                lead.add(b);
            }
        }
        return lead;
    }

    private double expectedF1(List<Block> kept) {
        double right = 0;
        double all = 0;
        for (Block b : kept) {
            right += b.weight * likely[b.index];
            all += b.weight;
        }
        return 2 * right / Math.max(1, all + masses[likely.length]);
    }

    /** Letters and digits only, lower case: what survives different spacing and marks. */
    static String squeeze(String text) {
        char[] out = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out[length++] = c;
            } else if (c > ' ' && Character.isLetterOrDigit(c)) {
                out[length++] = Character.toLowerCase(c);
            }
        }
        return new String(out, 0, length);
    }
}
