package org.pactlens.reuse;

import java.util.BitSet;

/** How much of each of two articles stands in the other, of what counts. */
final class Overlap {
    private final BitSet countedA;
    private final BitSet countedB;
    private final BitSet commonA;
    private final BitSet commonB;
    private final int quoted;
    private final int chars;
    private final Alignment alignment;

    Overlap(Prepared a, Prepared b, Alignment alignment) {
        this.alignment = alignment;
        countedA = a.counted();
        countedB = b.counted();
        commonA = and(countedA, alignment.inA());
        commonB = and(countedB, alignment.inB());
        BitSet saidA = and(and(a.shown(), a.quoted()), alignment.inA());
        BitSet saidB = and(and(b.shown(), b.quoted()), alignment.inB());
        quoted = Math.min(saidA.cardinality(), saidB.cardinality());
        chars = commonA.stream().map(i -> a.lengths()[i]).sum();
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    Alignment alignment() {
        return alignment;
    }

    /** Words that count and stand in both. */
    int words() {
        return Math.min(commonA.cardinality(), commonB.cardinality());
    }

    int chars() {
        return chars;
    }

    int quoted() {
        return quoted;
    }

    double shareOfA() {
        return share(commonA, countedA);
    }

    double shareOfB() {
        return share(commonB, countedB);
    }

    double shorterShare() {
        return countedA.cardinality() <= countedB.cardinality() ? shareOfA() : shareOfB();
    }

    double longerShare() {
        return countedA.cardinality() <= countedB.cardinality() ? shareOfB() : shareOfA();
    }

    private static double share(BitSet common, BitSet counted) {
        return counted.isEmpty() ? 0 : (double) common.cardinality() / counted.cardinality();
    }
}
