package org.pactlens.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML with SVG in it, well-formed as XML too. All text and all attribute values pass through {@link #escape}:
 * there is no way to write markup that comes from data.
 */
final class Markup {
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();
    private int lastId;

    /** Opens an element; {@code attributes} are names and values in turn. */
    Markup open(String element, String... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Closes the innermost open element. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the innermost open element and ends the line. */
    Markup closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /** An element without content: a void element of HTML or any of SVG. */
    Markup empty(String element, String... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds only text. */
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    Markup text(String text) {
        escape(text, out);
        return this;
    }

    /** The document type, before the first element. */
    Markup doctype() {
        out.append("<!DOCTYPE html>\n");
        return this;
    }

    /** The one style sheet of the page, which is ours and is not escaped. */
    Markup styleSheet() {
        out.append("<style>\n").append(Style.SHEET).append("</style>\n");
        return this;
    }

    /** An id that no other element of the page has. */
    String nextId() {
        return "e" + ++lastId;
    }

    private void start(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], out);
            out.append('"');
        }
    }

    /**
     * Text that is safe as content and as a quoted attribute value. Control characters, halves of surrogate pairs and
     * marks that turn the direction of what follows are replaced: with the latter, a name from a crawl could reorder
     * our own words.
     */
    static void escape(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isHarmless(c) ? c : REPLACEMENT);
            }
        });
    }

    private static boolean isHarmless(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return !turns && !noncharacter && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    /** The page; all elements must be closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
