package org.pactlens.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns a term into the patterns that match it. */
final class TermParser {
    private static final int MOST_OPTIONAL = 4;

    private final Orthography orthography;

    TermParser(Orthography orthography) {
        this.orthography = orthography;
    }

    /** Characters of a term, and for each the case that the text must have: U, L or any ({@code .}). */
    private record Spelling(String chars, String cases) {
        Spelling without(int from, int to) {
            return new Spelling(
                    chars.substring(0, from) + chars.substring(to), cases.substring(0, from) + cases.substring(to));
        }

        Spelling with(int at, char c, char letterCase) {
            return new Spelling(
                    chars.substring(0, at) + c + chars.substring(at + 1),
                    cases.substring(0, at) + letterCase + cases.substring(at + 1));
        }
    }

    /** What is wrong with the term, or null. */
    String fault(String term) {
        String plain = term.startsWith("=") ? term.substring(1) : term;
        if (!plain.equals(plain.strip()) || plain.contains("  ") || plain.indexOf('\n') >= 0) {
            return "has a blank at its edge or two in a row";
        }
        if (plain.startsWith("*") && (plain.length() < 2 || !Words.isWordChar(plain.charAt(1)))) {
            return "begins with a lone wildcard, which would match in every sentence";
        }
        if (plain.endsWith("*") && !Words.isWordChar(plain.charAt(plain.length() - 2))) {
            return "ends with a lone wildcard, which says nothing";
        }
        if (orthography == Orthography.UNSPACED && plain.indexOf('*') >= 0) {
            return "has a wildcard, which means nothing where words are not parted by blanks";
        }
        String folded = FoldedText.ofTerm(plain, orthography).folded();
        if (folded.chars().noneMatch(c -> Words.isWordChar((char) c))) {
            return "has no letter and no digit";
        }
        int optional = 0;
        for (int i = 0; i < folded.length(); i++) {
            boolean afterWord = i > 0 && Words.isWordChar(folded.charAt(i - 1));
            boolean beforeWord = i + 1 < folded.length() && Words.isWordChar(folded.charAt(i + 1));
            if (folded.charAt(i) == '*' && (afterWord && beforeWord || folded.startsWith("**", i))) {
                return "has a wildcard inside a word, where it means nothing";
            }
            if (folded.charAt(i) == '?' && (!afterWord || ++optional > MOST_OPTIONAL)) {
                return "has a question mark that follows no letter, or more than " + MOST_OPTIONAL;
            }
        }
        return null;
    }

    /** All patterns of a term without fault. */
    List<TermPattern> parse(String term) {
        boolean asWritten = term.startsWith("=");
        Set<Spelling> spellings = new LinkedHashSet<>();
        for (Spelling spelling : optionals(spelling(asWritten ? term.substring(1) : term, asWritten))) {
            spellings.add(spelling);
            if (orthography == Orthography.ROMANCE && !asWritten) {
                spellings.add(withoutAccents(spelling, true));
                spellings.add(withoutAccents(spelling, false));
            }
            if (orthography == Orthography.ARABIC && spelling.chars().startsWith("ال")) {
                // "for" and the article melt: ل + ال becomes لل.
                spellings.add(spelling.with(0, 'ل', '.'));
            }
        }
        List<TermPattern> patterns = new ArrayList<>();
        spellings.forEach(spelling -> patterns.add(pattern(spelling)));
        return patterns;
    }

    private Spelling spelling(String term, boolean asWritten) {
        FoldedText folded = FoldedText.ofTerm(term, orthography);
        StringBuilder chars = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < folded.folded().length(); i++) {
            char c = MatchStream.character(orthography, folded.folded().charAt(i));
            if (c != MatchStream.SKIPPED) {
                chars.append(c);
                cases.append(!asWritten || !Character.isLetter(c) ? '.' : folded.wasCapital(i) ? 'U' : 'L');
            }
        }
        return new Spelling(chars.toString(), cases.toString());
    }

    private static List<Spelling> optionals(Spelling spelling) {
        int mark = spelling.chars().indexOf('?');
        if (mark < 0) {
            return List.of(spelling);
        }
        List<Spelling> both = new ArrayList<>(optionals(spelling.without(mark, mark + 1)));
        both.addAll(optionals(spelling.without(mark - 1, mark + 1)));
        return both;
    }

    /** The spelling with capitals bare of accents: the first letters of words only, or all. */
    private static Spelling withoutAccents(Spelling spelling, boolean firstLettersOnly) {
        Spelling bare = spelling;
        for (int i = 0; i < spelling.chars().length(); i++) {
            char c = spelling.chars().charAt(i);
            char plain = Folder.withoutAccent(c);
            boolean first = i == 0 || !Words.isWordChar(spelling.chars().charAt(i - 1));
            if (plain != c && (first || !firstLettersOnly)) {
                bare = bare.with(i, plain, 'U');
            }
        }
        return bare;
    }

    private TermPattern pattern(Spelling spelling) {
        String chars = spelling.chars();
        boolean openLeft = chars.startsWith("*");
        List<TermPattern.Step> steps = new ArrayList<>();
        int from = openLeft ? 1 : 0;
        for (int i = from; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (c == '*' || c == ' ' && orthography == Orthography.KOREAN) {
                addLiteral(steps, spelling, from, i);
                steps.add(c == ' ' ? TermPattern.OPTIONAL_BLANK : wildcard(chars, i));
                from = i + 1;
            }
        }
        addLiteral(steps, spelling, from, chars.length());
        return new TermPattern(orthography, openLeft, steps);
    }

    private static TermPattern.Step wildcard(String chars, int at) {
        boolean afterWord = Words.isWordChar(chars.charAt(at - 1));
        boolean beforeWord = at + 1 < chars.length() && Words.isWordChar(chars.charAt(at + 1));
        return afterWord ? TermPattern.LETTERS : beforeWord ? TermPattern.UP_TO : TermPattern.WORD;
    }

    private static void addLiteral(List<TermPattern.Step> steps, Spelling spelling, int from, int to) {
        if (from < to) {
            String cases = spelling.cases().substring(from, to);
            boolean any = cases.chars().allMatch(c -> c == '.');
            steps.add(new TermPattern.Literal(spelling.chars().substring(from, to), any ? null : cases));
        }
    }
}
