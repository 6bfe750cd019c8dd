package org.pactlens.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely each block is part of the article: a logistic model over its {@link Trait}s, then a second one that also sees
 * what the first says of the blocks beside it, of those under the same tag path and of the regions around it. The weights
 * are data, {@code body-model.tsv}; how they were found is decision 070.
 */
final class BodyModel {
    private static final List<String> CONTEXT =
            List.of("LOGIT", "PATH", "PARENT", "OUTER", "BEFORE", "AFTER", "NEAR", "PAST", "COMING");
    private static final int NEAR = 4;
    /** Logits are cut here and scaled to -1..1. */
    private static final double LARGEST_LOGIT = 6;

    private final double[] alone = new double[Trait.COUNT];
    private final double[] inContext = new double[Trait.COUNT + CONTEXT.size()];

    private BodyModel() {}

    static BodyModel standard() {
        BodyModel model = new BodyModel();
        for (String line : ClassWords.Resource.lines("body-model.tsv")) {
            String[] row = line.split("\t");
            int context = CONTEXT.indexOf(row[0]);
            if (context >= 0) {
                model.inContext[Trait.COUNT + context] = Double.parseDouble(row[2]);
            } else {
                int trait = Trait.valueOf(row[0]).ordinal();
                model.alone[trait] = Double.parseDouble(row[1]);
                model.inContext[trait] = Double.parseDouble(row[2]);
            }
        }
        return model;
    }

    /** One value in 0..1 for each block; {@code rows} as {@link TraitReader} gives them. */
    double[] likelihoods(PageTree tree, double[][] rows) {
        double[] first = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            first[i] = logistic(sum(alone, rows[i]));
        }
        return new Context(tree, first).second(rows);
    }

    private static double sum(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private final class Context {
        private final List<Block> blocks;
        private final double[] likely;
        /** Sums of weight, and of weight times likelihood, of the blocks before each index. */
        private final double[] weights;

        private final double[] masses;
        private final Map<Integer, double[]> paths = new HashMap<>();

        Context(PageTree tree, double[] likely) {
            this.blocks = tree.blocks;
            this.likely = likely;
            this.weights = new double[likely.length + 1];
            this.masses = new double[likely.length + 1];
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

        double[] second(double[][] rows) {
            double[] tail = Arrays.copyOfRange(inContext, Trait.COUNT, inContext.length);
            double[] second = new double[likely.length];
            for (Block b : blocks) {
                second[b.index] = logistic(sum(inContext, rows[b.index]) + sum(tail, of(b)));
            }
            return second;
        }

        /** In the order of {@link #CONTEXT}. */
        private double[] of(Block b) {
            int i = b.index;
            int end = likely.length;
            double p = likely[i];
            double logit = Math.log((p + 1e-6) / (1 - p + 1e-6));
            double all = Math.max(1e-9, masses[end]);
            Region parent = b.region.parent == null ? b.region : b.region.parent;
            Region outer = parent.parent == null ? parent : parent.parent;
            double[] path = paths.get(b.region.path);
            return new double[] {
                Math.max(-1, Math.min(1, logit / LARGEST_LOGIT)),
                others(b, path[0], path[1]),
                mean(b, parent.firstBlock, parent.endBlock),
                mean(b, outer.firstBlock, outer.endBlock),
                i > 0 ? likely[i - 1] : 0,
                i + 1 < end ? likely[i + 1] : 0,
                mean(b, Math.max(0, i - NEAR), Math.min(end, i + NEAR + 1)),
                masses[i] / all,
                1 - masses[i + 1] / all
            };
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
