package org.pactlens.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a file of an input folder is taken for. */
public enum FileKind {
    /** WARC, ARC, WET, WAT, in any compression, or WACZ. */
    ARCHIVE,
    /** JSON Lines, plain or gzip. */
    NEWS_DUMP,
    /** A single document. */
    DOCUMENT,
    /** Nothing that is read; counted. */
    IGNORED;

    private static final Set<String> ARCHIVE_ENDINGS = Set.of("warc", "arc", "wet", "wat", "wacz");

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("xhtml", "application/xhtml+xml"),
            Map.entry("xml", "application/xml"),
            Map.entry("txt", "text/plain"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("eml", "message/rfc822"),
            Map.entry("epub", "application/epub+zip"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));

    /**
     * Judges by name, and where the name says nothing by content: an archive may have any name.
     *
     * @param name the file's name without its folder
     * @param start the file's first bytes; 64 are enough
     */
    public static FileKind of(String name, byte[] start) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isArchiveName(lower)) {
            return ARCHIVE;
        }
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
            return NEWS_DUMP;
        }
        if (mediaType(lower) != null) {
            return DOCUMENT;
        }
        return startsArchive(start) ? ARCHIVE : IGNORED;
    }

    /** Whether one of the name's endings is that of an archive: crawlers write {@code x.warc.gz.open}. */
    static boolean isArchiveName(String lower) {
        for (int dot = lower.indexOf('.'); dot >= 0; dot = lower.indexOf('.', dot + 1)) {
            int next = lower.indexOf('.', dot + 1);
            if (ARCHIVE_ENDINGS.contains(lower.substring(dot + 1, next < 0 ? lower.length() : next))) {
                return true;
            }
        }
        return false;
    }

    /** The media type that a document's name stands for; null where it is no known kind of document. */
    static String mediaType(String name) {
        return MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether the name stands for a document that is neither markup nor plain text, hence parsed in a process apart. */
    public static boolean isParsedApart(String name) {
        String type = mediaType(name);
        return type != null && !type.startsWith("text/") && !type.endsWith("xml");
    }

    private static boolean startsArchive(byte[] start) {
        if (RecordStart.warcAt(start, 0, start.length)) {
            return true;
        }
        BytesSource source = new BytesSource(start);
        try (RecordInput in = new RecordInput(source, 1024)) {
            in.arc = true;
            in.restart(0);
            in.cross();
            return in.stop() == RecordInput.Stop.BOUNDARY;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }
}
