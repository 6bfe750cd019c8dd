package org.pactlens.crawl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Ids of inputs and captures: equal for equal values, on every run and machine. */
public final class Ids {
    private Ids() {}

    /**
     * Identity of a capture: the same record read from a copied or renamed archive has the same. Over record id, target
     * URI, capture time as written, and the digest of the decoded payload, or the declared digest where there is no body.
     */
    public static String capture(CrawlRecord record) {
        Payload payload = record.payload();
        boolean body = payload.sha256() != null && payload.length() > 0;
        return of(
                "capture",
                record.recordId(),
                record.targetUri(),
                record.dateRaw(),
                body ? payload.sha256() : record.declaredDigest());
    }

    /** Identity of an item of a news dump: over URL, date as written, and the digest of its line. */
    public static String capture(NewsItem item) {
        return of("news", item.url(), item.dateRaw(), item.sha256());
    }

    /** 32 hex digits of a SHA-256 over the parts, each with its length before it; null counts as absent. */
    static String of(String... parts) {
        MessageDigest digest = Payloads.sha256();
        for (String part : parts) {
            byte[] bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
            digest.update(((bytes == null ? -1 : bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes == null ? new byte[0] : bytes);
        }
        return Payloads.hex(digest.digest());
    }
}
