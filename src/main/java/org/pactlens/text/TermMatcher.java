package org.pactlens.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds many terms in one pass. Built once from a list of terms, then shared: immutable and safe for many threads.
 *
 * <p>The language of terms: {@code *} at the edge of a word stands for zero or more letters; a word {@code *} stands for
 * exactly one whole word; {@code ?} makes the letter before it optional ({@code labo?r}); a leading {@code =} asks for
 * the letter case as written ({@code =US}). Where a term may begin and end depends on the language (see {@code
 * Orthography}). A blank or hyphen of a term matches blanks or one hyphen, never a sentence end, a quotation mark or a
 * paragraph bound.
 */
public final class TermMatcher {
    private static final Comparator<Match> ORDER =
            Comparator.comparing(Match::span).thenComparingInt(Match::term);

    private final Orthography orthography;
    private final TermPattern[] patterns;
    private final int[] termOfPattern;

    /** Of patterns that begin where a word begins, and of the others: numbers and their automaton. */
    private final int[] anchored;

    private final Automaton anchoredWords;
    private final int[] floating;
    private final Automaton floatingWords;

    private TermMatcher(Orthography orthography, List<TermPattern> patterns, int[] termOfPattern) {
        this.orthography = orthography;
        this.patterns = patterns.toArray(new TermPattern[0]);
        this.termOfPattern = termOfPattern;
        this.anchored = numbers(true);
        this.anchoredWords = automaton(anchored);
        this.floating = numbers(false);
        this.floatingWords = automaton(floating);
    }

    private int[] numbers(boolean atWordStart) {
        return IntStream.range(0, patterns.length)
                .filter(number -> patterns[number].beginsWord() == atWordStart)
                .toArray();
    }

    private Automaton automaton(int[] numbers) {
        return new Automaton(Arrays.stream(numbers)
                .mapToObj(number -> patterns[number].literal())
                .toList());
    }

    /**
     * One occurrence of a term.
     *
     * @param term index of the term in the list that the matcher was built from
     * @param span where it stands in the original text
     */
    public record Match(int term, Span span) {}

    /**
     * Compiles terms of one language.
     *
     * @param language BCP 47 tag, or null for the rules that all languages share
     * @throws IllegalArgumentException where {@link #fault} of a term is not null
     */
    public static TermMatcher compile(List<String> terms, String language) {
        Orthography orthography = Orthography.of(language);
        TermParser parser = new TermParser(orthography);
        List<TermPattern> patterns = new ArrayList<>();
        List<Integer> termOfPattern = new ArrayList<>();
        for (int term = 0; term < terms.size(); term++) {
            String fault = parser.fault(terms.get(term));
            if (fault != null) {
                throw new IllegalArgumentException("term \"" + terms.get(term) + "\" " + fault);
            }
            for (TermPattern pattern : parser.parse(terms.get(term))) {
                patterns.add(pattern);
                termOfPattern.add(term);
            }
        }
        return new TermMatcher(
                orthography, patterns, termOfPattern.stream().mapToInt(i -> i).toArray());
    }

    /** What is wrong with a term, as the rest of a sentence that begins with the term; null where nothing is. */
    public static String fault(String term, String language) {
        return new TermParser(Orthography.of(language)).fault(term);
    }

    /**
     * All occurrences of all terms, overlapping ones included, by span (start, then the longer first), then by term.
     * The same term at the same span is given once. Linear in the text's length.
     *
     * @param text folded for the same language
     */
    public List<Match> matches(FoldedText text) {
        List<Match> matches = new ArrayList<>();
        MatchStream stream = new MatchStream(text, orthography);
        searchWords(stream, matches);
        if (floating.length > 0) {
            searchAnywhere(stream, matches);
        }
        matches.sort(ORDER);
        List<Match> distinct = new ArrayList<>(matches.size());
        for (Match match : matches) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(match)) {
                distinct.add(match);
            }
        }
        return distinct;
    }

    /** From each word's beginning along the literals, so that a letter inside a word costs nothing. */
    private void searchWords(MatchStream stream, List<Match> matches) {
        boolean inWord = false;
        for (int i = 0; i < stream.length(); i++) {
            boolean word = stream.isWordAt(i);
            if (word && !inWord) {
                searchFrom(stream, i, matches);
            }
            inWord = word;
        }
    }

    private void searchFrom(MatchStream stream, int start, List<Match> matches) {
        int state = 0;
        for (int i = start; i < stream.length(); i++) {
            state = anchoredWords.child(state, stream.at(i));
            if (state == 0) {
                return;
            }
            for (int word : anchoredWords.wordsAt(state)) {
                check(stream, anchored[word], i + 1, matches);
            }
        }
    }

    private void searchAnywhere(MatchStream stream, List<Match> matches) {
        int state = 0;
        for (int i = 0; i < stream.length(); i++) {
            state = floatingWords.step(state, stream.at(i));
            for (int at = floatingWords.found(state); at != 0; at = floatingWords.foundAfter(at)) {
                for (int word : floatingWords.wordsAt(at)) {
                    check(stream, floating[word], i + 1, matches);
                }
            }
        }
    }

    /** Adds the occurrence whose literal ends at {@code literalEnd}, where the rest of the pattern fits too. */
    private void check(MatchStream stream, int number, int literalEnd, List<Match> matches) {
        TermPattern pattern = patterns[number];
        int literalStart = literalEnd - pattern.literal().length();
        int start = pattern.start(stream, literalStart);
        int end = start < 0 ? -1 : pattern.end(stream, literalStart);
        if (end >= 0) {
            matches.add(new Match(termOfPattern[number], stream.span(start, end)));
        }
    }
}
