package org.pactlens.study;

import java.io.Serializable;
import java.util.List;

/**
 * One news outlet.
 *
 * @param domain its id: lower-case registrable domain, or a subdomain that is an outlet of its own
 * @param country ISO 3166 two letters
 * @param languages ISO 639 two letters, main language first
 * @param agency whether it is a news agency's own site
 * @param note empty where there is none
 */
public record Outlet(
        String domain, String name, String country, List<String> languages, Type type, boolean agency, String note)
        implements Serializable {
    /** Who is behind an outlet. */
    public enum Type {
        STATE,
        PUBLIC,
        PRIVATE,
        AGENCY,
        PARTY,
        THINK_TANK,
        AGGREGATOR,
        GOVERNMENT
    }

    public Outlet {
        languages = List.copyOf(languages);
    }
}
