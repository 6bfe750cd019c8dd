package org.pactlens.crawl;

import java.util.Locale;

/** Why bytes gave no record. Closed: tables check it. */
public enum DamageReason {
    /** The file is no archive of a known kind. */
    NOT_AN_ARCHIVE,
    /** A compression or container that is not read (lz4, encrypted zip, a zstd dictionary that is not there). */
    UNSUPPORTED,
    /** Bytes between records that are no record. */
    JUNK,
    /** A record's header block is malformed, or lacks a field that framing needs. */
    BAD_HEADER,
    /** A record's length is missing, not a number, negative, or given twice with different values. */
    BAD_LENGTH,
    /** A record's length is a number, but the record does not end there. */
    WRONG_LENGTH,
    /** The file ends inside a record. */
    CUT,
    /** Compressed data cannot be decoded. */
    CORRUPT_DATA,
    /** Compressed data decodes, but its checksum or length is wrong. */
    WRONG_CHECKSUM,
    /** A limit of {@link Limits} was reached. */
    OVER_LIMIT,
    /** A line of a news dump that is no JSON object, or lacks what the mapping needs. */
    BAD_LINE,
    /** Nothing is lost, but the file breaks its format: given once per kind and file, where it is first seen. */
    IRREGULAR;

    /** The value in tables and JSON: {@code not_an_archive}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
