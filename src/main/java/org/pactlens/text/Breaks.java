package org.pactlens.text;

/** Tells the end of a paragraph from a line that was only broken. */
final class Breaks {
    private Breaks() {}

    /**
     * Whether the run of blanks {@code [from, to)} parts two paragraphs: it holds two line ends or more, or one after
     * which no lower-case letter goes on with a line that was left open.
     */
    static boolean partsParagraphs(String text, int from, int to) {
        int lineEnds = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\u2029') {
                return true;
            }
            boolean crLf = c == '\n' && i > from && text.charAt(i - 1) == '\r';
            lineEnds += (c == '\n' || c == '\r' || c == '\u2028' || c == '\u0085') && !crLf ? 1 : 0;
        }
        if (lineEnds != 1) {
            return lineEnds > 1;
        }
        boolean goesOn = to < text.length() && Character.isLowerCase(text.codePointAt(to));
        boolean leftOpen = from > 0 && ".!?:;。！？؟…".indexOf(text.charAt(from - 1)) < 0;
        return !(goesOn && leftOpen);
    }
}
