package org.pactlens.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One spelling of a term: a literal that the automaton finds and the steps by which the rest is checked. */
final class TermPattern {
    sealed interface Step permits Literal, Simple {}

    /** @param cases for each character U, L or any ({@code .}); null where no case is asked for */
    record Literal(String chars, String cases) implements Step {}

    enum Simple implements Step {
        /** Zero or more letters up to the word's end. */
        LETTERS,
        /** Zero or more letters before the literal that ends the word. */
        UP_TO,
        /** One whole word. */
        WORD,
        /** A blank or nothing. */
        OPTIONAL_BLANK
    }

    static final Step LETTERS = Simple.LETTERS;
    static final Step UP_TO = Simple.UP_TO;
    static final Step WORD = Simple.WORD;
    static final Step OPTIONAL_BLANK = Simple.OPTIONAL_BLANK;

    /** Conjunction, then preposition and article as they join the front of a word. */
    private static final Set<String> PROCLITICS = proclitics();

    private final Orthography orthography;
    private final boolean openLeft;
    private final Literal first;
    private final Step[] rest;

    /** @param steps begin with a literal */
    TermPattern(Orthography orthography, boolean openLeft, List<Step> steps) {
        this.orthography = orthography;
        this.openLeft = openLeft;
        this.first = (Literal) steps.get(0);
        this.rest = steps.subList(1, steps.size()).toArray(new Step[0]);
    }

    private static Set<String> proclitics() {
        Set<String> all = new HashSet<>();
        for (String conjunction : new String[] {"", "و", "ف"}) {
            for (String joined : new String[] {"", "ال", "بال", "كال", "لل", "ب", "ك", "ل"}) {
                all.add(conjunction + joined);
            }
        }
        return Set.copyOf(all);
    }

    /** What the automaton looks for. */
    String literal() {
        return first.chars();
    }

    /** Whether its first literal can only stand where a word begins. */
    boolean beginsWord() {
        boolean edge = orthography != Orthography.UNSPACED && orthography != Orthography.ARABIC;
        return edge && !openLeft && Words.isWordChar(first.chars().charAt(0));
    }

    /** Where the match begins whose first literal begins at {@code at}; -1 where there is none. */
    int start(MatchStream stream, int at) {
        if (!stream.hasCases(at, first.cases())) {
            return -1;
        }
        char edge = first.chars().charAt(0);
        if (openLeft) {
            return stream.wordStart(at);
        }
        if (!Words.isWordChar(edge)) {
            return at;
        }
        return switch (orthography) {
            case UNSPACED -> Words.isAsciiWordChar(edge) && stream.isAsciiWordBeside(at, -1) ? -1 : at;
            case ARABIC -> afterProclitics(stream, at);
            default -> stream.isWordAt(at - 1) ? -1 : at;
        };
    }

    private static int afterProclitics(MatchStream stream, int at) {
        int start = stream.wordStart(at);
        return start >= 0 && PROCLITICS.contains(stream.between(start, at)) ? start : -1;
    }

    /** Where the match ends whose first literal begins at {@code at}; -1 where there is none. */
    int end(MatchStream stream, int at) {
        int end = at + first.chars().length();
        boolean atLiteral = true;
        for (int i = 0; i < rest.length && end >= 0; i++) {
            Step step = rest[i];
            atLiteral = step instanceof Literal;
            if (step == UP_TO) {
                end = suffixStart(stream, end, (Literal) rest[i + 1]);
            } else {
                end = advance(stream, end, step);
            }
        }
        return end >= 0 && (!atLiteral || isRightEdge(stream, end)) ? end : -1;
    }

    private static int advance(MatchStream stream, int at, Step step) {
        if (step instanceof Literal literal) {
            return stream.matches(at, literal) ? at + literal.chars().length() : -1;
        }
        return switch ((Simple) step) {
            case LETTERS -> stream.wordEnd(at);
            case WORD -> stream.tokenEnd(at);
            case OPTIONAL_BLANK -> at < stream.length() && stream.at(at) == ' ' ? at + 1 : at;
            case UP_TO -> throw new IllegalStateException("needs the literal that follows");
        };
    }

    /** Where the literal begins that ends (or, before {@code LETTERS}, lies in) the word that begins at {@code at}. */
    private static int suffixStart(MatchStream stream, int at, Literal literal) {
        int wordEnd = stream.wordEnd(at);
        int letters = 0;
        while (letters < literal.chars().length()
                && Words.isWordChar(literal.chars().charAt(letters))) {
            letters++;
        }
        for (int start = wordEnd - letters; start >= at; start--) {
            if (stream.matches(start, literal)) {
                return start;
            }
        }
        return -1;
    }

    private boolean isRightEdge(MatchStream stream, int end) {
        char edge = stream.at(end - 1);
        return switch (orthography) {
            case UNSPACED, KOREAN -> !Words.isAsciiWordChar(edge) || !stream.isAsciiWordBeside(end - 1, 1);
            default -> !Words.isWordChar(edge) || !stream.isWordAt(end);
        };
    }
}
