package org.pactlens.extract.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects the blocks of a document by page from the XHTML that Tika's parsers give. */
final class DocumentCollector extends DefaultHandler {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "td",
            "th",
            "tr",
            "table",
            "ul",
            "ol",
            "dt",
            "dd",
            "body",
            "blockquote",
            "pre",
            "title",
            "section");
    private static final Set<String> SKIPPED = Set.of("head", "script", "style");

    /** Thrown through the parser when the limit of characters is reached. */
    static final class FullException extends SAXException {
        private static final long serialVersionUID = 1L;

        FullException() {
            super("output limit reached");
        }
    }

    private final int limit;
    private final List<List<String>> pages = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();
    private int chars;
    private int skipDepth;
    private boolean full;

    DocumentCollector(int limit) {
        this.limit = limit;
        pages.add(new ArrayList<>());
    }

    List<List<String>> pages() {
        flush();
        return pages;
    }

    boolean isFull() {
        return full;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (skipDepth > 0 || SKIPPED.contains(name)) {
            skipDepth++;
            return;
        }
        if (BLOCKS.contains(name)) {
            flush();
        }
        if (name.equals("br")) {
            block.append('\n');
        }
        if (name.equals("div") && "page".equals(attributes.getValue("class"))) {
            pages.add(new ArrayList<>());
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (skipDepth > 0) {
            skipDepth--;
        } else if (BLOCKS.contains(name)) {
            flush();
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (skipDepth > 0) {
            return;
        }
        chars += length;
        if (chars > limit) {
            full = true;
            throw new FullException();
        }
        block.append(text, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        characters(text, start, length);
    }

    private void flush() {
        String text = block.toString().strip();
        if (!text.isEmpty()) {
            pages.get(pages.size() - 1).add(text);
        }
        block.setLength(0);
    }
}
