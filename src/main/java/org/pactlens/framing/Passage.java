package org.pactlens.framing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pactlens.framing.Word.Role;
import org.pactlens.text.Span;

/**
 * A title or text, read once: its paragraphs, its words of the study, what stands between marks, and its periods. All
 * offsets count code points.
 */
final class Passage {
    private final int[] chars;
    private final boolean title;
    private final Habits habits;
    private final List<Word> words;
    private final List<Span> paragraphs;
    private final List<Marked> marked;
    private final List<Period> periods;
    private final int[] markAt;

    private Passage(String text, boolean title, Habits habits, Marks marks, List<Word> words) {
        this.chars = text.codePoints().toArray();
        this.title = title;
        this.habits = habits;
        this.words = words;
        this.paragraphs = lines(chars);
        this.marked = new ArrayList<>();
        Insertions insertions = new Insertions(this);
        for (Span paragraph : paragraphs) {
            int shift = marked.size();
            List<Marked> pairs = marks.in(chars, paragraph.start(), paragraph.end());
            if (pairs.stream().allMatch(one -> one.depth() == 0)) {
                pairs.forEach(one -> marked.addAll(insertions.pieces(one)));
            } else {
                pairs.forEach(one -> marked.add(one.shifted(shift)));
            }
        }
        this.markAt = cover(chars.length, marked);
        this.periods = Periods.of(this);
    }

    static Passage of(String text, boolean title, Habits habits, Marks marks, Vocabulary vocabulary) {
        return new Passage(text, title, habits, marks, vocabulary.in(text));
    }

    /** Lines without the blanks at their edges; crawled text often parts paragraphs by one line end only. */
    private static List<Span> lines(int[] chars) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= chars.length; at++) {
            if (at == chars.length || chars[at] == '\n') {
                int from = start;
                int to = at;
                while (from < to && Marks.isBlank(chars[from])) {
                    from++;
                }
                while (to > from && Marks.isBlank(chars[to - 1])) {
                    to--;
                }
                if (from < to) {
                    lines.add(new Span(from, to));
                }
                start = at + 1;
            }
        }
        return lines;
    }

    private static int[] cover(int length, List<Marked> marked) {
        int[] cover = new int[length];
        java.util.Arrays.fill(cover, -1);
        for (int i = 0; i < marked.size(); i++) {
            if (marked.get(i).depth() == 0) {
                java.util.Arrays.fill(cover, marked.get(i).from(), marked.get(i).to(), i);
            }
        }
        return cover;
    }

    /** Index of the outermost pair of marks that holds the offset, or -1. */
    int markAt(int offset) {
        return markAt[offset];
    }

    int[] chars() {
        return chars;
    }

    boolean isTitle() {
        return title;
    }

    /** Whether every longer word of the span has a capital, two at least, in a language where that means anything. */
    boolean isTitleCase(Span span) {
        if (habits.wide() || habits.nounsCapital()) {
            return false;
        }
        int capitals = 0;
        for (int at = span.start(); at < span.end(); ) {
            int end = at;
            while (end < span.end() && Character.isLetterOrDigit(chars[end])) {
                end++;
            }
            if (Character.isUpperCase(chars[at])) {
                capitals++;
            } else if (end - at > 3 && Character.isLetter(chars[at])) {
                return false;
            }
            at = end + 1;
        }
        return capitals >= 2;
    }

    /** Whether the passage is written like a headline in capitals. */
    boolean isTitleCase() {
        return chars.length > 0 && isTitleCase(new Span(0, chars.length));
    }

    /** The last offset from {@code floor} on and before {@code at} that holds no blank; {@code floor - 1} where all do. */
    int lastBefore(int at, int floor) {
        int last = at - 1;
        while (last >= floor && Marks.isBlank(chars[last])) {
            last--;
        }
        return last;
    }

    /** The last code point before {@code at} that is no blank; a line break where there is none. */
    int codePointBefore(int at) {
        int last = lastBefore(at, 0);
        return last < 0 ? '\n' : chars[last];
    }

    Habits habits() {
        return habits;
    }

    List<Span> paragraphs() {
        return paragraphs;
    }

    List<Marked> marked() {
        return marked;
    }

    List<Period> periods() {
        return periods;
    }

    List<Word> words() {
        return words;
    }

    /** Index of the first word that starts at or behind the offset. */
    int firstWord(int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The words of one role that lie in {@code [from, to)}. */
    List<Word> words(Role role, int from, int to) {
        List<Word> found = new ArrayList<>();
        for (int i = firstWord(from); i < words.size() && words.get(i).start() < to; i++) {
            Word word = words.get(i);
            if (word.role() == role && word.end() <= to) {
                found.add(word);
            }
        }
        return found;
    }

    boolean has(Role role, int from, int to) {
        for (int i = firstWord(from); i < words.size() && words.get(i).start() < to; i++) {
            if (words.get(i).role() == role && words.get(i).end() <= to) {
                return true;
            }
        }
        return false;
    }

    /** The first word of these roles that begins at {@code from} and reaches to {@code to} at least; null where none does. */
    Word wordOver(Set<Role> roles, int from, int to) {
        for (int i = firstWord(from); i < words.size() && words.get(i).start() <= from; i++) {
            Word word = words.get(i);
            if (word.end() >= to && roles.contains(word.role())) {
                return word;
            }
        }
        return null;
    }

    /** Index of the period that holds the offset, or of the last one before it; -1 before the first. */
    int periodAt(int offset) {
        int low = 0;
        int high = periods.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (periods.get(middle).start() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    String cut(int from, int to) {
        return new String(chars, from, to - from);
    }
}
