package org.pactlens.framing;

/** Source groups that the rules themselves name; all others are the study's. */
final class Groups {
    /** By office or institute, whatever the nationality. */
    static final String EXPERT = "EXPERT";

    /** Media, agencies, opposition, unnamed sources. */
    static final String OTHER = "OTHER";

    /** The outlet itself. */
    static final String OUTLET = "OUTLET";

    private Groups() {}
}
