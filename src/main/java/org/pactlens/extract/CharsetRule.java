package org.pactlens.extract;

/** Which evidence named the encoding that the bytes were read in. */
public enum CharsetRule {
    /** A byte order mark. */
    BOM,
    /** The bytes are well-formed UTF-8: no declaration is as sure where any is beyond ASCII; or none fits and all are ASCII. */
    UTF8,
    /** The charset parameter of the HTTP header. */
    HTTP,
    /** A {@code meta} element or XML declaration in the first kilobytes. */
    META,
    /** The declared encodings were absent or did not fit the bytes; letter statistics decided. */
    DETECTED,
    /** Nothing fitted: windows-1252. */
    FALLBACK,
    /** The format carries its own encoding (PDF, office files). */
    FORMAT
}
