package org.pactlens.job;

import java.util.Optional;
import org.pactlens.job.RecordReader.Screening;

/**
 * What to do.
 *
 * @param command verb, for the run's row
 * @param crawl what is to be read; empty for {@code recode} and {@code forget}
 * @param lake folder of the tables
 * @param maxLoss share of the input's bytes, 0..1, above whose loss nothing is published
 * @param batchBytes bytes of input that are staged together
 * @param takeOver run id of a dead holder of the lake, or null
 * @param takedown what is to be taken out, or null
 * @param reextract whether stored pages are extracted anew from their crawl files
 */
public record JobOrder(
        String command,
        Optional<CrawlListing> crawl,
        String lake,
        Screening screening,
        double maxLoss,
        long batchBytes,
        String takeOver,
        Takedown takedown,
        boolean reextract) {
    /** An order that reads what is new in a crawl. */
    public static JobOrder ofCrawl(
            CrawlListing crawl, String lake, Screening screening, double maxLoss, long batchBytes, String takeOver) {
        return new JobOrder("run", Optional.of(crawl), lake, screening, maxLoss, batchBytes, takeOver, null, false);
    }

    /** An order that looks for no new files. */
    public static JobOrder ofStored(
            String command, String lake, String takeOver, Takedown takedown, boolean reextract) {
        Screening screening = reextract ? Screening.OFF : Screening.ON;
        return new JobOrder(command, Optional.empty(), lake, screening, 1, 1, takeOver, takedown, reextract);
    }

    boolean changesStored() {
        return takedown != null || reextract;
    }
}
