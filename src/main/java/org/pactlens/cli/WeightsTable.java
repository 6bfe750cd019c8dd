package org.pactlens.cli;

import java.util.List;
import java.util.Locale;
import org.pactlens.relevance.Example;
import org.pactlens.study.RelevanceFeature;
import org.pactlens.study.RelevanceWeights;

/** The file {@code weights.yaml} of a study, which a person can read as a table. */
final class WeightsTable {
    private WeightsTable() {}

    static String of(RelevanceWeights weights, List<Example> examples) {
        List<Example> usable = examples.stream().filter(Example::canScore).toList();
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "# The weights of the relevance score, learned by `pactlens train relevance`; written over when it runs again.%n"
                        + "# log odds = bias + sum of weight x feature; score = 1 / (1 + e^-log odds).%n"
                        + "# Learned from %d articles, %d of them relevant; %d that lack a required concept or are too early"
                        + " have score 0 anyway.%n",
                examples.size(),
                examples.stream().filter(Example::relevant).count(),
                examples.size() - usable.size()));
        table.append(String.format(Locale.ROOT, "bias: %.3f%nweights:%n", weights.bias()));
        table.append(String.format("  # %-22s mean if relevant, if not   what it is%n", "feature"));
        weights.byFeature().forEach((feature, weight) -> {
            table.append(String.format(
                    Locale.ROOT,
                    "  %-24s # %6.3f %14.3f           %s%n",
                    String.format(Locale.ROOT, "%s: %.3f", feature.id(), weight),
                    mean(usable, feature, true),
                    mean(usable, feature, false),
                    feature.meaning()));
        });
        return table.toString().replace(System.lineSeparator(), "\n");
    }

    private static double mean(List<Example> examples, RelevanceFeature feature, boolean relevant) {
        return examples.stream()
                .filter(example -> example.relevant() == relevant)
                .mapToDouble(example -> example.value(feature))
                .average()
                .orElse(0);
    }
}
