package org.pactlens.extract.process;

import java.time.Duration;

/**
 * What one document may cost.
 *
 * @param perDocument processor time of the parsing thread; {@link #WALL_FACTOR} times as long by the wall clock
 * @param start wall clock for the child to become ready; class loading on a busy machine takes seconds
 * @param heapMebibytes heap of the child
 * @param stackMebibytes stack of its parsing thread
 * @param outputChars characters of text after which the rest is left off
 */
public record ProcessLimits(
        Duration perDocument, Duration start, int heapMebibytes, int stackMebibytes, int outputChars) {
    /** A busy machine gives a thread a fraction of a processor; a document that waits for ever ends all the same. */
    static final int WALL_FACTOR = 6;

    public static final ProcessLimits DEFAULT =
            new ProcessLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), 512, 64, 2_000_000);

    public ProcessLimits {
        if (perDocument.isNegative()
                || perDocument.isZero()
                || heapMebibytes < 32
                || stackMebibytes < 1
                || outputChars < 1) {
            throw new IllegalArgumentException("limits must be positive, the heap at least 32 MiB: " + perDocument
                    + ", " + heapMebibytes + " MiB, " + stackMebibytes + " MiB, " + outputChars + " characters");
        }
    }
}
