package org.pactlens.study;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what the author of an unknown word meant. */
final class Nearest {
    private Nearest() {}

    /** A sentence without its full stop: the known word that is meant, or what is known. */
    static String remedy(String word, Collection<String> known) {
        Optional<String> best = known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
        return best.map(candidate -> "Did you mean \"" + candidate + "\"?")
                .orElseGet(() -> "Known: " + String.join(", ", known));
    }

    /** Least number of letters to change, add or take away (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
