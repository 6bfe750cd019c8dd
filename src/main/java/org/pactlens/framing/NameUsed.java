package org.pactlens.framing;

import org.pactlens.text.Span;

/**
 * A form of the event's name, once an article, at its first place.
 *
 * @param name the form as it stands in the text
 * @param nameClass class id of the study's name list, such as {@code neutral} or {@code loaded}
 */
public record NameUsed(String name, String nameClass, Span span, boolean inTitle) {}
