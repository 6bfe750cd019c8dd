package org.pactlens.text;

import java.util.List;
import java.util.Set;

/** Cuts one paragraph into sentences. Linear: each character is looked at a bounded number of times. */
final class SentenceBreaker {
    private static final String STOPS = ".!?…؟۔।։።။";
    private static final String WIDE_STOPS = "。！？．｡";
    private static final String CLOSERS = "\"'”’»›“)]）］」』】》〉";
    private static final int LONGEST_ABBREVIATION = 16;

    private static final Set<String> STARTERS = Set.of(
            "The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "We", "But", "And", "This", "That", "These",
            "Those", "There", "If", "As", "After", "Before", "While", "When", "For", "His", "Her", "Its", "Their",
            "However", "Both", "Last", "Some", "El", "La", "Los", "Las", "Le", "Les", "Die", "Der", "Das", "Er", "Sie");

    private final String text;
    private final String language;
    private final int start;
    private final int end;

    /** @param language primary subtag, or empty where unknown */
    SentenceBreaker(String text, String language, int start, int end) {
        this.text = text;
        this.language = language;
        this.start = start;
        this.end = end;
    }

    /** Adds the UTF-16 index behind each sentence but the last. */
    void addEnds(List<Integer> ends) {
        int at = start;
        while (at < end) {
            char c = text.charAt(at++);
            boolean wide = WIDE_STOPS.indexOf(c) >= 0;
            if (!wide && STOPS.indexOf(c) < 0) {
                continue;
            }
            int mark = at - 1;
            at = skip(at, STOPS + WIDE_STOPS);
            boolean oneStop = at == mark + 1 && c == '.';
            int closed = skip(at, CLOSERS);
            boolean closes = closed > at;
            at = closed;
            if (at < end && (wide ? endsWide(closes, at) : endsNarrow(mark, oneStop, at))) {
                ends.add(at);
            }
        }
    }

    private int skip(int from, String set) {
        int at = from;
        while (at < end && set.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** After a wide stop a sentence ends, unless it was quoted and the frame goes on: 「…。」と述べた. */
    private boolean endsWide(boolean closes, int at) {
        char next = text.charAt(at);
        boolean goesOn = next == '、'
                || next == '，'
                || next == ','
                || Character.UnicodeScript.of(next) == Character.UnicodeScript.HIRAGANA;
        return !(closes && goesOn);
    }

    private boolean endsNarrow(int mark, boolean oneStop, int at) {
        char gap = text.charAt(at);
        if (!Character.isWhitespace(gap) && !Character.isSpaceChar(gap)) {
            return false;
        }
        int next = nextLetter(at);
        if (next < 0) {
            return true;
        }
        int letter = text.codePointAt(next);
        if (Character.isLowerCase(letter)) {
            return false;
        }
        return !oneStop || !standsInside(mark, next);
    }

    /** The next thing that is no blank and no opening mark; -1 at the paragraph's end. */
    private int nextLetter(int from) {
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the full stop belongs to an abbreviation, an initial or an ordinal number. */
    private boolean standsInside(int stop, int next) {
        int from = stop;
        while (from > start && stop - from < LONGEST_ABBREVIATION && isWordOrStop(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, stop);
        if (word.isEmpty() || stop - from == LONGEST_ABBREVIATION) {
            return false;
        }
        if (word.chars().allMatch(Character::isDigit)) {
            return from == start || word.length() <= 2 && Abbreviations.stopsAfterOrdinals(language);
        }
        if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
            return true;
        }
        if (word.indexOf('.') > 0 && isInitials(word)) {
            return !isStarter(next);
        }
        return Abbreviations.holds(language, word) && !endsYear(word, from);
    }

    private static boolean isWordOrStop(char c) {
        return Words.isWordChar(c) || c == '.' || c == '-';
    }

    /** "2024 г." may well end a sentence: only the capital behind it tells, and it has been seen. */
    private boolean endsYear(String word, int from) {
        boolean yearWord = word.equals("г") || word.equals("гг") || word.equals("р");
        int before = from - 1;
        while (before > start && Character.isSpaceChar(text.charAt(before))) {
            before--;
        }
        return yearWord && before >= start && Character.isDigit(text.charAt(before));
    }

    private static boolean isInitials(String word) {
        for (int i = 1; i < word.length(); i += 2) {
            if (word.charAt(i) != '.') {
                return false;
            }
        }
        return word.length() % 2 == 1;
    }

    /** Whether the word at {@code at} often begins a sentence and seldom follows "U.S.". */
    private boolean isStarter(int at) {
        int to = at;
        while (to < end && Character.isLetter(text.charAt(to)) && to - at < 8) {
            to++;
        }
        return STARTERS.contains(text.substring(at, to));
    }
}
