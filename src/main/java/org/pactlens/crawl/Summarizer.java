package org.pactlens.crawl;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Adds up the items of one file. Its memory is bounded: hostile files hold any number of hosts, types and ranges. */
final class Summarizer {
    static final int MAX_LOST = 10_000;
    private static final int MAX_KEYS = 100_000;
    private static final int MAX_DIGESTS = 2_000_000;
    private static final int SHOWN = 20;
    private static final int MAX_KEY = 300;

    private final Map<String, Long> types = new TreeMap<>();
    private final Map<String, Long> hosts = new HashMap<>();
    private final Map<String, Long> mediaTypes = new HashMap<>();
    private final Map<String, Long> statuses = new HashMap<>();
    private final Set<String> digests = new HashSet<>();
    private final Segments segments = new Segments();
    private final List<CrawlSummary.Lost> lost = new ArrayList<>();
    private final List<String> irregular = new ArrayList<>();
    private long records;
    private long damaged;
    private long bytesLost;
    private long duplicates;
    private long truncated;
    private Instant first;
    private Instant last;
    private String error;

    void add(CrawlItem item) {
        if (item instanceof Damage damage) {
            add(damage);
        } else if (item instanceof NewsItem news) {
            count(RecordType.NEWS_ITEM.id(), news.url(), null);
            duplicate(news.sha256());
        } else if (item instanceof CrawlRecord found) {
            add(found);
        }
    }

    private void add(Damage damage) {
        damaged++;
        bytesLost += damage.length();
        if (damage.length() > 0 && lost.size() < MAX_LOST) {
            lost.add(new CrawlSummary.Lost(
                    damage.from(), damage.to(), damage.reason().id()));
        }
        switch (damage.reason()) {
            case IRREGULAR -> irregular.add(damage.detail());
            case NOT_AN_ARCHIVE, UNSUPPORTED -> error = error == null ? damage.detail() : error;
            default -> {
                // a lost range says it all
            }
        }
    }

    private void add(CrawlRecord found) {
        if (found.unproved()) {
            return;
        }
        count(found.typeName(), found.targetUri(), found.date());
        segments.add(found);
        if (found.mediaType() != null) {
            plus(mediaTypes, found.mediaType());
        }
        if (found.http() != null) {
            plus(statuses, Integer.toString(found.status()));
        }
        if (found.type().carriesDocument() && found.payload().length() > 0) {
            duplicate(found.payload().sha256());
            truncated += found.payload().extent() == Payload.Extent.WHOLE ? 0 : 1;
        }
    }

    private void count(String type, String url, Instant date) {
        records++;
        plus(types, type);
        String host = WebAddress.host(url);
        if (host != null) {
            plus(hosts, host);
        }
        if (date != null) {
            first = first == null || date.isBefore(first) ? date : first;
            last = last == null || date.isAfter(last) ? date : last;
        }
    }

    private void duplicate(String digest) {
        if (digest != null && !digests.contains(digest)) {
            if (digests.size() < MAX_DIGESTS) {
                digests.add(digest);
            }
        } else if (digest != null) {
            duplicates++;
        }
    }

    private static void plus(Map<String, Long> counts, String key) {
        String bounded = key.substring(0, Math.min(key.length(), MAX_KEY));
        if (counts.size() < MAX_KEYS || counts.containsKey(bounded)) {
            counts.merge(bounded, 1L, Long::sum);
        }
    }

    private static Map<String, Long> top(Map<String, Long> counts) {
        Map<String, Long> top = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .forEach(entry -> top.put(entry.getKey(), entry.getValue()));
        return top;
    }

    CrawlSummary summary(String file, String format, long bytes) {
        List<String> problems = segments.problems();
        irregular.addAll(problems);
        return new CrawlSummary(
                file,
                format,
                bytes,
                records,
                damaged + problems.size(),
                types,
                lost,
                error,
                bytesLost,
                irregular,
                top(hosts),
                top(mediaTypes),
                top(statuses),
                first,
                last,
                duplicates,
                truncated);
    }
}
