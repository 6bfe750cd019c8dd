package org.pactlens.text;

/** Says in which language a text is written. Immutable and safe for many threads; costly to build, so build one. */
public final class LanguageDetector {
    private LanguageDetector() {}

    /**
     * The answer for one text.
     *
     * @param language BCP 47 tag: a primary subtag, with a script or region only for {@code zh-Hans}, {@code zh-Hant}
     *     and {@code ko-KP}; null where the text gives no hold
     * @param confidence 0..1; 0 where the language is null
     */
    public record Detected(String language, double confidence) {}

    public static LanguageDetector create() {
        throw new UnsupportedOperationException();
    }

    /** The language of most of the text. Reads a bounded part of long texts. */
    public Detected detect(String text) {
        throw new UnsupportedOperationException();
    }
}
