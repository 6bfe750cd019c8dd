package org.pactlens.crawl;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is in one file: an operator's first look. The first eight components are the keys of {@code pactlens crawl --json}.
 *
 * @param file its URI
 * @param format what it turned out to be: {@code warc.gz}, {@code arc}, {@code wacz}, {@code jsonl}, {@code pdf}
 * @param bytes its size
 * @param records whole records
 * @param damaged places where something was wrong, those counted in that lost no bytes
 * @param recordsByType number of records by type, by name
 * @param lost byte ranges that gave no record, at most {@value Summarizer#MAX_LOST}
 * @param error why nothing could be read; null where the file was understood
 * @param bytesLost sum over all lost ranges, also those beyond the list
 * @param irregular what broke the format without loss, one sentence each
 * @param hosts records by host, the most frequent ones
 * @param mediaTypes records by declared media type, the most frequent ones
 * @param statuses records by HTTP status
 * @param first earliest capture time; null where there is none
 * @param last latest capture time; null where there is none
 * @param duplicates documents whose bytes had come before in this file, revisits not counted
 * @param truncated documents cut at a limit
 */
public record CrawlSummary(
        String file,
        String format,
        long bytes,
        long records,
        long damaged,
        Map<String, Long> recordsByType,
        List<Lost> lost,
        String error,
        long bytesLost,
        List<String> irregular,
        Map<String, Long> hosts,
        Map<String, Long> mediaTypes,
        Map<String, Long> statuses,
        Instant first,
        Instant last,
        long duplicates,
        long truncated) {
    /** A range without a record; {@code reason} is {@link DamageReason#id()}. */
    public record Lost(long from, long to, String reason) {}

    /** Reads a file to its end. */
    public static CrawlSummary of(InputFile file, ItemReader reader) {
        Summarizer summarizer = new Summarizer();
        reader.forEachRemaining(summarizer::add);
        return summarizer.summary(file.uri(), reader.format(), file.source().length());
    }
}
