package org.pactlens.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds the words of many languages at once, without knowing the language of the text. Built once, then shared:
 * immutable and safe for many threads.
 *
 * <p>A pattern is one or more words; letters count by {@link LetterFold}, all else only parts words. It begins and ends
 * at word edges; {@code *} at the end of a word stands for the rest of that word, {@code *} before the first lets the
 * pattern begin inside a word. Hangul is open to the right and a blank after Hangul may be missing, Thai, Lao, Burmese
 * and Khmer are open to the right; Han and kana are found anywhere; an Arabic word may carry its proclitics.
 */
public final class WordPatterns {
    private static final char REST = '*';
    private static final String[] PROCLITICS = {
        "و", "ف", "ال", "وال", "بال", "وبال", "كال", "لل", "ولل", "ب", "وب", "ل", "ول", "ك"
    };

    private static final int NONE = -1;

    /** The rest of a word that {@code *} stands for is no longer; what is, is no word. */
    private static final int LONGEST_REST = 64;

    private final List<int[]> ends = new ArrayList<>();

    // The children of node n stand at [children[n], children[n + 1]) of letters and targets, by letter.
    private final int[] children;
    private final char[] letters;
    private final int[] targets;

    // Nearly every letter of a text begins no pattern, and few nodes stand before a rest or a break: what is asked at
    // each letter is looked up in plain arrays.
    private final int[] firstAtWords;
    private final int[] firstInside;
    private final int[] rests;
    private final int[] breaks;

    /**
     * One occurrence.
     *
     * @param group index of the list that the pattern stands in
     * @param from first folded position in the {@link FoldedWords}
     * @param to folded position after the last
     */
    public record Hit(int group, int from, int to) {}

    /** @param groups lists of patterns; a hit names its list */
    public WordPatterns(List<List<String>> groups) {
        List<TreeMap<Character, Integer>> tree = new ArrayList<>();
        int atWords = node(tree);
        int inside = node(tree);
        for (int group = 0; group < groups.size(); group++) {
            for (String pattern : groups.get(group)) {
                add(pattern, group, pattern.startsWith("*") ? inside : atWords, tree);
            }
        }
        children = new int[tree.size() + 1];
        letters = new char[tree.size()];
        targets = new int[tree.size()];
        int edge = 0;
        for (int node = 0; node < tree.size(); node++) {
            children[node] = edge;
            for (Map.Entry<Character, Integer> child : tree.get(node).entrySet()) {
                letters[edge] = child.getKey();
                targets[edge++] = child.getValue();
            }
        }
        children[tree.size()] = edge;
        firstAtWords = firsts(atWords);
        firstInside = firsts(inside);
        rests = IntStream.range(0, ends.size()).map(node -> next(node, REST)).toArray();
        breaks = IntStream.range(0, ends.size())
                .map(node -> next(node, LetterFold.BREAK))
                .toArray();
    }

    private int[] firsts(int root) {
        return IntStream.rangeClosed(0, Character.MAX_VALUE)
                .map(letter -> next(root, (char) letter))
                .toArray();
    }

    private int next(int node, char letter) {
        int edge = Arrays.binarySearch(letters, children[node], children[node + 1], letter);
        return edge < 0 ? NONE : targets[edge];
    }

    /** What is wrong with a pattern, as one sentence for its author; null where nothing is. */
    public static String fault(String pattern) {
        String[] words = pattern.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            String core = words[i].substring(i == 0 && words[i].startsWith("*") ? 1 : 0);
            core = core.endsWith("*") ? core.substring(0, core.length() - 1) : core;
            if (core.indexOf('*') >= 0) {
                return "\"" + pattern
                        + "\" has a * inside a word; it may stand at the end of words and before the first";
            }
            if (LetterFold.letters(core).isEmpty()) {
                return "\"" + pattern + "\" has a word without letters";
            }
        }
        return null;
    }

    /** All occurrences by start; of one group only the longest at each start. Linear in the length of the text. */
    public List<Hit> find(FoldedWords words) {
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < words.length(); at++) {
            int first = hits.size();
            char here = words.at(at);
            if (words.startsWord(at)) {
                begin(firstAtWords[here], words, at, hits, first);
                if (here >= 0x0621 && here <= 0x064A) {
                    afterProclitics(words, at, hits);
                }
            }
            begin(firstInside[here], words, at, hits, first);
        }
        return hits;
    }

    private void begin(int node, FoldedWords words, int at, List<Hit> hits, int first) {
        if (node != NONE) {
            match(words, node, at, at + 1, hits, first);
        }
    }

    private void afterProclitics(FoldedWords words, int at, List<Hit> hits) {
        for (String proclitic : PROCLITICS) {
            int after = at + proclitic.length();
            boolean there = true;
            for (int i = 0; there && i < proclitic.length(); i++) {
                there = words.at(at + i) == proclitic.charAt(i);
            }
            if (there) {
                begin(firstAtWords[words.at(after)], words, after, hits, hits.size());
            }
        }
    }

    /** Follows the text from {@code at}; recursion goes no deeper than the longest pattern has characters. */
    private void match(FoldedWords words, int node, int start, int at, List<Hit> hits, int first) {
        for (int end : ends.get(node)) {
            boolean open = (end & 1) == 1;
            if (open || words.endsWord(at)) {
                keep(hits, first, end >> 1, start, at);
            }
        }
        int literal = at < words.length() ? next(node, words.at(at)) : NONE;
        if (literal != NONE) {
            match(words, literal, start, at + 1, hits, first);
        }
        int rest = rests[node];
        if (rest != NONE) {
            int end = at;
            while (end < at + LONGEST_REST && !words.endsWord(end)) {
                end++;
            }
            match(words, rest, start, end, hits, first);
        }
        int joined = breaks[node];
        if (joined != NONE && Script.of(words.at(at - 1)) == Script.HANGUL && words.at(at) != LetterFold.BREAK) {
            match(words, joined, start, at, hits, first);
        }
    }

    private static void keep(List<Hit> hits, int first, int group, int from, int to) {
        for (int i = first; i < hits.size(); i++) {
            Hit other = hits.get(i);
            if (other.group() == group && other.from() == from) {
                if (other.to() < to) {
                    hits.set(i, new Hit(group, from, to));
                }
                return;
            }
        }
        hits.add(new Hit(group, from, to));
    }

    private void add(String pattern, int group, int root, List<TreeMap<Character, Integer>> tree) {
        int node = root;
        String[] words =
                pattern.substring(pattern.startsWith("*") ? 1 : 0).strip().split("\\s+");
        char last = LetterFold.BREAK;
        for (int i = 0; i < words.length; i++) {
            FoldedWords folded = FoldedWords.of(words[i]);
            boolean blank = i > 0 && !(Script.isHanOrKana(last) && Script.isHanOrKana(folded.at(0)));
            node = blank ? child(tree, node, LetterFold.BREAK) : node;
            for (int j = 0; j < folded.length(); j++) {
                last = folded.at(j);
                node = child(tree, node, last);
            }
            if (words[i].endsWith("*") && (i < words.length - 1 || Script.hasWordEnds(last))) {
                node = child(tree, node, REST);
            }
        }
        int[] here = ends.get(node);
        int[] more = Arrays.copyOf(here, here.length + 1);
        more[here.length] = group << 1 | (Script.hasWordEnds(last) ? 0 : 1);
        ends.set(node, more);
    }

    private int child(List<TreeMap<Character, Integer>> tree, int node, char letter) {
        return tree.get(node).computeIfAbsent(letter, key -> node(tree));
    }

    private int node(List<TreeMap<Character, Integer>> tree) {
        ends.add(new int[0]);
        tree.add(new TreeMap<>());
        return tree.size() - 1;
    }
}
