package org.pactlens.relevance.draft;

import java.util.Set;

/**
 * Cuts the endings that names and nouns take, so that a term found in one form matches the others. Blunt on purpose:
 * cutting letters does for retrieval what a stemmer does (McNamee and Mayfield 2004, Character n-gram tokenization for
 * European language text retrieval, Information Retrieval 7:73-97).
 */
final class Inflection {
    /** Languages that decline names. */
    private static final Set<String> DECLINING = Set.of(
            "ru", "uk", "be", "bg", "mk", "sr", "hr", "bs", "sl", "pl", "cs", "sk", "lt", "lv", "et", "fi", "hu", "el",
            "tr", "az", "kk", "ky", "uz", "mn", "la", "eu");

    private static final Set<String> PARTICLES =
            Set.of("은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로", "만", "에서", "으로", "에게", "까지", "부터");

    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_ENDING = 2;

    private Inflection() {}

    /** The word as a pattern that matches its forms; the word itself where the language has none or it is short. */
    static String pattern(String word, String language) {
        if (language.equals("ko")) {
            return withoutParticle(word);
        }
        int stem = Math.max(SHORTEST_STEM, word.length() - LONGEST_ENDING);
        return DECLINING.contains(language) && stem < word.length() ? word.substring(0, stem) + "*" : word;
    }

    /** Korean patterns are open to the right. */
    private static String withoutParticle(String word) {
        for (int length = 2; length > 0; length--) {
            int stem = word.length() - length;
            if (stem >= 2 && PARTICLES.contains(word.substring(stem))) {
                return word.substring(0, stem);
            }
        }
        return word;
    }
}
