package org.pactlens.framing;

import java.util.ArrayList;
import java.util.List;
import org.pactlens.framing.Word.Role;
import org.pactlens.text.Span;

/** Cuts paragraphs into periods. One pass over the text outside the marks. */
final class Periods {
    /** Behind "..." a clause of saying begins within this many characters, or it is a sentence of its own. */
    private static final int CLAUSE_OF_SAYING = 60;

    /** Words of saying so close before the opening mark introduce what it opens. */
    private static final int INTRODUCTION = 14;

    /** Characters outside marks; what is longer is no sentence, and all that is looked for in one would take for ever. */
    private static final int LONGEST = 1500;

    private final Passage passage;
    private final int[] chars;
    private final List<Period> periods = new ArrayList<>();

    private Periods(Passage passage) {
        this.passage = passage;
        this.chars = passage.chars();
    }

    static List<Period> of(Passage passage) {
        Periods periods = new Periods(passage);
        for (int i = 0; i < passage.paragraphs().size(); i++) {
            periods.cut(i, passage.paragraphs().get(i));
        }
        return periods.periods;
    }

    private void cut(int paragraph, Span span) {
        int start = span.start();
        List<Integer> marks = new ArrayList<>();
        int at = span.start();
        int outside = 0;
        while (at < span.end()) {
            int mark = passage.markAt(at);
            boolean ends;
            if (mark >= 0) {
                marks.add(mark);
                Marked marked = passage.marked().get(mark);
                at = marked.to();
                ends = marked.closed() && endsInside(marked, start) && startsAnew(at, span.end(), marked);
            } else {
                ends = isEnd(chars[at]) && endsHere(at, start, span.end());
                at++;
                outside++;
                ends |= outside >= LONGEST && (Marks.isBlank(chars[at - 1]) || outside >= 2 * LONGEST);
                while (ends && at < span.end() && passage.markAt(at) < 0 && isEnd(chars[at])) {
                    at++;
                }
            }
            if (ends) {
                add(start, at, paragraph, marks);
                start = at;
                outside = 0;
                marks = new ArrayList<>();
            }
        }
        add(start, span.end(), paragraph, marks);
    }

    private void add(int from, int to, int paragraph, List<Integer> marks) {
        int start = from;
        while (start < to && Marks.isBlank(chars[start])) {
            start++;
        }
        if (start < to) {
            periods.add(new Period(start, to, paragraph, List.copyOf(marks)));
        }
    }

    static boolean isEnd(int c) {
        return c == '.' || c == '!' || c == '?' || c == '。' || c == '！' || c == '？' || c == '؟' || c == '…';
    }

    private static boolean isWideEnd(int c) {
        return c == '。' || c == '！' || c == '？';
    }

    private boolean endsInside(Marked marked, int start) {
        return isEnd(chars[marked.span().end() - 1]) && (marked.from() >= start);
    }

    /** Whether a new sentence begins behind a closing mark that has a full stop before it. */
    private boolean startsAnew(int at, int end, Marked marked) {
        int next = at;
        while (next < end && Marks.isBlank(chars[next])) {
            next++;
        }
        if (next >= end) {
            return true;
        }
        int c = chars[next];
        if (isEnd(c) || ",，、;:：)）—–-".indexOf(c) >= 0 || Character.isLowerCase(c)) {
            return false;
        }
        if (next == at && Character.isLetter(c) && passage.habits().verbLast()) {
            return false;
        }
        int last = chars[marked.span().end() - 1];
        boolean introduced = marked.from() > 0
                && (":：".indexOf(passage.codePointBefore(marked.from())) >= 0
                        || passage.has(Role.SAY, Math.max(0, marked.from() - INTRODUCTION), marked.from()));
        if (last == '.' || introduced) {
            return last == '.' ? !(passage.habits().wide() || passage.habits().verbLast()) || introduced : true;
        }
        int until = Math.min(end, next + CLAUSE_OF_SAYING);
        for (int i = next; i < until; i++) {
            if (passage.markAt(i) >= 0 || isEnd(chars[i])) {
                until = i;
            }
        }
        return !passage.has(Role.SAY, next, until);
    }

    /** Whether the stop at {@code at} ends a sentence: no abbreviation, initial, number or clipped word. */
    private boolean endsHere(int at, int start, int end) {
        if (isWideEnd(chars[at])) {
            return true;
        }
        int next = at + 1;
        while (next < end && isEnd(chars[next])) {
            next++;
        }
        if (next >= end) {
            return true;
        }
        if (!Marks.isBlank(chars[next])) {
            return false;
        }
        while (next < end && Marks.isBlank(chars[next])) {
            next++;
        }
        if (next >= end) {
            return true;
        }
        if (Character.isLowerCase(chars[next]) || ",;".indexOf(chars[next]) >= 0) {
            return false;
        }
        return chars[at] != '.' || !isAbbreviation(at, start);
    }

    /** A single letter or an honorific before the stop, or letters with stops between them ({@code U.S.}). */
    private boolean isAbbreviation(int at, int start) {
        int from = at;
        while (from > start && Character.isLetterOrDigit(chars[from - 1])) {
            from--;
        }
        int length = at - from;
        if (length == 0 || !Character.isLetter(chars[from])) {
            return false;
        }
        boolean initial = length == 1 && Character.isUpperCase(chars[from]);
        return initial || passage.has(Role.HONORIFIC, from, at + 1) || passage.has(Role.HONORIFIC, from, at);
    }
}
