package org.pactlens.extract;

/** A run of text without a block boundary inside: a paragraph, heading, list item, cell or loose line. */
final class Block {
    /** A block of this weight or less is too short for its text to tell it from others. */
    static final double LINE = 25;

    final int index;
    final Region region;
    /** Text with single spaces; a line break element stands as {@code \n}. */
    final String text;
    /** Characters, those of spaceless scripts counted as two and a half Latin ones. */
    final double weight;

    final double linkWeight;
    final int links;
    /** Level of the heading this block is, 1 to 6, or 0. */
    final int heading;
    /** All its characters stand in bold or strong. */
    final boolean bold;

    final boolean sentence;
    private String squeezed;

    Block(int index, Region region, String text, double linkWeight, int links, int heading, boolean bold) {
        this.index = index;
        this.region = region;
        this.text = text;
        this.linkWeight = linkWeight;
        this.links = links;
        this.heading = heading;
        this.bold = bold;
        this.weight = Script.weight(text);
        this.sentence = Script.endsSentence(text);
    }

    /** Letters and digits only, lower case: what survives different spacing and marks. */
    String squeezed() {
        if (squeezed == null) {
            squeezed = BodyFinder.squeeze(text);
        }
        return squeezed;
    }

    double linkShare() {
        return weight == 0 ? 0 : Math.min(1, linkWeight / weight);
    }

    boolean isHeading() {
        return heading > 0;
    }

    /** Weighted characters that read like running text: long enough or closed like a sentence, and not links. */
    double prose() {
        if (isHeading() || linkShare() > 0.5) {
            return 0;
        }
        boolean runs = weight >= 90 || weight >= 40 && sentence;
        return runs ? weight - linkWeight : 0;
    }
}
