package org.pactlens.text;

/** A folded text as the matcher reads it: what does not count is left out, what counts as the same is the same. */
final class MatchStream {
    /** Stands for a character that does not count. */
    static final char SKIPPED = 0;

    /** Longer runs of letters are no words. */
    private static final int LONGEST_WORD = 64;

    private final FoldedText text;
    private final char[] chars;
    private final int[] positions;
    private final int length;

    MatchStream(FoldedText text, Orthography orthography) {
        this.text = text;
        String folded = text.folded();
        char[] kept = new char[folded.length()];
        int[] from = new int[folded.length()];
        int n = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = character(orthography, folded.charAt(i));
            if (c != SKIPPED) {
                kept[n] = c;
                from[n++] = i;
            }
        }
        chars = kept;
        positions = from;
        length = n;
    }

    /** What a folded character counts as: a hyphen as a blank; a blank not at all where words are not parted. */
    static char character(Orthography orthography, char c) {
        if (orthography == Orthography.UNSPACED) {
            return c == ' ' ? SKIPPED : c;
        }
        return c == '-' ? ' ' : c;
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    boolean isWordAt(int index) {
        return index >= 0 && index < length && Words.isWordChar(chars[index]);
    }

    /** Whether the folded text, blanks included, has an unaccented Latin letter or a digit at an index beside ours. */
    boolean isAsciiWordBeside(int index, int step) {
        int at = positions[index] + step;
        String folded = text.folded();
        return at >= 0 && at < folded.length() && Words.isAsciiWordChar(folded.charAt(at));
    }

    boolean matches(int at, TermPattern.Literal literal) {
        String wanted = literal.chars();
        if (at + wanted.length() > length) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (chars[at + i] != wanted.charAt(i)) {
                return false;
            }
        }
        return hasCases(at, literal.cases());
    }

    boolean hasCases(int at, String cases) {
        for (int i = 0; cases != null && i < cases.length(); i++) {
            char wanted = cases.charAt(i);
            if (wanted != '.' && (wanted == 'U') != text.wasCapital(positions[at + i])) {
                return false;
            }
        }
        return true;
    }

    /** Where the letters from {@code at} on end; -1 where the word is too long to be one. */
    int wordEnd(int at) {
        int end = at;
        while (isWordAt(end)) {
            if (++end - at > LONGEST_WORD) {
                return -1;
            }
        }
        return end;
    }

    /** Where the letters before {@code at} begin; -1 where the word is too long to be one. */
    int wordStart(int at) {
        int start = at;
        while (isWordAt(start - 1)) {
            if (at - --start > LONGEST_WORD) {
                return -1;
            }
        }
        return start;
    }

    /** Where a whole word with its inner apostrophes ends; -1 where none begins at {@code at}. */
    int tokenEnd(int at) {
        int end = wordEnd(at);
        while (end > at && end < length && chars[end] == '\'' && isWordAt(end + 1)) {
            int next = wordEnd(end + 1);
            if (next < 0 || next - at > LONGEST_WORD) {
                return -1;
            }
            end = next;
        }
        return end > at ? end : -1;
    }

    String between(int from, int to) {
        return new String(chars, from, to - from);
    }

    Span span(int from, int to) {
        return text.span(positions[from], positions[to - 1] + 1);
    }
}
