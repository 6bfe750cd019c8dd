package org.pactlens.reuse;

import java.util.BitSet;

/**
 * What stands between quotation marks, in the marks of any language. A mark that nobody closes lasts to the end of its
 * paragraph. Single marks count only as a pair whose ends touch no letter from outside, since the closing one is an
 * apostrophe too.
 */
final class MarkedText {
    private static final String OPEN = "“„«»「『《〝";
    private static final String CLOSE = "”“»«」』》〞";
    private static final int LONGEST_SINGLE = 600;

    private final int[] text;
    private final BitSet marked = new BitSet();

    private MarkedText(String text) {
        this.text = text.codePoints().toArray();
    }

    /** Bits of the code points that stand between marks. Linear in the text's length. */
    static BitSet of(String text) {
        MarkedText marks = new MarkedText(text);
        marks.read();
        return marks.marked;
    }

    private void read() {
        int open = -1;
        int closing = 0;
        for (int i = 0; i < text.length; i++) {
            int c = text[i];
            if (open >= 0) {
                if (c == '\n' || closes(c, closing, i)) {
                    marked.set(open, i);
                    open = -1;
                }
            } else if (c == '"' || c == '＂' || isDouble(i)) {
                open = i + 1;
                closing = '"';
            } else if (OPEN.indexOf(c) >= 0) {
                open = i + 1;
                closing = CLOSE.codePointAt(OPEN.indexOf(c));
            } else if (c == '‘' && !isLetter(i - 1)) {
                int end = singleEnd(i);
                if (end > 0) {
                    marked.set(i + 1, end);
                    i = end;
                }
            }
        }
        if (open >= 0) {
            marked.set(open, text.length);
        }
    }

    private boolean closes(int c, int closing, int at) {
        return switch (closing) {
            case '"' -> c == '"' || c == '＂' || c == '”' || isDouble(at);
            case '”' -> c == '”' || c == '"';
            case '“' -> c == '“' || c == '”' || c == '"';
            default -> c == closing;
        };
    }

    /** Two single straight marks, as some archives write a double one; true at the second. */
    private boolean isDouble(int at) {
        return at > 0 && text[at] == '\'' && text[at - 1] == '\'';
    }

    private int singleEnd(int start) {
        int limit = Math.min(text.length, start + LONGEST_SINGLE);
        for (int i = start + 1; i < limit && text[i] != '\n'; i++) {
            if (text[i] == '’' && !isLetter(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isLetter(int at) {
        return at >= 0 && at < text.length && Character.isLetterOrDigit(text[at]);
    }
}
