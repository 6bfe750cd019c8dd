package org.pactlens.crawl;

import java.util.Objects;
import java.util.function.Predicate;

/**
 * How much of each record a reader gives.
 *
 * @param bodies with {@link Want#BODY}, whose bodies are decoded, judged by a record whose payload is still empty; the
 *     others are given with headers alone
 */
public record ReadSettings(Limits limits, Want want, Unproved unproved, Predicate<CrawlRecord> bodies) {
    /** Bodies decoded and digested, unproved records left out, default limits. */
    public static final ReadSettings DEFAULT =
            new ReadSettings(Limits.DEFAULT, Want.BODY, Unproved.LEAVE_OUT, any -> true);

    public ReadSettings {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(want, "want");
        Objects.requireNonNull(unproved, "unproved");
        Objects.requireNonNull(bodies, "bodies");
    }

    /** What is kept of a record's block. */
    public enum Want {
        /** WARC and HTTP headers; the payload is empty and has no digest. */
        HEADERS,
        /** Headers and the body after transfer and content decoding, with its digest. */
        BODY
    }

    /** What becomes of a record whose bytes are there in part, or whose checksum is wrong. */
    public enum Unproved {
        /** Only the {@link Damage} is given. */
        LEAVE_OUT,
        /** The record is given as far as it was read, marked {@link CrawlRecord#unproved()}, before its {@link Damage}. */
        GIVE
    }

    /** The same settings with another want. */
    public ReadSettings with(Want wanted) {
        return new ReadSettings(limits, wanted, unproved, bodies);
    }

    /** The same settings with other limits. */
    public ReadSettings with(Limits other) {
        return new ReadSettings(other, want, unproved, bodies);
    }

    /** The same settings with another rule for unproved records. */
    public ReadSettings with(Unproved rule) {
        return new ReadSettings(limits, want, rule, bodies);
    }

    /** The same settings with another choice of bodies. */
    public ReadSettings withBodies(Predicate<CrawlRecord> chosen) {
        return new ReadSettings(limits, want, unproved, chosen);
    }
}
