package org.pactlens.reuse;

/** The paragraphs of a prepared article. */
final class Blocks {
    private Blocks() {}

    interface Each {
        void block(int from, int to);
    }

    /** Calls {@code each} for every paragraph's words {@code [from, to)}, in order. */
    static void each(Prepared article, Each each) {
        int[] blocks = article.blocks();
        int from = 0;
        for (int i = 1; i <= blocks.length; i++) {
            if (i == blocks.length || blocks[i] != blocks[from]) {
                each.block(from, i);
                from = i;
            }
        }
    }
}
