package org.pactlens.crawl;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * One record of a crawl, as far as its bytes say. Revisits and segments are given as they stand, with their references:
 * the other half may lie in another file.
 *
 * @param type kind of record
 * @param typeName the type as written, lower case, at most 64 characters
 * @param recordId {@code WARC-Record-ID} without angle brackets; null where there is none, and in ARC
 * @param targetUri target URI as written, without the angle brackets of old writers; null where there is none
 * @param dateRaw capture time as written; null where there is none
 * @param date capture time; null where {@code dateRaw} does not parse
 * @param headers fields of the WARC header, or of the ARC line under the names of the ARC specification
 * @param http head of the HTTP message in the block; null where the block is none
 * @param mediaType declared media type in lower case without parameters, of the HTTP head or else of the record; or null
 * @param charset declared charset name, unchecked; or null
 * @param payload the decoded document; empty for {@link ReadSettings.Want#HEADERS}
 * @param blockLength bytes of the block as declared
 * @param place where it lies
 * @param notes what is odd about it
 * @param unproved whether a checksum failed or bytes are missing; only with {@link ReadSettings.Unproved#GIVE}
 */
public record CrawlRecord(
        RecordType type,
        String typeName,
        String recordId,
        String targetUri,
        String dateRaw,
        Instant date,
        Headers headers,
        HttpHead http,
        String mediaType,
        String charset,
        Payload payload,
        long blockLength,
        Place place,
        Set<Note> notes,
        boolean unproved)
        implements CrawlItem {
    public CrawlRecord {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(typeName, "typeName");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(place, "place");
        notes = Set.copyOf(notes);
    }

    /** HTTP status; -1 where there is no HTTP head or no status in it. */
    public int status() {
        return http == null ? -1 : http.status();
    }

    /** {@code WARC-Refers-To} without angle brackets, or null. */
    public String refersTo() {
        return unbracketed(headers.first("WARC-Refers-To"));
    }

    /** {@code WARC-Refers-To-Target-URI}, or null. */
    public String refersToUri() {
        return unbracketed(headers.first("WARC-Refers-To-Target-URI"));
    }

    /** {@code WARC-Refers-To-Date} as written, or null. */
    public String refersToDate() {
        return headers.first("WARC-Refers-To-Date");
    }

    /** {@code WARC-Refers-To-Date}; null where there is none that can be read. */
    public Instant refersToInstant() {
        String raw = refersToDate();
        return raw == null ? null : CaptureDate.ofWarc(raw).instant();
    }

    /** {@code WARC-Payload-Digest} as declared, unchecked; or null. */
    public String declaredDigest() {
        return headers.first("WARC-Payload-Digest");
    }

    /** {@code WARC-Segment-Number}, 1-based; 0 where the record is no segment or the value is no number. */
    public int segmentNumber() {
        String value = headers.first("WARC-Segment-Number");
        boolean isNumber = value != null && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber && !value.isEmpty() ? Integer.parseInt(value) : 0;
    }

    /** Record id of the first segment, on continuations; or null. */
    public String segmentOrigin() {
        return unbracketed(headers.first("WARC-Segment-Origin-ID"));
    }

    CrawlRecord at(Place other) {
        return with(other, payload, notes);
    }

    CrawlRecord with(Payload decoded, Set<Note> found) {
        return with(place, decoded, found);
    }

    private CrawlRecord with(Place other, Payload decoded, Set<Note> found) {
        return new CrawlRecord(
                type,
                typeName,
                recordId,
                targetUri,
                dateRaw,
                date,
                headers,
                http,
                mediaType,
                charset,
                decoded,
                blockLength,
                other,
                found,
                unproved);
    }

    static String unbracketed(String value) {
        if (value == null) {
            return null;
        }
        boolean bracketed = value.length() >= 2 && value.charAt(0) == '<' && value.charAt(value.length() - 1) == '>';
        return bracketed ? value.substring(1, value.length() - 1) : value;
    }
}
