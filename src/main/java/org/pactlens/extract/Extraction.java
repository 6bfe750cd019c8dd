package org.pactlens.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What was read from one document. Text, title, authors and notes are never null; every other absence is null.
 *
 * @param title headline without the site's name; empty where none is known
 * @param text main text, paragraphs parted by one blank line; empty where the page is no article
 * @param authors names of persons in the page's order, agencies in the byline included
 * @param publishedAt instant of publication where the page states a time with its offset, or null
 * @param publishedDate local day at the outlet, never later than the capture, or null
 * @param dateBasis where the date was read; {@link DateBasis#NONE} exactly where {@code publishedDate} is null
 * @param language BCP 47 tag, or null
 * @param pageKind what the page is
 * @param canonicalUrl absolute canonical address, or null
 * @param siteName the site's own name, or null
 * @param charset name of the encoding the bytes were read in, or null
 * @param charsetRule which evidence named it, or null where nothing was decoded
 * @param mediaType detected media type
 * @param quality 0..1, how sure the extractor is of the text of a page: it orders texts, and is no probability; 1 for
 *     documents that hold nothing but text
 * @param notes what a reader should know
 * @param error why there is no text, or null
 */
public record Extraction(
        String title,
        String text,
        List<String> authors,
        Instant publishedAt,
        LocalDate publishedDate,
        DateBasis dateBasis,
        String language,
        PageKind pageKind,
        String canonicalUrl,
        String siteName,
        String charset,
        CharsetRule charsetRule,
        String mediaType,
        double quality,
        Set<Note> notes,
        ExtractionError error) {
    public Extraction {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(dateBasis, "dateBasis");
        Objects.requireNonNull(pageKind, "pageKind");
        authors = List.copyOf(authors);
        EnumSet<Note> ordered = EnumSet.noneOf(Note.class);
        ordered.addAll(notes);
        notes = Collections.unmodifiableSet(ordered);
        if ((publishedDate == null) != (dateBasis == DateBasis.NONE)) {
            throw new IllegalArgumentException("date " + publishedDate + " with basis " + dateBasis);
        }
    }

    /** The same with the language found by other means than the page's own statement. */
    Extraction withLanguage(String found) {
        return new Extraction(
                title,
                text,
                authors,
                publishedAt,
                publishedDate,
                dateBasis,
                found,
                pageKind,
                canonicalUrl,
                siteName,
                charset,
                charsetRule,
                mediaType,
                quality,
                notes,
                error);
    }

    /** A document that gave nothing to read. */
    static Extraction failed(String mediaType, ExtractionError error, Set<Note> notes) {
        return new Extraction(
                "",
                "",
                List.of(),
                null,
                null,
                DateBasis.NONE,
                null,
                PageKind.OTHER,
                null,
                null,
                null,
                null,
                mediaType,
                0,
                notes,
                error);
    }
}
