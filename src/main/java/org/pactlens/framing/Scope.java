package org.pactlens.framing;

import java.util.List;
import org.pactlens.framing.Word.Role;

/** Whether a negator or a condition reaches a span. A clause ends at punctuation, marks and words of contrast. */
final class Scope {
    private static final int FARTHEST = 60;
    private static final int FARTHEST_NEGATOR = 35;
    private static final int FARTHEST_BEHIND = 15;
    private static final int FARTHEST_UNBLANKED = 10;

    private final Passage passage;
    private final int[] chars;

    Scope(Passage passage) {
        this.passage = passage;
        this.chars = passage.chars();
    }

    /** A negator in the clause, outside the span's own wording and outside wordings like "not only". */
    boolean negated(int start, int end) {
        boolean blanks = passage.habits().blanks();
        int from = clauseStart(start, blanks ? FARTHEST_NEGATOR : FARTHEST_UNBLANKED);
        if (denies(from, start)) {
            return true;
        }
        boolean behind = passage.habits().verbLast() || passage.habits().nounsCapital();
        return behind && denies(end, clauseEnd(end, FARTHEST_BEHIND));
    }

    private boolean denies(int from, int to) {
        List<Word> negators = passage.words(Role.NOT, from, to);
        for (Word negator : negators) {
            boolean harmless = false;
            for (int i = passage.firstWord(Math.max(0, negator.start() - 20));
                    i < passage.words().size();
                    i++) {
                Word word = passage.words().get(i);
                if (word.start() > negator.start()) {
                    break;
                }
                harmless |= word.role() == Role.NOT_ONLY && word.end() >= negator.end();
            }
            if (!harmless) {
                return true;
            }
        }
        return false;
    }

    /** Condition or forecast in the clause before the span or within it, or a question. */
    boolean hypothetical(int start, int end, Period period) {
        int from = clauseStart(start, FARTHEST);
        if (passage.has(Role.HYPOTHETICAL, from, end)) {
            return true;
        }
        boolean behind = passage.habits().verbLast();
        if (behind && passage.has(Role.HYPOTHETICAL, end, clauseEnd(end, FARTHEST_BEHIND))) {
            return true;
        }
        int last = chars[period.end() - 1];
        return passage.markAt(period.end() - 1) < 0 && (last == '?' || last == '？' || last == '؟');
    }

    int clauseStart(int at, int farthest) {
        int i = at;
        while (i > 0 && at - i < farthest && !bounds(i - 1)) {
            i--;
        }
        int from = i;
        for (Word word : passage.words(Role.CLAUSE, i, at)) {
            from = Math.max(from, word.end());
        }
        return from;
    }

    int clauseEnd(int at, int farthest) {
        int i = at;
        while (i < chars.length && i - at < farthest && !bounds(i)) {
            i++;
        }
        return i;
    }

    private boolean bounds(int i) {
        if (i + 1 < chars.length && passage.markAt(i) != passage.markAt(i + 1)
                || ",;:—–()\n，；：、。.!?！？،؛".indexOf(chars[i]) >= 0) {
            boolean insideWord = chars[i] == '.' && i + 1 < chars.length && Character.isLetterOrDigit(chars[i + 1]);
            return !insideWord;
        }
        return false;
    }
}
