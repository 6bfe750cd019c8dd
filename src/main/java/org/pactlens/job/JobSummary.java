package org.pactlens.job;

import java.util.List;
import java.util.Map;

/**
 * How a run ended; also {@code summary.json}.
 *
 * @param fates records by fate, of the inputs read by this run
 * @param counts rows by what they say, over the whole lake
 */
public record JobSummary(
        String runId,
        String state,
        String lake,
        long inputsRead,
        long inputsSkipped,
        long filesIgnored,
        long records,
        Map<String, Long> fates,
        Map<String, Long> counts,
        Map<String, Double> seconds,
        List<String> warnings) {}
