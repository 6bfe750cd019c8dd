package org.pactlens.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;

/** Short lines that no article means as text: credits, calls to share or subscribe, links to more. Data: {@code phrases.tsv}. */
final class Phrases {
    private static final int MAX_WEIGHT = 260;
    /** Share of a text that stands before its tail. */
    private static final double MOST = 0.6;

    private final Set<String> whole = new HashSet<>();
    private final TreeSet<String> starts = new TreeSet<>();
    /** Phrases after which nothing of the article follows. */
    private final TreeSet<String> tails = new TreeSet<>();

    private Phrases() {}

    static Phrases standard() {
        Phrases phrases = new Phrases();
        for (String line : ClassWords.Resource.lines("phrases.tsv")) {
            String[] row = line.split("\t", 3);
            String phrase = row[2].strip();
            (row[1].equals("is") ? phrases.whole : phrases.starts).add(phrase);
            if (row[1].equals("ends")) {
                phrases.tails.add(phrase);
            }
        }
        return phrases;
    }

    boolean matches(String text) {
        if (text.length() > MAX_WEIGHT) {
            return false;
        }
        String folded = fold(text);
        if (whole.contains(folded)) {
            return true;
        }
        return startsWithAny(starts, folded);
    }

    /** True for a line such as "Leave a Reply", after which no line of the article follows. */
    boolean beginsTail(String text) {
        return text.length() <= MAX_WEIGHT && startsWithAny(tails, fold(text));
    }

    /**
     * How many of the parts of a text stand before its tail. Only behind most of the text may one begin.
     *
     * @param begins whether a tail begins at the part of an index
     */
    static int beforeTail(double[] weights, IntPredicate begins) {
        double most = MOST * DoubleStream.of(weights).sum();
        double read = 0;
        int end = 0;
        while (end < weights.length && (read < most || !begins.test(end))) {
            read += weights[end++];
        }
        return end;
    }

    private static boolean startsWithAny(TreeSet<String> phrases, String folded) {
        // The phrase that begins the text sorts at or before it, or before what both have in common.
        String prefix = phrases.floor(folded);
        while (prefix != null) {
            if (folded.startsWith(prefix)) {
                return true;
            }
            int common = 0;
            while (common < prefix.length()
                    && common < folded.length()
                    && prefix.charAt(common) == folded.charAt(common)) {
                common++;
            }
            prefix = common == 0 ? null : phrases.floor(folded.substring(0, common));
        }
        return false;
    }

    private static String fold(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replace('\n', ' ');
        int start = 0;
        while (start < folded.length() && "▶►→>»•■*|+-–—▲△⇒☞ ".indexOf(folded.charAt(start)) >= 0) {
            start++;
        }
        int end = folded.length();
        while (end > start && ":.!…|»> ".indexOf(folded.charAt(end - 1)) >= 0 && end - start > 2) {
            end--;
        }
        return start == end ? folded : folded.substring(start, end);
    }
}
