package org.pactlens.crawl;

import java.util.Objects;

/**
 * Bytes of a file that gave no record, or ({@code from == to}) an irregularity that lost none.
 *
 * <p>Records and damage together cover a file: each byte lies in exactly one proved record or in exactly one damage,
 * apart from blank lines and empty members before the first record and the checksum behind a dump's last line.
 *
 * @param from first byte
 * @param to end, exclusive; inside compressed data the border is estimated
 * @param reason why, from a closed set
 * @param detail for people: what was found; never a record's text
 */
public record Damage(long from, long to, DamageReason reason, String detail) implements CrawlItem {
    public Damage {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("damage [" + from + ", " + to + ") is negative");
        }
    }

    /** Bytes lost; 0 for an irregularity. */
    public long length() {
        return to - from;
    }
}
