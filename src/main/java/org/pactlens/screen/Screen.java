package org.pactlens.screen;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.pactlens.extract.TextDecoder;
import org.pactlens.study.RequiredConcepts;
import org.pactlens.study.Study;

/**
 * Says of a payload whether it can hold all required concepts, before it is parsed. Sound: it may keep too much and must
 * never drop what the relevance rule could accept, so it reads the characters that the extractor reads, looks for the same
 * terms by their letters alone, with markup dropped and as it stands, and keeps what it cannot read.
 *
 * <p>Built once per study, then shared: immutable and safe for many threads.
 */
public final class Screen {
    /** What the screen found. */
    public enum Verdict {
        /** A required concept is missing: the payload can be dropped. */
        NO_REQUIRED_CONCEPT,
        /** All are there. */
        CANDIDATE,
        /** The format or encoding hides the text. */
        CANNOT_TELL
    }

    private static final int START = 1024;
    private static final int LONGEST_FIELD_NAME = 40;

    private final TermTable table;
    private final PageScan.Marks marks;

    private Screen(TermTable table) {
        this.table = table;
        this.marks = PageScan.Marks.of(table);
    }

    /** The screen of a study: built from the same terms as its relevance rule. */
    public static Screen of(Study study) {
        return new Screen(new TermTable(study.concepts().concepts().stream()
                .map(RequiredConcepts.Concept::terms)
                .toList()));
    }

    /**
     * Reads a payload, transfer and content coding undone. Linear in its length.
     *
     * @param charset as declared, unverified; or null
     * @param mediaType as declared, lower case, without parameters; or null
     */
    public Verdict test(byte[] payload, String charset, String mediaType) {
        if (isOpaque(payload, mediaType)) {
            return Verdict.CANNOT_TELL;
        }
        PageScan.Result result = scan(payload);
        if (result == PageScan.Result.NOT_UTF8) {
            if (!isText(payload, mediaType)) {
                return Verdict.CANNOT_TELL;
            }
            String text = TextDecoder.decode(payload, charset).text();
            result = scan(text.getBytes(StandardCharsets.UTF_8));
        }
        return switch (result) {
            case ALL -> Verdict.CANDIDATE;
            case NOT_ALL -> Verdict.NO_REQUIRED_CONCEPT;
            case OPAQUE, NOT_UTF8 -> Verdict.CANNOT_TELL;
        };
    }

    private PageScan.Result scan(byte[] utf8) {
        return new PageScan(table, marks, utf8).run();
    }

    /** Formats whose text does not stand in their bytes. */
    private static boolean isOpaque(byte[] payload, String mediaType) {
        if (startsWith(payload, "%PDF") || startsWith(payload, "{\\rtf") || startsWith(payload, "PK")) {
            return true;
        }
        String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        if (type.startsWith("message/")
                || type.startsWith("multipart/")
                || type.endsWith("rtf")
                || beginsAsMail(payload)) {
            return true;
        }
        String start = new String(payload, 0, Math.min(payload.length, START), StandardCharsets.ISO_8859_1);
        return start.contains("base64") || start.contains("quoted-printable");
    }

    /** Whether it begins with a header line: how a mail's parts are encoded may be said far below. */
    private static boolean beginsAsMail(byte[] payload) {
        int at = 0;
        while (at < payload.length
                && at < LONGEST_FIELD_NAME
                && (Character.isLetter(payload[at]) || payload[at] == '-')) {
            at++;
        }
        return at > 0 && at < payload.length && payload[at] == ':';
    }

    /** Whether the extractor decodes it; an XML document's encoding and those of other formats are their parsers' matter. */
    private static boolean isText(byte[] payload, String mediaType) {
        boolean text = mediaType != null && (mediaType.startsWith("text/") || mediaType.contains("html"));
        return text && !startsWith(payload, "<?xml");
    }

    private static boolean startsWith(byte[] payload, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (i >= payload.length || payload[i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
