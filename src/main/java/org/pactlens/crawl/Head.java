package org.pactlens.crawl;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A record's header, WARC or ARC, or why there is none.
 *
 * @param headers fields; empty on a fault
 * @param length declared bytes of the block
 * @param size bytes of the header itself, blank line included
 * @param fault why no record can be read here; null where one can
 * @param detail for people
 */
record Head(
        RecordType type,
        String typeName,
        Headers headers,
        long length,
        int size,
        Set<Note> notes,
        DamageReason fault,
        String detail) {
    private static final int MAX_TYPE = 64;
    private static final Set<String> VERSIONS = Set.of("WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1");

    static Head fault(DamageReason reason, String detail) {
        return new Head(RecordType.OTHER, "", Headers.NONE, 0, 0, Set.of(), reason, detail);
    }

    /** Reads a WARC header that fills {@code b[from, to)}. */
    static Head warc(byte[] b, int from, int to) {
        int line = RecordStart.lineEnd(b, from, to);
        HeaderText.Parsed parsed = HeaderText.parse(b, line + 1, to);
        EnumSet<Note> notes = EnumSet.noneOf(Note.class);
        notes.addAll(parsed.notes());
        if (b[line - 1] != '\r') {
            notes.add(Note.LINE_ENDS);
        }
        String version = new String(b, from, line - from, StandardCharsets.ISO_8859_1).trim();
        if (!VERSIONS.contains(version)) {
            notes.add(Note.ODD_VERSION);
        }
        return warc(parsed.headers(), to - from, notes);
    }

    private static Head warc(Headers headers, int size, Set<Note> notes) {
        List<String> lengths = headers.all("Content-Length");
        if (lengths.isEmpty()) {
            return fault(DamageReason.BAD_LENGTH, "no Content-Length");
        }
        long length = Lengths.parse(lengths.get(0));
        if (length == Lengths.BAD) {
            return fault(DamageReason.BAD_LENGTH, "Content-Length is no number of bytes");
        }
        if (lengths.stream().anyMatch(other -> Lengths.parse(other) != length)) {
            return fault(DamageReason.BAD_LENGTH, "two Content-Length fields that differ");
        }
        String type = headers.first("WARC-Type");
        if (type == null || type.isEmpty()) {
            return fault(DamageReason.BAD_HEADER, "no WARC-Type");
        }
        String name = type.substring(0, Math.min(type.length(), MAX_TYPE)).toLowerCase(Locale.ROOT);
        return new Head(RecordType.ofWarc(name), name, headers, length, size, notes, null, "");
    }

    /** The header of an ARC record whose line, LF included, is {@code size} bytes long. */
    static Head arc(ArcLine line, int size) {
        if (line.length() < 0) {
            return fault(DamageReason.BAD_LENGTH, "the ARC line has a negative length");
        }
        boolean version = line.url().regionMatches(true, 0, "filedesc:", 0, 9);
        RecordType type = version ? RecordType.ARC_FILEDESC : RecordType.ARC;
        Headers headers = new Headers(List.of(
                new Headers.Field("URL", line.url()),
                new Headers.Field("IP-address", line.address()),
                new Headers.Field("Archive-date", line.date()),
                new Headers.Field("Content-type", line.mediaType()),
                new Headers.Field("Archive-length", Long.toString(line.length()))));
        return new Head(type, type.id(), headers, line.length(), size, Set.of(), null, "");
    }

    boolean isArc() {
        return type == RecordType.ARC || type == RecordType.ARC_FILEDESC;
    }
}
