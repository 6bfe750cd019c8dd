package org.pactlens.extract;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a {@link DocumentParser} read.
 *
 * @param mediaType detected media type
 * @param title title in the document's metadata, or null
 * @param authors as in the metadata
 * @param created time of creation in the metadata, or null
 * @param language language in the metadata, or null
 * @param text paragraphs parted by one blank line
 * @param truncated the end is missing: a limit was met, or the file is damaged from there on
 * @param error why there is no text, or null
 */
public record DocumentText(
        String mediaType,
        String title,
        List<String> authors,
        Instant created,
        String language,
        String text,
        boolean truncated,
        ExtractionError error) {
    public DocumentText {
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(text, "text");
        authors = List.copyOf(authors);
    }

    public static DocumentText failed(String mediaType, ExtractionError error) {
        return new DocumentText(mediaType, null, List.of(), null, null, "", false, error);
    }
}
