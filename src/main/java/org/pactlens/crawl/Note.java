package org.pactlens.crawl;

import java.util.Locale;

/** What is odd about a record that is whole all the same. */
public enum Note {
    /** Header lines end in LF alone. */
    LINE_ENDS,
    /** The block is not followed by the line ends that the format asks for. */
    RECORD_END,
    /** A required field is missing (record id, date). */
    MISSING_FIELD,
    /** A field's value does not parse (date, record id). The raw value is kept. */
    BAD_FIELD,
    /** A header line has no colon, or holds a NUL. */
    BAD_LINE,
    /** The header is not UTF-8; it was read as ISO-8859-1. */
    NOT_UTF8,
    /** A version that is not 0.17, 0.18, 1.0 or 1.1. */
    ODD_VERSION,
    /** An ARC file that does not begin with its version block. */
    NO_FILEDESC,
    /** The file changes between plain and compressed. */
    MIXED,
    /** The HTTP head is missing or malformed. */
    HTTP_HEAD,
    /** The body is not in the transfer or content coding that its header claims, or breaks off in it. */
    CODING;

    /** The value in tables and JSON: {@code line_ends}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the archive itself breaks its format; what a web server sent is not the archive's fault. */
    boolean isFraming() {
        return this != HTTP_HEAD && this != CODING;
    }
}
