package org.pactlens.extract;

/** What a page is. Only {@link #ARTICLE}, {@link #LIVE}, {@link #VIDEO} and {@link #STUB} carry text. */
public enum PageKind {
    /** One article with its text. */
    ARTICLE,
    /** A section, search result, tag or archive page: teasers of many articles. */
    LIST,
    /** An outlet's home page. */
    FRONT,
    /** A ticker of many short, timed entries; its text keeps them in page order. */
    LIVE,
    /** A player with a caption of a few lines. */
    VIDEO,
    /** A bot check, consent or log-in page in place of the content. */
    WALL,
    /** A "not found" or server error page, whatever its status said. */
    ERROR,
    /** The free beginning of an article whose rest stands behind a paywall. */
    STUB,
    /** None of these, or nothing to read. */
    OTHER
}
