package org.pactlens.extract;

/** Where a publication date was read, strongest first. */
public enum DateBasis {
    /** {@code datePublished} of the page's own JSON-LD article object or of schema.org microdata. */
    STRUCTURED,
    /** A meta element such as {@code article:published_time}. */
    META,
    /** A {@code time} element beside the headline. */
    TIME_ELEMENT,
    /** Visible words near the headline, in the page's local form. */
    TEXT,
    /** Year, month and day in the address. */
    URL,
    /** Metadata of a document (PDF, office, mail header). */
    DOCUMENT,
    /** No date was found. */
    NONE
}
