package org.pactlens.reuse;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds the pairs that are worth a comparison, without comparing all. Articles are joined on keys: every fourth shingle
 * of their words (those whose hash is a multiple of four, so that both articles choose the same), and, across
 * languages, facts that a translation keeps. A key that stands in many articles joins each with its neighbours in time
 * only, so that work grows with the number of articles and copies are still linked in a chain.
 */
public final class Candidates {
    /** Keys that two articles must share. */
    public static final int LEAST_SHARED = 2;

    private static final int SAMPLED = 4;
    /** Articles before it in time with which a key joins an article. */
    static final int NEIGHBOURS = 30;

    private static final int FIRST = 3;
    private static final long NUMBER = 1;
    private static final long SPEAKER = 2;
    private static final long AGENCY = 3;

    private Candidates() {}

    /**
     * An article in the list of one key.
     *
     * @param language primary subtag; empty where unknown
     * @param time of publication, about noon where only the day is known; null where neither is
     */
    public record Posting(String id, String language, Instant time) implements Serializable, Comparable<Posting> {
        private static final Comparator<Posting> IN_TIME = Comparator.comparing(
                        Posting::time, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Posting::id);

        public static Posting of(Prepared article) {
            String language =
                    article.language() == null ? "" : article.language().split("-", 2)[0];
            return new Posting(article.id(), language, timeOf(article));
        }

        private static Instant timeOf(Prepared article) {
            Moment moment = article.moment();
            return moment == null ? null : moment.middle();
        }

        private boolean isNear(Posting other, int windowHours) {
            return time == null
                    || other.time == null
                    || Duration.between(time, other.time).abs().compareTo(Duration.ofHours(windowHours)) <= 0;
        }

        /** By time, the unknown last; then by id. */
        @Override
        public int compareTo(Posting other) {
            return IN_TIME.compare(this, other);
        }
    }

    /** The keys of an article, each once: odd ones are facts, even ones text. */
    public static long[] keys(Prepared article) {
        return LongStream.concat(
                        Arrays.stream(textKeys(article)),
                        factKeys(article).stream().mapToLong(key -> key | 1))
                .distinct()
                .toArray();
    }

    static boolean isKey(long shingle) {
        return (shingle & SAMPLED - 1) == 0;
    }

    /** The keys of an article that are text, each once. */
    public static long[] textKeys(Prepared article) {
        int k = article.shingle();
        long[] keys = new long[Math.max(0, article.words().length - k + 1)];
        int size = 0;
        for (int i = 0; i + k <= article.words().length; i++) {
            long hash = Hashes.of(article.words(), i, i + k);
            if (isKey(hash)
                    && article.hidden().nextSetBit(i) - i >= k
                            | article.hidden().nextSetBit(i) < 0) {
                keys[size++] = hash;
            }
        }
        return Arrays.stream(keys, 0, size).distinct().toArray();
    }

    /** The keys that stand in at least {@code least} of the articles, sorted. Eight bytes a key of memory. */
    static long[] frequent(Stream<long[]> keysOfArticles, int least) {
        long[] all = keysOfArticles.flatMapToLong(Arrays::stream).sorted().toArray();
        int size = 0;
        for (int from = 0, to; from < all.length; from = to) {
            to = from + 1;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            if (to - from >= least) {
                all[size++] = all[from];
            }
        }
        return Arrays.copyOf(all, size);
    }

    private static Set<Long> factKeys(Prepared article) {
        Set<Long> keys = new HashSet<>();
        for (long number : article.numbers()) {
            keys.add(Hashes.both(NUMBER, number));
        }
        Instant time = Posting.timeOf(article);
        long day =
                time == null ? -1 : time.getEpochSecond() / Duration.ofDays(1).toSeconds();
        for (Prepared.Saying saying : article.sayings()) {
            if (saying.speaker() != null) {
                addDays(keys, SPEAKER, saying.speaker(), day);
            }
        }
        article.credit().agencies().forEach(agency -> addDays(keys, AGENCY, agency, day));
        if (article.agency() != null) {
            addDays(keys, AGENCY, article.agency(), day);
        }
        return keys;
    }

    /** For the day and the next, so that neighbouring days meet. */
    private static void addDays(Set<Long> keys, long kind, String name, long day) {
        long base = Hashes.both(kind, Hashes.of(name));
        keys.add(Hashes.both(base, day));
        keys.add(Hashes.both(base, day + 1));
    }

    /**
     * The pairs that one key joins. At most 33 an article.
     *
     * @param inTime all articles with this key, sorted
     * @param windowHours greatest distance in time where both times are known
     */
    public static void pairs(long key, List<Posting> inTime, int windowHours, BiConsumer<Posting, Posting> pair) {
        boolean text = (key & 1) == 0;
        for (int i = 1; i < inTime.size(); i++) {
            int near = Math.max(0, i - NEIGHBOURS);
            for (int j = 0; j < i; j = j + 1 == FIRST ? Math.max(FIRST, near) : j + 1) {
                Posting one = inTime.get(j);
                Posting other = inTime.get(i);
                boolean sameLanguage = one.language().equals(other.language());
                if ((text || !sameLanguage) && one.isNear(other, windowHours)) {
                    pair.accept(one, other);
                }
            }
        }
    }
}
