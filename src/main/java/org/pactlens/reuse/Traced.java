package org.pactlens.reuse;

import java.io.Serializable;

/**
 * What an article is in its story family.
 *
 * @param cluster id of the family's first article by time, then id; an article alone has its own
 * @param originId the article it derives from, or null
 * @param containment 0..1, share of this article's unmasked words that stand in its origin; 0 without one
 * @param wireAgency the agency whose text it is, several parted by a slash; null where none is known
 * @param wireBasis what says so; null without an agency
 * @param size articles of the family, at least 1
 * @param spanSeconds from the first to the last known time in the family; 0 with fewer than two
 */
public record Traced(
        String id,
        String cluster,
        Role role,
        String originId,
        double containment,
        String wireAgency,
        WireBasis wireBasis,
        int size,
        long spanSeconds)
        implements Serializable {

    public enum Role {
        ORIGINAL,
        VERBATIM,
        EDITED,
        REWRITE,
        TRANSLATION,
        /** A family of its own that names an origin: only quotations are shared. */
        QUOTE_ONLY,
        ALONE
    }

    /** What names the agency: the article's own credit, or the text that it shares with one that has a credit. */
    public enum WireBasis {
        CREDIT,
        TEXT
    }

    Traced withOrigin(String origin) {
        return new Traced(id, cluster, role, origin, containment, wireAgency, wireBasis, size, spanSeconds);
    }
}
