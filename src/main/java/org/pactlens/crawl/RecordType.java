package org.pactlens.crawl;

import java.util.Locale;

/** Kinds of record, of WARC (ISO 28500:2017, clause 6), ARC, and of what is read beside archives. */
public enum RecordType {
    WARCINFO,
    RESPONSE,
    RESOURCE,
    REQUEST,
    METADATA,
    REVISIT,
    CONVERSION,
    CONTINUATION,
    /** A capture in an ARC file. */
    ARC,
    /** The version block of an ARC file. */
    ARC_FILEDESC,
    /** A document of a drop folder. */
    FILE,
    /** A line of a news dump. */
    NEWS_ITEM,
    /** A WARC type that the standard does not know; {@link CrawlRecord#typeName()} keeps it. */
    OTHER;

    /** The value in tables and JSON: {@code response}, {@code arc-filedesc}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static RecordType ofWarc(String value) {
        for (RecordType type : values()) {
            if (type.compareTo(CONTINUATION) <= 0 && type.name().equalsIgnoreCase(value)) {
                return type;
            }
        }
        return OTHER;
    }

    /** Whether records of this kind can carry a document: what is neither request, metadata nor description. */
    public boolean carriesDocument() {
        return switch (this) {
            case RESPONSE, RESOURCE, REVISIT, CONVERSION, CONTINUATION, ARC, FILE, NEWS_ITEM -> true;
            case WARCINFO, REQUEST, METADATA, ARC_FILEDESC, OTHER -> false;
        };
    }
}
