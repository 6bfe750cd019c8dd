package org.pactlens.extract.process;

import java.time.Duration;

/**
 * What one document may cost.
 *
 * @param perDocument wall clock from sending a document to its answer
 * @param start wall clock for the child to become ready; class loading on a busy machine takes seconds
 * @param heapMebibytes heap of the child
 * @param stackMebibytes stack of its parsing thread
 * @param outputChars characters of text after which the rest is left off
 */
public record ProcessLimits(
        Duration perDocument, Duration start, int heapMebibytes, int stackMebibytes, int outputChars) {
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

    public ProcessLimits withPerDocument(Duration limit) {
        return new ProcessLimits(limit, start, heapMebibytes, stackMebibytes, outputChars);
    }
}
