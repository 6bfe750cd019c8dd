package org.pactlens.extract;

/**
 * Reads formats other than HTML and plain text. An implementation bounds its time and memory and never throws for bad
 * input: failures are values.
 */
@FunctionalInterface
public interface DocumentParser {
    /** Refuses everything: for callers that read HTML and plain text only. */
    DocumentParser NONE = (bytes, mediaType, url) -> DocumentText.failed(mediaType, ExtractionError.UNSUPPORTED);

    /** No document can be parsed at present, through no fault of the document; the caller has to give up, not to skip it. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }
    }

    /**
     * @param mediaType as detected from the first bytes; a container such as zip may turn out to be more special
     * @param url address or file name, for its extension
     */
    DocumentText parse(byte[] bytes, String mediaType, String url);
}
