package org.pactlens.extract;

/** Turns single line breaks inside a block into paragraph bounds or spaces. */
final class Paragraphs {
    private Paragraphs() {}

    /** A line that ends a sentence closes a paragraph; any other break is a space. */
    static String ofBlock(String text) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        String before = "";
        for (String line : text.split("\n")) {
            String stripped = line.strip();
            if (stripped.isEmpty()) {
                continue;
            }
            if (out.length() > 0) {
                boolean closed = Script.endsSentence(before) && before.length() > 30;
                out.append(closed ? "\n\n" : " ");
            }
            out.append(stripped);
            before = stripped;
        }
        return out.toString();
    }
}
