package org.pactlens.extract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How likely each block is part of the article: a logistic model over its {@link Trait}s, then a second one that also sees
 * what the first says of the blocks beside it, of those under the same tag path and of the regions around it. The weights
 * are data, {@code body-model.tsv}; how they were found is decision 070.
 */
final class BodyModel {
    /** What the second model sees beside the traits; the names are those of {@code body-model.tsv}. */
    enum Surrounding {
        /** What the first model says of the block itself, as log odds cut at 6 and scaled to -1..1. */
        LOGIT,
        /** The mean of the blocks of the same tag path, of the region around its own, and of the one around that. */
        PATH,
        PARENT,
        OUTER,
        /** The block before, the one after, and the mean of four on either side. */
        BEFORE,
        AFTER,
        NEAR,
        /** The nearest block of prose before, and after. */
        PROSE_BEFORE,
        PROSE_AFTER,
        /** Shares of all likely text that stand before and after. */
        PAST,
        COMING
    }

    /** Values of a row in context. */
    static final int WIDTH = Trait.COUNT + Surrounding.values().length;

    /** Of all columns of a row in context. */
    static final List<String> NAMES = Stream.concat(Stream.of(Trait.values()), Stream.of(Surrounding.values()))
            .map(Enum::name)
            .toList();

    private static final int NEAR = 4;
    private static final double LARGEST_LOGIT = 6;

    private final double[] alone;
    private final double[] inContext;

    /** Weights of the traits, then, for the second, of the surroundings. */
    BodyModel(double[] alone, double[] inContext) {
        this.alone = alone;
        this.inContext = inContext;
    }

    static BodyModel standard() {
        return of(ClassWords.Resource.lines("body-model.tsv"));
    }

    /**
     * Lines of a name and two weights, that alone and that in context; what is not named has none.
     *
     * @throws IllegalArgumentException for a line of another form, a name that is none or stands twice
     */
    static BodyModel of(Iterable<String> lines) {
        double[] alone = new double[Trait.COUNT];
        double[] inContext = new double[WIDTH];
        Map<String, Integer> columns = new HashMap<>();
        NAMES.forEach(name -> columns.put(name, columns.size()));
        for (String line : lines) {
            String[] row = line.split("\t");
            Integer column = columns.remove(row[0]);
            if (column == null || row.length != 3) {
                throw new IllegalArgumentException(
                        "not the name of a trait that is still missing, and two weights: " + line);
            }
            inContext[column] = Double.parseDouble(row[2]);
            if (column < Trait.COUNT) {
                alone[column] = Double.parseDouble(row[1]);
            }
        }
        return new BodyModel(alone, inContext);
    }

    /** One value in 0..1 for each block; {@code traits} as {@link TraitReader} gives them. */
    double[] likelihoods(PageTree tree, double[][] traits) {
        double[][] rows = inContext(tree, traits);
        double[] likely = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            likely[i] = logistic(sum(inContext, rows[i]));
        }
        return likely;
    }

    /** What a row in context adds up to its odds by: the largest addends, by the names of their columns. */
    List<Map.Entry<String, Double>> reasons(double[] row, int most) {
        return IntStream.range(0, WIDTH)
                .mapToObj(i -> Map.entry(NAMES.get(i), inContext[i] * row[i]))
                .filter(addend -> addend.getValue() != 0)
                .sorted(Comparator.comparingDouble(addend -> -Math.abs(addend.getValue())))
                .limit(most)
                .toList();
    }

    /** For each block its traits and what the first model says of its surroundings, {@link #WIDTH} values. */
    double[][] inContext(PageTree tree, double[][] traits) {
        double[] first = new double[traits.length];
        for (int i = 0; i < traits.length; i++) {
            first[i] = logistic(sum(alone, traits[i]));
        }
        return new Context(tree, first).rows(traits);
    }

    private static double sum(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private final class Context {
        private final List<Block> blocks;
        private final double[] likely;
        /** Sums of weight, and of weight times likelihood, of the blocks before each index. */
        private final double[] weights;

        private final double[] masses;
        /** By block the likelihood of the nearest prose before, and after. */
        private final double[] proseBefore;

        private final double[] proseAfter;
        private final Map<Integer, double[]> paths = new HashMap<>();

        Context(PageTree tree, double[] likely) {
            this.blocks = tree.blocks;
            this.likely = likely;
            this.weights = new double[likely.length + 1];
            this.masses = new double[likely.length + 1];
            this.proseBefore = new double[likely.length];
            this.proseAfter = new double[likely.length];
            for (int i = 1; i < likely.length; i++) {
                proseBefore[i] = blocks.get(i - 1).prose() > 0 ? likely[i - 1] : proseBefore[i - 1];
            }
            for (int i = likely.length - 2; i >= 0; i--) {
                proseAfter[i] = blocks.get(i + 1).prose() > 0 ? likely[i + 1] : proseAfter[i + 1];
            }
            for (Block b : blocks) {
                double weight = weight(b);
                weights[b.index + 1] = weights[b.index] + weight;
                masses[b.index + 1] = masses[b.index] + weight * likely[b.index];
                double[] path = paths.computeIfAbsent(b.region.path, k -> new double[2]);
                path[0] += weight;
                path[1] += weight * likely[b.index];
            }
        }

        private static double weight(Block b) {
            return Math.max(1, b.weight);
        }

        double[][] rows(double[][] traits) {
            double[][] rows = new double[traits.length][];
            for (Block b : blocks) {
                rows[b.index] = Arrays.copyOf(traits[b.index], WIDTH);
                describe(b, rows[b.index]);
            }
            return rows;
        }

        private void describe(Block b, double[] row) {
            int i = b.index;
            int end = likely.length;
            double p = likely[i];
            double logit = Math.log((p + 1e-6) / (1 - p + 1e-6));
            double all = Math.max(1e-9, masses[end]);
            Region parent = b.region.parent == null ? b.region : b.region.parent;
            Region outer = parent.parent == null ? parent : parent.parent;
            double[] path = paths.get(b.region.path);
            set(row, Surrounding.LOGIT, Math.max(-1, Math.min(1, logit / LARGEST_LOGIT)));
            set(row, Surrounding.PATH, others(b, path[0], path[1]));
            set(row, Surrounding.PARENT, mean(b, parent.firstBlock, parent.endBlock));
            set(row, Surrounding.OUTER, mean(b, outer.firstBlock, outer.endBlock));
            set(row, Surrounding.BEFORE, i > 0 ? likely[i - 1] : 0);
            set(row, Surrounding.AFTER, i + 1 < end ? likely[i + 1] : 0);
            set(row, Surrounding.NEAR, mean(b, Math.max(0, i - NEAR), Math.min(end, i + NEAR + 1)));
            set(row, Surrounding.PROSE_BEFORE, proseBefore[i]);
            set(row, Surrounding.PROSE_AFTER, proseAfter[i]);
            set(row, Surrounding.PAST, masses[i] / all);
            set(row, Surrounding.COMING, 1 - masses[i + 1] / all);
        }

        private static void set(double[] row, Surrounding surrounding, double value) {
            row[Trait.COUNT + surrounding.ordinal()] = value;
        }

        private double mean(Block b, int from, int to) {
            return others(b, weights[to] - weights[from], masses[to] - masses[from]);
        }

        /** The mean likelihood without the block's own share; its own where it is alone. */
        private double others(Block b, double weight, double mass) {
            double rest = weight - weight(b);
            return rest > 1e-6 ? (mass - weight(b) * likely[b.index]) / rest : likely[b.index];
        }
    }
}
