package org.pactlens.framing;

import java.util.ArrayList;
import java.util.List;
import org.pactlens.framing.Word.Role;
import org.pactlens.text.Span;

/**
 * A clause of saying inside one pair of marks, as several languages print it: "We dug, — says Lee, — and dug." The words
 * before and behind it become pieces of their own, so that the clause stands outside the marks.
 */
final class Insertions {
    private static final int LONGEST = 120;
    private static final int FARTHEST_VERB = 40;
    private static final String DASHES = "—–―-";

    private final int[] chars;
    private final Passage passage;

    /** @param passage whose words are known, though its marks are not */
    Insertions(Passage passage) {
        this.chars = passage.chars();
        this.passage = passage;
    }

    /** The pieces of an outermost pair of marks that holds nothing nested; the pair itself where nothing is inserted. */
    List<Marked> pieces(Marked marked) {
        List<Marked> pieces = new ArrayList<>();
        int from = marked.from();
        int start = marked.span().start();
        for (int at = start; at < marked.span().end(); at++) {
            int end = opens(at, marked.span().end())
                    ? insertionEnd(at, marked.span().end())
                    : -1;
            if (end > 0) {
                pieces.add(piece(marked, from, start, at, at));
                from = end;
                start = end;
                at = end;
            }
        }
        if (pieces.isEmpty()) {
            return List.of(marked);
        }
        if (start < marked.span().end()) {
            pieces.add(piece(marked, from, start, marked.span().end(), marked.to()));
        }
        return pieces;
    }

    private static Marked piece(Marked whole, int from, int start, int end, int to) {
        return new Marked(new Span(start, end), from, to, whole.closed(), 0, whole.title(), -1);
    }

    /** A blank behind a comma or stop, and a dash behind the blank. */
    private boolean opens(int at, int end) {
        return at > 0
                && Marks.isBlank(chars[at])
                && at + 2 < end
                && DASHES.indexOf(chars[at + 1]) >= 0
                && Marks.isBlank(chars[at + 2])
                && ",.!?…".indexOf(chars[at - 1]) >= 0;
    }

    /** Where the speech goes on behind the second dash; -1 where there is none, or no verb of saying is near. */
    private int insertionEnd(int from, int end) {
        if (!passage.has(Role.SAY, from + 1, Math.min(end, from + FARTHEST_VERB))) {
            return -1;
        }
        for (int at = from + 3; at < end && at - from < LONGEST; at++) {
            if (DASHES.indexOf(chars[at]) >= 0
                    && ",.".indexOf(chars[at - 2]) >= 0
                    && Marks.isBlank(chars[at - 1])
                    && at + 1 < end
                    && Marks.isBlank(chars[at + 1])) {
                return at + 2;
            }
        }
        return -1;
    }
}
