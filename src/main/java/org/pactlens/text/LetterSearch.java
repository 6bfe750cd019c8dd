package org.pactlens.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for groups of terms in a stream of characters by their letters alone: no word edges, no blanks, no accents. It
 * finds every term that {@link WordPatterns} finds, and more. Built once, then shared; a {@link Scan} is for one text.
 */
public final class LetterSearch {
    private static final int FIRST_JAMO = 0x1100;
    private static final int LAST_JAMO = 0x11FF;

    private final Automaton automaton;
    private final int[] groupOfTerm;
    private final long all;

    /**
     * Compiles the terms.
     *
     * @param groups at most 63 lists of patterns with {@code *} only at their edges
     */
    public LetterSearch(List<List<String>> groups) {
        List<String> terms = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            for (String pattern : groups.get(g)) {
                terms.add(LetterFold.letters(pattern.replace("*", "")));
                group.add(g);
            }
        }
        automaton = new Automaton(terms);
        groupOfTerm = group.stream().mapToInt(g -> g).toArray();
        all = (1L << groups.size()) - 1;
    }

    /** A search that has read nothing. */
    public Scan scan() {
        return new Scan();
    }

    /** The state of one search. */
    public final class Scan {
        private int state;
        private long found;

        private Scan() {}

        /** Reads one more code point. */
        public void take(int codePoint) {
            if (codePoint >= FIRST_JAMO && codePoint <= LAST_JAMO) {
                // Syllables written in parts would have to be composed first; such texts are rare and are kept.
                found = all;
                return;
            }
            char single = codePoint < 0x10000 ? LetterFold.single((char) codePoint) : '\1';
            if (single == LetterFold.NOTHING || single == LetterFold.BREAK) {
                return;
            }
            if (!LetterFold.isSeveral(single)) {
                letter(single);
                return;
            }
            String letters = LetterFold.of(codePoint);
            for (int i = 0; i < letters.length(); i++) {
                if (letters.charAt(i) != LetterFold.BREAK) {
                    letter(letters.charAt(i));
                }
            }
        }

        private void letter(char letter) {
            state = automaton.step(state, letter);
            for (int s = automaton.found(state); s != 0; s = automaton.foundAfter(s)) {
                for (int term : automaton.wordsAt(s)) {
                    found |= 1L << groupOfTerm[term];
                }
            }
        }

        /** Whether a term of every group has been read. */
        public boolean hasAll() {
            return found == all;
        }
    }
}
