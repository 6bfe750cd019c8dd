package org.pactlens.crawl;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the segmented records of a file are complete (ISO 28500:2017, clause 8). Joining them is not done here. */
final class Segments {
    private static final int MAX_ORIGINS = 100_000;
    private static final int MAX_NUMBER = 100_000;
    private static final int MAX_PROBLEMS = 100;

    private final Map<String, Parts> origins = new LinkedHashMap<>();

    /** What was seen of one segmented record. */
    private static final class Parts {
        final BitSet numbers = new BitSet();
        boolean twice;
        boolean last;
    }

    void add(CrawlRecord found) {
        int number = found.segmentNumber();
        String origin = number == 1 ? found.recordId() : found.segmentOrigin();
        if (number == 0 || number > MAX_NUMBER || origin == null) {
            return;
        }
        if (origins.size() < MAX_ORIGINS || origins.containsKey(origin)) {
            Parts parts = origins.computeIfAbsent(origin, id -> new Parts());
            parts.twice |= parts.numbers.get(number);
            parts.numbers.set(number);
            parts.last |= found.headers().first("WARC-Segment-Total-Length") != null;
        }
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        origins.forEach((origin, parts) -> {
            int next = parts.numbers.nextClearBit(1);
            boolean gap = next < parts.numbers.length();
            if ((gap || !parts.last || parts.twice) && problems.size() < MAX_PROBLEMS) {
                String what = gap
                        ? "segment " + next + " is not in this file"
                        : !parts.last ? "the last segment is not in this file" : "a segment is there twice";
                problems.add("segments of one record: " + what);
            }
        });
        return problems;
    }
}
