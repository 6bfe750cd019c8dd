package org.pactlens.sample;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One document of the sample.
 *
 * @param id unique in the sample; names the file in the drop folder
 * @param path path of its URL, without the first slash
 * @param language BCP 47 tag
 * @param published with the outlet's own offset
 * @param authors empty where the page shows none
 * @param text paragraphs parted by one blank line, without the title
 * @param captures how the crawl holds it, in this order
 * @param family what it was copied from, if anything
 */
record SampleDocument(
        String id,
        String outlet,
        String path,
        String language,
        OffsetDateTime published,
        String title,
        List<String> authors,
        String text,
        String layout,
        Encoding encoding,
        List<Capture> captures,
        Optional<Drop> drop,
        Optional<Copy> copy,
        Coding coding) {
    /** One capture of a document's page. */
    enum Capture {
        /** The whole text. */
        PAGE,
        /** An earlier state of the page: the last paragraph is not there yet. */
        EARLIER,
        /** A revisit record that refers to the capture before. */
        REVISIT
    }

    /** Formats of the drop folder; a document that lies there is not served as a page. */
    enum Drop {
        PDF,
        DOCX,
        EPUB,
        TXT
    }

    /** What it carries of another document. The roles are those of the reuse table. */
    record Copy(String origin, String role) {
        static final String QUOTE_ONLY = "quote_only";

        /** Whether both are one story family; sharing quotations alone makes none. */
        boolean joinsFamily() {
            return !role.equals(QUOTE_ONLY);
        }
    }

    /** How a page's bytes are written, and where the page says so. */
    record Encoding(String charset, Declared declared) {
        enum Declared {
            BOTH,
            HEADER,
            META,
            NONE
        }

        boolean inHeader() {
            return declared == Declared.BOTH || declared == Declared.HEADER;
        }

        boolean inPage() {
            return declared == Declared.BOTH || declared == Declared.META;
        }
    }

    SampleDocument {
        authors = List.copyOf(authors);
        captures = List.copyOf(captures);
    }

    String url() {
        return "https://" + outlet + "/" + path;
    }

    /** The primary tag of the language, by which furniture and names are chosen. */
    String primaryLanguage() {
        return language.split("-")[0];
    }

    LocalDate day() {
        return published.toLocalDate();
    }

    List<String> paragraphs() {
        return List.of(text.split("\n\n"));
    }

    /** Title, blank line, text: what offsets of the gold count in. */
    String whole() {
        return title + "\n\n" + text;
    }
}
