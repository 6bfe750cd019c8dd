package org.pactlens.stats;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Agreement of coders: Krippendorff's alpha (Krippendorff, Computing Krippendorff's alpha-reliability, 2011). */
public final class Agreement {
    private Agreement() {}

    /** How far apart two codes are. */
    public enum Level {
        NOMINAL,
        ORDINAL,
        INTERVAL
    }

    /**
     * Alpha of codes; 1 is full agreement, 0 is chance.
     *
     * @param units per unit the codes that coders gave it, null for none; units with fewer than two are left out
     * @return NaN where no two codes differ and nothing could be expected
     */
    public static double alpha(List<List<Double>> units, Level level) {
        List<double[]> pairable = units.stream()
                .map(u -> u.stream().filter(c -> c != null).mapToDouble(c -> c).toArray())
                .filter(u -> u.length >= 2)
                .toList();
        TreeMap<Double, Double> totals = new TreeMap<>();
        pairable.forEach(u -> Arrays.stream(u).forEach(c -> totals.merge(c, 1.0, Double::sum)));
        double n = totals.values().stream().mapToDouble(t -> t).sum();
        double observed = 0;
        for (double[] unit : pairable) {
            for (int i = 0; i < unit.length; i++) {
                for (int j = 0; j < unit.length; j++) {
                    if (i != j) {
                        observed += difference(unit[i], unit[j], totals, level) / (unit.length - 1);
                    }
                }
            }
        }
        double expected = 0;
        for (var c : totals.entrySet()) {
            for (var k : totals.entrySet()) {
                expected += c.getValue() * k.getValue() * difference(c.getKey(), k.getKey(), totals, level);
            }
        }
        return 1 - (n - 1) * observed / expected;
    }

    private static double difference(double c, double k, TreeMap<Double, Double> totals, Level level) {
        if (c == k) {
            return 0;
        }
        return switch (level) {
            case NOMINAL -> 1;
            case INTERVAL -> (c - k) * (c - k);
            case ORDINAL -> {
                double low = Math.min(c, k);
                double high = Math.max(c, k);
                double between = totals.subMap(low, true, high, true).values().stream()
                        .mapToDouble(t -> t)
                        .sum();
                double d = between - (totals.get(low) + totals.get(high)) / 2;
                yield d * d;
            }
        };
    }
}
