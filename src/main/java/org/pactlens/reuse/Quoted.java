package org.pactlens.reuse;

import java.io.Serializable;
import java.util.Objects;
import org.pactlens.text.Span;

/**
 * A stretch of an article's text that is somebody's words and therefore no evidence of copying.
 *
 * @param span in the article's text, without the marks
 * @param speaker name of the speaker, the same in all languages where the study knows the person; null where unknown
 */
public record Quoted(Span span, String speaker) implements Serializable {
    public Quoted {
        Objects.requireNonNull(span, "span");
    }
}
