package org.pactlens.evaluate;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When two wordings name the same speaker, by the referee's rule. */
final class Speakers {
    private static final Pattern END_OF_NAME =
            Pattern.compile("[,(;]| who | which | of | for | from | in | at | — | – ");
    private static final Pattern EAST_ASIAN = Pattern.compile("[\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af]");

    private static final Set<String> PRONOUNS = words("""
            he she they it we i you him her them us me his their its our my your who which that himself
            herself themselves itself one everyone nobody many some others this these those
            er sie es wir ich man ihm ihr ihnen uns mir seine ihre sein
            он она они оно мы я вы его ее её их им ему ей нам нас который которая которые кто
            on ona oni my já ja ji jej jeho její jejich který která kteří kdo jim mu
            il elle ils elles nous je on lui leur qui él ella ellos ellas nosotros yo quien que se
            ele ela eles elas nós eu 他 她 他们 她们 它 我们 我 彼 彼女 彼ら 私 我々 그 그녀 그들 우리 나 저
            """).map(Speakers::fold).collect(Collectors.toUnmodifiableSet());

    /** Articles and titles before a name. */
    private static final Set<String> LEAD = words("""
            the a an mr mrs ms miss dr sir former then der die das den dem ein eine herr frau le la les l un une
            el los las o os as
            """).collect(Collectors.toUnmodifiableSet());

    private Speakers() {}

    private static Stream<String> words(String list) {
        return Stream.of(list.strip().split("\\s+"));
    }

    /** Whether the wording holds nothing but pronouns. */
    static boolean isPronoun(String speaker) {
        List<String> words = nameWords(speaker);
        return !words.isEmpty() && words.stream().map(Speakers::fold).allMatch(PRONOUNS::contains);
    }

    /** Same naming phrase, same last word, or one a part of the other by capitalised words only. */
    static boolean same(String gold, String found) {
        List<String> g = name(gold);
        List<String> f = name(found);
        if (g.isEmpty() || f.isEmpty()) {
            return false;
        }
        if (EAST_ASIAN.matcher(gold + found).find()) {
            String a = fold(String.join("", g));
            String b = fold(String.join("", f));
            return a.contains(b) || b.contains(a);
        }
        return alike(g.get(g.size() - 1), f.get(f.size() - 1)) || (g.size() <= f.size() ? isPart(g, f) : isPart(f, g));
    }

    private static boolean isPart(List<String> part, List<String> whole) {
        List<String> rest = new ArrayList<>(whole);
        for (String word : part) {
            Optional<String> hit = rest.stream().filter(w -> alike(word, w)).findFirst();
            if (hit.isEmpty()) {
                return false;
            }
            rest.remove(hit.get());
        }
        return Stream.concat(part.stream(), rest.stream()).allMatch(w -> isCapital(w.codePointAt(0)));
    }

    private static boolean isCapital(int c) {
        return UCharacter.isUUppercase(c);
    }

    /** The words of the naming phrase: up to the first comma, bracket or relative clause. */
    private static List<String> name(String speaker) {
        String phrase = speaker.strip();
        Matcher end = END_OF_NAME.matcher(phrase);
        String head = end.find() ? phrase.substring(0, end.start()) : phrase;
        List<String> words = nameWords(head.isEmpty() ? speaker : head);
        int first = 0;
        while (first < words.size() - 1 && LEAD.contains(fold(words.get(first)))) {
            first++;
        }
        return words.subList(first, words.size());
    }

    /** Words without a possessive ending. */
    private static List<String> nameWords(String text) {
        StringBuilder kept = new StringBuilder(text);
        for (int i = kept.length() - 2; i >= 0; i--) {
            boolean mark = kept.charAt(i) == '\'' || kept.charAt(i) == '’';
            if (mark
                    && kept.charAt(i + 1) == 's'
                    && (i + 2 == kept.length() || !Wording.isWord(kept.codePointAt(i + 2)))) {
                kept.delete(i, i + 2);
            }
        }
        return Wording.words(kept.toString());
    }

    private static String fold(String text) {
        return Wording.bare(text).replace('ё', 'е');
    }

    private static IntStream letters(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b));
    }

    /** Equal, or, where a word inflects, alike in the beginning. */
    private static boolean alike(String one, String other) {
        int[] a = fold(one).codePoints().toArray();
        int[] b = fold(other).codePoints().toArray();
        if (Arrays.equals(a, b)) {
            return true;
        }
        boolean plainLatin =
                letters(a, b).allMatch(c -> c < 0x80) && letters(a, b).anyMatch(c -> c >= 'a' && c <= 'z');
        if (plainLatin && Math.abs(a.length - b.length) <= 1) {
            return false;
        }
        int different = Arrays.mismatch(a, b);
        return different >= 4 && Math.max(a.length, b.length) - different <= 3;
    }
}
