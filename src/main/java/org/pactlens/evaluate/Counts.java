package org.pactlens.evaluate;

/** Of {@code wanted} things in the gold and {@code claimed} ones in the output, {@code right} are the same. */
record Counts(int right, int claimed, int wanted) {
    static final Counts NONE = new Counts(0, 0, 0);

    /** A decision that is asked once and always answered. */
    static Counts decision(boolean right) {
        return new Counts(right ? 1 : 0, 1, 1);
    }

    /** A yes or no, of which only the yes is scored. */
    static Counts yes(boolean wanted, boolean claimed) {
        return new Counts(wanted && claimed ? 1 : 0, claimed ? 1 : 0, wanted ? 1 : 0);
    }

    Counts plus(Counts other) {
        return new Counts(right + other.right, claimed + other.claimed, wanted + other.wanted);
    }

    /** 0 where nothing was claimed. */
    double precision() {
        return claimed == 0 ? 0 : (double) right / claimed;
    }

    /** 0 where nothing was wanted. */
    double recall() {
        return wanted == 0 ? 0 : (double) right / wanted;
    }

    double f1() {
        return harmonic(precision(), recall());
    }

    /** F1 of a precision and a recall; 0 where both are 0. */
    static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
