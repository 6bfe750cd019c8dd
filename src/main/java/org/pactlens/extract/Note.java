package org.pactlens.extract;

/** What a reader of an {@link Extraction} should know about how it came to be. */
public enum Note {
    /** Input or output met a size limit; the end is missing. */
    TRUNCATED,
    /** No declared encoding fitted; it was guessed from letter statistics. */
    CHARSET_GUESSED,
    /** Characters that could not be decoded stand in the text as U+FFFD. */
    UNDECODABLE_CHARACTERS,
    /** The text comes from structured data in a script, since no element holds it. */
    TEXT_FROM_SCRIPT,
    /** The page says that the rest is for subscribers. */
    PAYWALL,
    /** Elements below the depth limit were flattened. */
    DEPTH_LIMITED,
    /** A candidate other than the strongest was within a small margin; the choice is unsure. */
    UNSURE,
    /** Plain text without markup; tails were recognised by their lines alone. */
    PLAIN_TEXT
}
