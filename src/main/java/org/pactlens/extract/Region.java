package org.pactlens.extract;

/** A block element with sums over its subtree, filled during the one walk. */
final class Region {
    final int index;
    final Region parent;
    final String tag;
    final String classes;
    final int depth;
    /** Marks of the element itself. */
    int own;
    /** Marks of the element and its ancestors, once those that cannot be true were taken back. */
    int marks;

    int firstBlock;
    /** Exclusive. */
    int endBlock;
    /** Weighted characters of prose outside links in the subtree. */
    double prose;
    /** Weighted characters in the subtree. */
    double weight;

    double linkWeight;
    int links;
    /** Identity of the tag path with classes, for blocks that are laid out alike. */
    final int path;

    Region(int index, Region parent, String tag, String classes) {
        this.index = index;
        this.parent = parent;
        this.tag = tag;
        this.classes = classes;
        this.depth = parent == null ? 0 : parent.depth + 1;
        int above = parent == null ? 17 : parent.depth == 0 ? 31 : 31 * look(parent.tag, parent.classes);
        this.path = above + look(tag, classes);
    }

    private static int look(String tag, String classes) {
        return 961 * tag.hashCode() + classes.hashCode();
    }

    boolean has(Mark mark) {
        return (marks & mark.bit) != 0;
    }

    boolean isWithin(Region other) {
        Region r = this;
        while (r != null && r.depth > other.depth) {
            r = r.parent;
        }
        return r == other;
    }
}
