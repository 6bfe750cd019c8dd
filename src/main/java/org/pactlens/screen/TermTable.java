package org.pactlens.screen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pactlens.text.LetterFold;

/**
 * All terms in one table that says for each state and letter which state follows (Aho and Corasick 1975, CACM 18:333-340,
 * failures resolved beforehand). Terms are looked for by their folded letters alone: no word edges, no blanks, no accents.
 * Built once, then shared: immutable and safe for many threads.
 *
 * <p>A state is the index of its row, so that one addition finds the next; states in which terms end come last, so that one
 * comparison finds them.
 */
final class TermTable {
    /** Letter of a character that stands between letters: the state stays. */
    static final short NOTHING = 0;

    /** Letter of a character that folds to several, or that is no letter of the basic plane: {@link #letters}. */
    static final short SEVERAL = -1;

    /** A letter that stands in no term. */
    private static final short FOREIGN = 1;

    private static final int FIRST_LEAD = 0x1100;
    private static final int FIRST_VOWEL = 0x1161;
    private static final int FIRST_TAIL = 0x11A8;
    private static final int AFTER_TAILS = 0x11C3;

    private final short[] letterOf = new short[0x10000];
    private final Map<Character, Short> letterOfFold = new HashMap<>();
    private final short[][] several = new short[0x10000][];
    private final int width;
    private final int[] next;
    private final int firstEnd;
    private final long[] groups;
    private final long all;

    /** @param terms at most 63 lists of patterns with {@code *} only at their edges */
    TermTable(List<List<String>> terms) {
        Trie trie = new Trie();
        // Letters of ASCII first: what most pages need of a row lies together.
        numbered("abcdefghijklmnopqrstuvwxyz");
        for (int group = 0; group < terms.size(); group++) {
            for (String pattern : terms.get(group)) {
                trie.add(numbered(LetterFold.letters(pattern.replace("*", ""))), 1L << group);
            }
        }
        all = (1L << terms.size()) - 1;
        addParts(trie);
        width = letterOfFold.values().stream().mapToInt(letter -> letter).max().orElse(FOREIGN) + 1;
        trie.resolve(width);
        int[] rows = trie.rowsWithEndsLast();
        int states = trie.states();
        next = new int[states * width];
        groups = new long[states];
        int ends = 0;
        for (int state = 0; state < states; state++) {
            int row = rows[state];
            groups[row] = trie.groups(state);
            ends += groups[row] != 0 ? 1 : 0;
            for (int letter = 0; letter < width; letter++) {
                next[row * width + letter] = rows[letter == NOTHING ? state : trie.after(state, letter)] * width;
            }
        }
        firstEnd = (states - ends) * width;
        fillLetters();
    }

    private short[] numbered(String letters) {
        short[] numbers = new short[letters.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = letterOfFold.computeIfAbsent(letters.charAt(i), c -> (short) (letterOfFold.size() + 2));
        }
        return numbers;
    }

    /**
     * Syllables written in parts: the relevance rule composes them. Such texts are rare and are kept, whatever the
     * syllables are.
     */
    private void addParts(Trie trie) {
        short lead = (short) (letterOfFold.size() + 2);
        for (char part = FIRST_LEAD; part < AFTER_TAILS; part++) {
            letterOfFold.put(part, (short) (lead + (part < FIRST_VOWEL ? 0 : part < FIRST_TAIL ? 1 : 2)));
        }
        trie.add(new short[] {lead, (short) (lead + 1)}, all);
        trie.add(new short[] {(short) (lead + 2)}, all);
    }

    private void fillLetters() {
        for (int unit = 0; unit < letterOf.length; unit++) {
            char fold = LetterFold.single((char) unit);
            if (fold == LetterFold.NOTHING || fold == LetterFold.BREAK) {
                letterOf[unit] = NOTHING;
            } else if (LetterFold.isSeveral(fold)) {
                letterOf[unit] = SEVERAL;
                several[unit] = folded(unit);
            } else {
                letterOf[unit] = letterOfFold.getOrDefault(fold, FOREIGN);
            }
        }
    }

    private short[] folded(int codePoint) {
        String fold = LetterFold.of(codePoint);
        short[] letters = new short[fold.length()];
        int length = 0;
        for (int i = 0; i < fold.length(); i++) {
            if (fold.charAt(i) != LetterFold.BREAK) {
                letters[length++] = letterOfFold.getOrDefault(fold.charAt(i), FOREIGN);
            }
        }
        return Arrays.copyOf(letters, length);
    }

    /** The letter of a character, or {@link #NOTHING} or {@link #SEVERAL}. */
    short letter(char unit) {
        return letterOf[unit];
    }

    /** The letters of a character that is {@link #SEVERAL}, or lies beyond the basic plane. */
    short[] letters(int codePoint) {
        return codePoint < several.length ? several[codePoint] : folded(codePoint);
    }

    /** The state after a letter; 0 is the start. */
    int next(int state, int letter) {
        return next[state + letter];
    }

    /** The table itself, for the hot loop: the state after a letter stands at their sum. Must not be changed. */
    int[] next() {
        return next;
    }

    /** The first of the states in which terms end. */
    int firstEnd() {
        return firstEnd;
    }

    /** Whether a term ends in a state. */
    boolean isEnd(int state) {
        return state >= firstEnd;
    }

    /** The groups of the terms that end in a state, a bit for each. */
    long groups(int state) {
        return groups[state / width];
    }

    /** A bit for each group. */
    long all() {
        return all;
    }

    /** The terms as a tree, before it is laid out. */
    private static final class Trie {
        private final List<Map<Short, Integer>> children = new ArrayList<>();
        private final List<Long> groups = new ArrayList<>();
        private int[][] after;

        Trie() {
            node();
        }

        private int node() {
            children.add(new HashMap<>());
            groups.add(0L);
            return children.size() - 1;
        }

        void add(short[] letters, long group) {
            int state = 0;
            for (short letter : letters) {
                Integer child = children.get(state).get(letter);
                if (child == null) {
                    child = node();
                    children.get(state).put(letter, child);
                }
                state = child;
            }
            groups.set(state, groups.get(state) | group);
        }

        /** Breadth first: what a state lacks, the state of its longest proper suffix has. */
        void resolve(int width) {
            after = new int[states()][];
            int[] suffix = new int[states()];
            Deque<Integer> queue = new ArrayDeque<>();
            queue.add(0);
            while (!queue.isEmpty()) {
                int state = queue.remove();
                int[] row = state == 0 ? new int[width] : after[suffix[state]].clone();
                groups.set(state, groups.get(state) | groups.get(suffix[state]));
                children.get(state).forEach((letter, child) -> {
                    suffix[child] = state == 0 ? 0 : row[letter];
                    queue.add(child);
                });
                children.get(state).forEach((letter, child) -> row[letter] = child);
                after[state] = row;
            }
        }

        int states() {
            return children.size();
        }

        int after(int state, int letter) {
            return after[state][letter];
        }

        long groups(int state) {
            return groups.get(state);
        }

        /** Numbers by breadth within the two kinds, so that the states that are met most lie together. */
        int[] rowsWithEndsLast() {
            int[] rows = new int[states()];
            int row = 0;
            for (boolean ends : new boolean[] {false, true}) {
                for (int state = 0; state < rows.length; state++) {
                    if (groups.get(state) != 0 == ends) {
                        rows[state] = row++;
                    }
                }
            }
            return rows;
        }
    }
}
