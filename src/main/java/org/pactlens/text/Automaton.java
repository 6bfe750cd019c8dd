package org.pactlens.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds all of many words in one pass (Aho and Corasick 1975, CACM 18:333-340). States are numbers; edges lie in one
 * open hash table, so that many automata fit in memory whatever the script.
 */
final class Automaton {
    private static final int[] NONE = {};

    private long[] edgeKeys = new long[1024];
    private int[] edgeTargets = new int[1024];
    private int edges;
    private int states = 1;
    private int[] fail = new int[256];
    /** Nearest state down the failure links at which a word ends; 0 for none. */
    private int[] nextWithWords;

    private int[][] words = new int[256][];

    /** @param list words, none empty; a word that stands twice is found under both numbers */
    Automaton(List<String> list) {
        Arrays.fill(edgeKeys, -1);
        for (int number = 0; number < list.size(); number++) {
            add(list.get(number), number);
        }
        nextWithWords = new int[states];
        linkFailures();
    }

    /** The state after reading {@code c} in {@code state}; 0 is the start. */
    int step(int state, char c) {
        int from = state;
        while (true) {
            int to = edge(from, c);
            if (to != 0 || from == 0) {
                return to;
            }
            from = fail[from];
        }
    }

    /** The first state at which words end that are found in {@code state}, itself included; 0 for none. */
    int found(int state) {
        return words[state] != null ? state : nextWithWords[state];
    }

    /** The next such state after {@code state}. */
    int foundAfter(int state) {
        return nextWithWords[state];
    }

    /** Numbers of the words that end at a state. */
    int[] wordsAt(int state) {
        return words[state] == null ? NONE : words[state];
    }

    private void add(String word, int number) {
        int state = 0;
        for (int i = 0; i < word.length(); i++) {
            int next = edge(state, word.charAt(i));
            if (next == 0) {
                next = newState();
                addEdge(state, word.charAt(i), next);
            }
            state = next;
        }
        int[] before = wordsAt(state);
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = number;
        words[state] = after;
    }

    private int newState() {
        if (states == fail.length) {
            fail = Arrays.copyOf(fail, 2 * states);
            words = Arrays.copyOf(words, 2 * states);
        }
        return states++;
    }

    /** Breadth first, so that a state's failure link is ready before its children need it. */
    private void linkFailures() {
        long[][] children = childrenByState();
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (long child : children[state] == null ? new long[0] : children[state]) {
                int target = (int) (child >>> 16);
                fail[target] = state == 0 ? 0 : step(fail[state], (char) child);
                nextWithWords[target] = found(fail[target]);
                queue.add(target);
            }
        }
    }

    private long[][] childrenByState() {
        long[][] children = new long[states][];
        for (int slot = 0; slot < edgeKeys.length; slot++) {
            if (edgeKeys[slot] >= 0) {
                int state = (int) (edgeKeys[slot] >>> 16);
                long[] before = children[state] == null ? new long[0] : children[state];
                children[state] = Arrays.copyOf(before, before.length + 1);
                children[state][before.length] = (long) edgeTargets[slot] << 16 | edgeKeys[slot] & 0xFFFF;
            }
        }
        return children;
    }

    /** The state one letter further along the words that begin like this; 0 where none goes on so. */
    int child(int state, char c) {
        return edge(state, c);
    }

    private int edge(int state, char c) {
        long key = (long) state << 16 | c;
        int mask = edgeKeys.length - 1;
        for (int slot = slot(key, mask); ; slot = slot + 1 & mask) {
            if (edgeKeys[slot] == key) {
                return edgeTargets[slot];
            }
            if (edgeKeys[slot] < 0) {
                return 0;
            }
        }
    }

    private void addEdge(int state, char c, int target) {
        if (2 * ++edges > edgeKeys.length) {
            long[] keys = edgeKeys;
            int[] targets = edgeTargets;
            edgeKeys = new long[2 * keys.length];
            edgeTargets = new int[2 * keys.length];
            Arrays.fill(edgeKeys, -1);
            for (int slot = 0; slot < keys.length; slot++) {
                if (keys[slot] >= 0) {
                    put(keys[slot], targets[slot]);
                }
            }
        }
        put((long) state << 16 | c, target);
    }

    private void put(long key, int target) {
        int mask = edgeKeys.length - 1;
        int slot = slot(key, mask);
        while (edgeKeys[slot] >= 0) {
            slot = slot + 1 & mask;
        }
        edgeKeys[slot] = key;
        edgeTargets[slot] = target;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }
}
