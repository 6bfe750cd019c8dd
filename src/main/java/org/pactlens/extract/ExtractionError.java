package org.pactlens.extract;

/** Why a document gave no text. */
public enum ExtractionError {
    /** No bytes. */
    EMPTY,
    /** A format that holds no article text, or that no parser here reads. */
    UNSUPPORTED,
    /** The parser gave up on damaged content. */
    CORRUPT,
    /** A password is needed. */
    ENCRYPTED,
    /** The time limit passed and the parsing process was ended. */
    TIMEOUT,
    /** The parsing process ran out of memory. */
    MEMORY,
    /** Nested deeper than the parser's stack. */
    STACK,
    /** A fault of ours; the document should become a test. */
    INTERNAL
}
