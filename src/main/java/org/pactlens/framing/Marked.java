package org.pactlens.framing;

import org.pactlens.text.Span;

/**
 * Words between quotation marks.
 *
 * @param span the words, without marks and without the blanks beside them
 * @param from offset of the opening mark
 * @param to offset behind the closing mark; the paragraph's end where nothing closes
 * @param closed whether a closing mark was found
 * @param depth 0 for the outermost pair
 * @param title whether this pair of marks is used for titles of works as well
 * @param parent index of the enclosing pair in the list, or -1
 */
record Marked(Span span, int from, int to, boolean closed, int depth, boolean title, int parent) {
    /** The same pair in a longer list, where {@code shift} others stand before it. */
    Marked shifted(int shift) {
        return new Marked(span, from, to, closed, depth, title, parent < 0 ? -1 : parent + shift);
    }
}
