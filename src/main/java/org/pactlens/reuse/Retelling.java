package org.pactlens.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Derivation that shows in facts rather than wording: the same numbers, names and quotations in the same order. */
final class Retelling {
    private static final int FEWEST_FACTS = 10;
    private static final double FACTS_SHARE = 0.7;
    private static final double IN_ORDER = 0.6;
    private static final double WORDING = 0.2;
    private static final int FEWEST_SAYINGS = 3;
    private static final double SAYINGS_SHARE = 0.75;
    private static final double SAID_SHARE = 0.6;

    private static final int FEWEST_TRANSLATED = 6;
    private static final int FEWEST_CREDITED = 3;
    private static final double TRANSLATED_SHARE = 0.6;
    private static final double CREDITED_SHARE = 0.5;

    private Retelling() {}

    /**
     * Same language: most facts of the shorter stand in the other in the same order; and so do its quotations, or it
     * has some of the wording and a credit.
     */
    static boolean isRewrite(Prepared a, Prepared b, Overlap overlap) {
        // Two customers of one agency share its background sentences; only the agency's own page is a source.
        boolean credit = Comparison.credits(a, b) || Comparison.credits(b, a);
        if (!hasQuotationsOf(a, b, overlap) && !(credit && overlap.shorterShare() >= WORDING)) {
            return false;
        }
        Shared names = Shared.of(a.names(), b.names());
        Shared numbers = Shared.of(a.numbers(), b.numbers());
        int count = names.count() + numbers.count();
        return count >= FEWEST_FACTS
                && count >= FACTS_SHARE * (names.of() + numbers.of())
                && names.inOrder() >= IN_ORDER
                && numbers.inOrder() >= IN_ORDER;
    }

    private static boolean hasQuotationsOf(Prepared a, Prepared b, Overlap overlap) {
        int fewer = Math.min(a.sayings().size(), b.sayings().size());
        return overlap.quoted() > 0
                && fewer >= FEWEST_SAYINGS
                && sayings(a, b, overlap.alignment()) >= Math.max(FEWEST_SAYINGS, fewer * SAYINGS_SHARE);
    }

    /** Another language: most numbers and speakers of one stand in the other in the same order. */
    static boolean isTranslation(Prepared a, Prepared b) {
        if (a.language() == null || b.language() == null || primary(a).equals(primary(b))) {
            return false;
        }
        Shared numbers = Shared.of(a.numbers(), b.numbers());
        Shared speakers = Shared.of(speakers(a), speakers(b));
        int count = numbers.count() + speakers.count();
        int of = numbers.of() + speakers.of();
        if (numbers.inOrder() < IN_ORDER || speakers.inOrder() < IN_ORDER) {
            return false;
        }
        boolean credited = isCredited(a, b);
        return count >= (credited ? FEWEST_CREDITED : FEWEST_TRANSLATED)
                && count >= of * (credited ? CREDITED_SHARE : TRANSLATED_SHARE)
                && (credited || numbers.count() >= 2);
    }

    private static String primary(Prepared article) {
        return article.language().split("-", 2)[0];
    }

    /** One prints the other's agency, or both the same. */
    private static boolean isCredited(Prepared a, Prepared b) {
        List<String> ofA = agencies(a);
        return agencies(b).stream().anyMatch(ofA::contains);
    }

    private static List<String> agencies(Prepared article) {
        List<String> all = new ArrayList<>(article.credit().agencies());
        if (article.agency() != null) {
            all.add(article.agency());
        }
        return all;
    }

    private static long[] speakers(Prepared article) {
        return article.sayings().stream()
                .map(Prepared.Saying::speaker)
                .filter(Objects::nonNull)
                .distinct()
                .mapToLong(Hashes::of)
                .toArray();
    }

    /** Quotations of a that stand in b too, by the same speaker, in the same order. */
    private static int sayings(Prepared a, Prepared b, Alignment alignment) {
        List<Integer> places = new ArrayList<>();
        for (Prepared.Saying saying : a.sayings()) {
            int place = place(saying, alignment);
            if (place >= 0 && isSpeaker(saying.speaker(), b, place)) {
                places.add(place);
            }
        }
        return Shared.rising(places.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int place(Prepared.Saying saying, Alignment alignment) {
        int shared = alignment.inA().get(saying.from(), saying.to()).cardinality();
        if (shared < SAID_SHARE * (saying.to() - saying.from())) {
            return -1;
        }
        for (int i = saying.from(); i < saying.to(); i++) {
            if (alignment.place(i) >= 0) {
                return alignment.place(i);
            }
        }
        return -1;
    }

    private static boolean isSpeaker(String speaker, Prepared article, int place) {
        for (Prepared.Saying saying : article.sayings()) {
            if (saying.from() <= place && place < saying.to()) {
                return speaker == null || saying.speaker() == null || speaker.equals(saying.speaker());
            }
        }
        return false;
    }

    /**
     * What two ordered sets share.
     *
     * @param count members of both
     * @param of members of the smaller
     * @param inOrder 0..1, share of the common members that stand in the same order; 1 where none is common
     */
    record Shared(int count, int of, double inOrder) {
        static Shared of(long[] one, long[] other) {
            Map<Long, Integer> places = new HashMap<>();
            for (int i = 0; i < other.length; i++) {
                places.put(other[i], i);
            }
            int[] common = Arrays.stream(one)
                    .filter(places::containsKey)
                    .mapToInt(places::get)
                    .toArray();
            double inOrder = common.length == 0 ? 1 : (double) rising(common) / common.length;
            return new Shared(common.length, Math.min(one.length, other.length), inOrder);
        }

        /** Length of the longest rising subsequence. */
        static int rising(int[] values) {
            int[] ends = new int[values.length];
            int length = 0;
            for (int value : values) {
                int at = Arrays.binarySearch(ends, 0, length, value);
                at = at < 0 ? -at - 1 : at;
                ends[at] = value;
                length = Math.max(length, at + 1);
            }
            return length;
        }
    }
}
