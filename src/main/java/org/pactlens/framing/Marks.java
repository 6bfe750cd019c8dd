package org.pactlens.framing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pactlens.study.QuotationMarks;
import org.pactlens.text.Span;

/**
 * Pairs quotation marks in a paragraph by the habits of its language. The same character opens in one language and
 * closes in another, so the pairs are data. One pass, with at most {@value #DEEPEST} marks open.
 */
final class Marks {
    /** Deeper nesting is not speech but noise; bounding it keeps the pass linear. */
    private static final int DEEPEST = 4;

    private static final int APOSTROPHE = '\'';
    private static final int RIGHT_SINGLE = '\u2019';
    private static final int DOUBLE = '"';

    /** Double marks that typing with one key often closes with a straight one. */
    private static final Set<String> CURLY_OPENINGS = Set.of("„", "“");

    private final Map<Integer, List<QuotationMarks.Pair>> byOpening = new HashMap<>();
    private final Map<Integer, List<QuotationMarks.Pair>> byClosing = new HashMap<>();
    private final List<QuotationMarks.Pair> titles;

    private Marks(List<QuotationMarks.Pair> pairs, List<QuotationMarks.Pair> titles) {
        this.titles = titles;
        for (QuotationMarks.Pair pair : pairs) {
            byOpening
                    .computeIfAbsent(pair.open().codePointAt(0), key -> new ArrayList<>())
                    .add(pair);
            byClosing
                    .computeIfAbsent(pair.close().codePointAt(0), key -> new ArrayList<>())
                    .add(pair);
        }
    }

    /** @param habits those of all languages that a text is read with, the likeliest first */
    static Marks of(List<QuotationMarks> habits) {
        Set<QuotationMarks.Pair> speech = new LinkedHashSet<>();
        Set<QuotationMarks.Pair> titles = new LinkedHashSet<>();
        for (QuotationMarks one : habits) {
            speech.addAll(one.outer());
            titles.addAll(one.titles());
        }
        for (QuotationMarks one : habits) {
            speech.addAll(one.inner());
        }
        for (QuotationMarks.Pair pair : List.copyOf(speech)) {
            if (CURLY_OPENINGS.contains(pair.open())) {
                speech.add(new QuotationMarks.Pair(pair.open(), "\""));
            }
        }
        Set<QuotationMarks.Pair> all = new LinkedHashSet<>(speech);
        all.addAll(titles);
        titles.removeAll(speech);
        return new Marks(List.copyOf(all), List.copyOf(titles));
    }

    /** A mark that waits for its partner. */
    private record Open(QuotationMarks.Pair pair, int at, int index) {}

    /** The pairs in {@code [from, to)}, by their opening marks. */
    List<Marked> in(int[] chars, int from, int to) {
        int[] text = withoutDoubledSingles(chars, from, to);
        boolean balanced = isBalanced(text, from, to);
        List<Marked> found = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        for (int at = from; at < to; at++) {
            int c = text[at];
            if (isApostrophe(text, at, from, to)) {
                continue;
            }
            int closes = closes(open, text, at, from, to, balanced);
            if (closes >= 0) {
                close(found, open, closes, text, at);
            } else if (open.size() < DEEPEST && opens(text, at, from, to)) {
                QuotationMarks.Pair pair = byOpening.get(c).get(0);
                int parent = open.isEmpty() ? -1 : open.get(open.size() - 1).index();
                open.add(new Open(pair, at, found.size()));
                found.add(new Marked(
                        new Span(at, at + 1), at, to, false, open.size() - 1, titles.contains(pair), parent));
            }
        }
        return settle(found, open, text, to);
    }

    /** Two straight single marks in a row are one double mark of old agency wire; the second becomes a blank. */
    private static int[] withoutDoubledSingles(int[] chars, int from, int to) {
        int[] text = chars;
        for (int at = from; at + 1 < to; at++) {
            if (chars[at] == APOSTROPHE && chars[at + 1] == APOSTROPHE) {
                text = text == chars ? chars.clone() : text;
                boolean opens = at == from || isBlank(chars[at - 1]);
                text[opens ? at + 1 : at] = DOUBLE;
                text[opens ? at : at + 1] = ' ';
                at++;
            }
        }
        return text;
    }

    private void close(List<Marked> found, List<Open> open, int level, int[] text, int at) {
        Open opening = open.get(level);
        while (open.size() > level + 1) {
            found.set(open.remove(open.size() - 1).index(), null);
        }
        open.remove(level);
        Marked blank = found.get(opening.index());
        Span words = trimmed(text, opening.at() + 1, at);
        found.set(
                opening.index(),
                words == null
                        ? null
                        : new Marked(words, opening.at(), at + 1, true, blank.depth(), blank.title(), blank.parent()));
    }

    /** Takes the holes out, gives unclosed outer marks the rest of the paragraph, and renumbers the parents. */
    private static List<Marked> settle(List<Marked> found, List<Open> open, int[] text, int to) {
        for (Open opening : open) {
            Span words = trimmed(text, opening.at() + 1, to);
            Marked blank = found.get(opening.index());
            boolean keeps = blank.depth() == 0 && words != null;
            found.set(opening.index(), keeps ? new Marked(words, opening.at(), to, false, 0, blank.title(), -1) : null);
        }
        int[] place = new int[found.size()];
        List<Marked> kept = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Marked marked = found.get(i);
            place[i] = marked == null ? -1 : kept.size();
            if (marked != null) {
                int parent = marked.parent() < 0 ? -1 : place[marked.parent()];
                kept.add(new Marked(
                        marked.span(),
                        marked.from(),
                        marked.to(),
                        marked.closed(),
                        parent < 0 ? 0 : kept.get(parent).depth() + 1,
                        marked.title(),
                        parent));
            }
        }
        return kept;
    }

    /** Level of the open mark that this one closes, or -1. */
    private int closes(List<Open> open, int[] text, int at, int from, int to, boolean balanced) {
        List<QuotationMarks.Pair> pairs = byClosing.get(text[at]);
        if (pairs == null || open.isEmpty()) {
            return -1;
        }
        boolean alsoOpens = byOpening.containsKey(text[at]);
        boolean straight =
                text[at] == DOUBLE && open.get(open.size() - 1).pair().open().codePointAt(0) == DOUBLE;
        if (alsoOpens && (!straight || balanced && isBlank(text[at - 1])) && opensByPlace(text, at, from, to)) {
            return -1;
        }
        for (int level = open.size() - 1; level >= 0; level--) {
            int opener = open.get(level).pair().open().codePointAt(0);
            for (QuotationMarks.Pair pair : pairs) {
                if (pair.open().codePointAt(0) == opener
                        && closesByPlace(text, at, open.get(level).at())) {
                    return level;
                }
            }
        }
        return -1;
    }

    /** Whether half of the straight marks stand behind a blank and before a letter: then each of those opens. */
    private static boolean isBalanced(int[] text, int from, int to) {
        int marks = 0;
        int opening = 0;
        for (int i = from; i < to; i++) {
            if (text[i] == DOUBLE) {
                marks++;
                opening += (i == from || isBlank(text[i - 1])) && i + 1 < to && Character.isLetterOrDigit(text[i + 1])
                        ? 1
                        : 0;
            }
        }
        return marks == 2 * opening;
    }

    private boolean opens(int[] text, int at, int from, int to) {
        if (!byOpening.containsKey(text[at])) {
            return false;
        }
        boolean alsoCloses = byClosing.containsKey(text[at]);
        return (!alsoCloses && text[at] != APOSTROPHE) || opensByPlace(text, at, from, to);
    }

    /** Behind a blank, bracket, dash or another mark, and before something that is no blank. */
    private static boolean opensByPlace(int[] text, int at, int from, int to) {
        if (at + 1 >= to || isBlank(text[at + 1])) {
            return false;
        }
        if (at == from) {
            return true;
        }
        int before = text[at - 1];
        boolean wide = isWide(before) || isWide(text[at + 1]);
        return isBlank(before) || "([{—–-:：，、；。“„«‘\"/".indexOf(before) >= 0 || wide && Character.isLetter(before);
    }

    private static boolean closesByPlace(int[] text, int at, int opening) {
        return at > opening + 1;
    }

    /**
     * An apostrophe stands inside a word, or ends one ({@code the workers' rights}) where no single mark is open; a
     * straight double mark behind a digit and before a blank means inches only where none is open, which
     * {@link #opensByPlace} sees to.
     */
    private boolean isApostrophe(int[] text, int at, int from, int to) {
        int c = text[at];
        if (c != APOSTROPHE && c != RIGHT_SINGLE) {
            return false;
        }
        boolean letterBefore = at > from && Character.isLetterOrDigit(text[at - 1]);
        boolean letterAfter = at + 1 < to && Character.isLetterOrDigit(text[at + 1]);
        boolean wide = letterBefore && isWide(text[at - 1]) || letterAfter && isWide(text[at + 1]);
        return letterBefore && letterAfter && !wide;
    }

    private static Span trimmed(int[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text[start])) {
            start++;
        }
        while (end > start && isBlank(text[end - 1])) {
            end--;
        }
        return start < end ? new Span(start, end) : null;
    }

    static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }

    /** Scripts that write without blanks between words, or hang particles on a closing mark. */
    static boolean isWide(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HANGUL
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }
}
