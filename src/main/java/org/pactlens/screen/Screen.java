package org.pactlens.screen;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.pactlens.study.RequiredConcepts;
import org.pactlens.study.Study;
import org.pactlens.text.LetterSearch;

/**
 * Says of a payload whether it can hold all required concepts, before it is parsed. Sound: it may keep too much and must
 * never drop what the relevance rule could accept, so it looks for the same terms by their letters alone, with markup
 * dropped and as it stands, and keeps what it cannot read.
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

    /** Encodings that a page may be in without saying so; what one of them reads as the concepts is kept. */
    private static final List<String> LEGACY = List.of(
            "windows-1251",
            "KOI8-R",
            "x-windows-949",
            "GB18030",
            "Shift_JIS",
            "EUC-JP",
            "Big5-HKSCS",
            "windows-1252",
            "windows-1250",
            "windows-1253",
            "windows-1254",
            "windows-1256",
            "windows-1258",
            "windows-874",
            "IBM866",
            "ISO-8859-5",
            "x-MacCyrillic");

    private static final int START = 1024;

    /** Up to so many bytes beyond ASCII may be valid UTF-8 by chance. */
    private static final int CHANCE_BYTES = 64;

    private final LetterSearch search;

    private Screen(LetterSearch search) {
        this.search = search;
    }

    /** The screen of a study: built from the same terms as its relevance rule. */
    public static Screen of(Study study) {
        return new Screen(new LetterSearch(study.concepts().concepts().stream()
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
        String utf8 = decode(payload, StandardCharsets.UTF_8, CodingErrorAction.REPORT);
        if (utf8 != null) {
            if (holdsAll(utf8)) {
                return Verdict.CANDIDATE;
            }
            if (isSurelyUtf8(payload)) {
                return Verdict.NO_REQUIRED_CONCEPT;
            }
        }
        Set<Charset> guesses = guesses(charset);
        if (utf8 != null) {
            // Tried already.
            guesses.remove(StandardCharsets.UTF_8);
        }
        for (Charset guess : guesses) {
            if (holdsAll(decode(payload, guess, CodingErrorAction.REPLACE))) {
                return Verdict.CANDIDATE;
            }
        }
        return Verdict.NO_REQUIRED_CONCEPT;
    }

    /** A few bytes of another encoding may be valid UTF-8 by chance; many are not. ASCII is the same in all. */
    private static boolean isSurelyUtf8(byte[] payload) {
        int beyondAscii = 0;
        for (int i = 0; i < payload.length && beyondAscii <= CHANCE_BYTES; i++) {
            beyondAscii += payload[i] < 0 ? 1 : 0;
        }
        return beyondAscii == 0 || beyondAscii > CHANCE_BYTES;
    }

    private static Set<Charset> guesses(String declared) {
        Set<Charset> guesses = new LinkedHashSet<>();
        try {
            if (declared != null) {
                guesses.add(Charset.forName(declared));
            }
        } catch (IllegalArgumentException unknown) {
            // An unknown name says nothing; the others are tried.
        }
        // Pages with a few wrong bytes are UTF-8 all the same.
        guesses.add(StandardCharsets.UTF_8);
        LEGACY.stream().filter(Charset::isSupported).map(Charset::forName).forEach(guesses::add);
        return guesses;
    }

    /** Containers, binary formats, 16-bit text and encodings that switch by escapes. */
    private static boolean isOpaque(byte[] payload, String mediaType) {
        int shown = Math.min(payload.length, START);
        for (int i = 0; i < shown; i++) {
            if (payload[i] == 0) {
                return true;
            }
        }
        if (startsWith(payload, "%PDF") || startsWith(payload, "{\\rtf") || startsWith(payload, "PK")) {
            return true;
        }
        String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        if (type.startsWith("message/") || type.startsWith("multipart/") || type.endsWith("rtf")) {
            return true;
        }
        for (byte b : payload) {
            if (b == 0x1b || b == 0) {
                return true;
            }
        }
        return holdsAscii(payload, "~{") || holdsAscii(payload, "+/v8") || holdsAscii(payload, "base64");
    }

    private static boolean startsWith(byte[] payload, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (i >= payload.length || payload[i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Only the start is looked at: a sign of how the whole is encoded. */
    private static boolean holdsAscii(byte[] payload, String ascii) {
        int shown = Math.min(payload.length, START);
        return new String(payload, 0, shown, StandardCharsets.ISO_8859_1).contains(ascii);
    }

    private static String decode(byte[] payload, Charset charset, CodingErrorAction onError) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(onError)
                    .onUnmappableCharacter(onError)
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Twice: as a reader sees the words, across tags; and as it stands, with attributes and scripts. */
    private boolean holdsAll(String page) {
        return scan(unescaped(withoutTags(page))) || page.indexOf('<') >= 0 && scan(unescaped(page));
    }

    private static String unescaped(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }

    static String withoutTags(String page) {
        StringBuilder text = new StringBuilder(page.length());
        int from = 0;
        for (int tag = page.indexOf('<'); tag >= 0; tag = page.indexOf('<', from)) {
            text.append(page, from, tag);
            int end = page.startsWith("<!--", tag) ? page.indexOf("-->", tag) : page.indexOf('>', tag);
            boolean isTag = tag + 1 < page.length() && !Character.isWhitespace(page.charAt(tag + 1));
            if (end < 0 || !isTag) {
                from = tag + 1;
            } else {
                from = end + (page.charAt(end) == '-' ? 3 : 1);
            }
            if (from > page.length()) {
                break;
            }
        }
        return text.append(page, Math.min(from, page.length()), page.length()).toString();
    }

    private boolean scan(String text) {
        LetterSearch.Scan scan = search.scan();
        CharBuffer page = CharBuffer.wrap(text);
        byte[] octets = new byte[4];
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u' && Escapes.hex(page, i + 2, 4) >= 0) {
                codePoint = Escapes.hex(page, i + 2, 4);
                next = i + 6;
            } else if (c == '%') {
                int length = Escapes.percent(page, i, octets);
                if (length > 0) {
                    codePoint = new String(octets, 0, length, StandardCharsets.UTF_8).codePointAt(0);
                    next = i + 3 * length;
                }
            }
            scan.take(codePoint);
            if (scan.hasAll()) {
                return true;
            }
            i = next;
        }
        return scan.hasAll();
    }
}
