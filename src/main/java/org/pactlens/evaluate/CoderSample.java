package org.pactlens.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * A stratified random sample for human coders.
 *
 * @param weight articles of the stratum for each one drawn, so that a weighted mean over the sheet stands for the lake
 *     (Cochran, Sampling Techniques, 1977, section 5.3)
 */
public record CoderSample<T>(T item, String stratum, double weight) {
    /**
     * Draws as evenly over the strata as they allow: small ones whole, the rest in equal parts.
     *
     * @param id identity of an item; the draw depends on it and the seed alone, not on the order of the items
     * @param size how many to draw; all where there are fewer
     */
    public static <T> List<CoderSample<T>> draw(
            List<T> items, Function<T, String> id, Function<T, String> stratum, int size, long seed) {
        Map<String, List<T>> strata = new TreeMap<>();
        items.forEach(item -> strata.computeIfAbsent(stratum.apply(item), s -> new ArrayList<>())
                .add(item));
        List<Map.Entry<String, List<T>>> smallestFirst = new ArrayList<>(strata.entrySet());
        smallestFirst.sort(Comparator.comparingInt(e -> e.getValue().size()));
        List<CoderSample<T>> drawn = new ArrayList<>();
        int left = size;
        for (int i = 0; i < smallestFirst.size(); i++) {
            List<T> all = smallestFirst.get(i).getValue();
            int share = Math.min(all.size(), left / (smallestFirst.size() - i));
            all.sort(Comparator.<T>comparingLong(item -> place(id.apply(item), seed))
                    .thenComparing(id));
            for (T item : all.subList(0, share)) {
                drawn.add(new CoderSample<>(item, smallestFirst.get(i).getKey(), (double) all.size() / share));
            }
            left -= share;
        }
        return drawn;
    }

    private static long place(String id, long seed) {
        CRC32 hash = new CRC32();
        hash.update(id.getBytes(StandardCharsets.UTF_8));
        return new SplittableRandom(hash.getValue() ^ seed).nextLong();
    }
}
