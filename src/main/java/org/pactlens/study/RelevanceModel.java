package org.pactlens.study;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the relevance rule reads a text.
 *
 * @param earliest no text published before this day can be about the event
 * @param evidence what words are evidence of, in the order of the file
 * @param tells by which look-alikes are told apart
 * @param bias log odds of a text whose features are all zero
 * @param weights by feature name: what one unit adds to the log odds
 */
public record RelevanceModel(
        LocalDate earliest, List<Evidence> evidence, List<Tells> tells, double bias, Map<String, Double> weights)
        implements Serializable {
    private static final double LARGEST_WEIGHT = 100;

    /** What a word list stands for. */
    public enum Role {
        /** A word that names an act such as the event. */
        ACT,
        /** A word that names such an act only where a mark stands beside it. */
        WEAK,
        /** What goes with this event in particular. */
        MARK
    }

    /**
     * One word list.
     *
     * @param says what a passage does that holds one, as the end of a sentence for people
     * @param terms of all languages, in the language of {@link org.pactlens.text.WordPatterns}
     */
    public record Evidence(String id, Role role, String says, List<String> terms) implements Serializable {
        public Evidence {
            terms = List.copyOf(terms);
        }
    }

    /**
     * What tells a look-alike.
     *
     * @param id of the look-alike
     * @param contests whether an act named beside one of the terms is the look-alike's and not the event's
     * @param from first day on which articles are about it, or null
     * @param to last such day, or null
     */
    public record Tells(String id, boolean contests, LocalDate from, LocalDate to, List<String> terms)
            implements Serializable {
        public Tells {
            terms = List.copyOf(terms);
        }

        /** Whether an article of that day may be about the look-alike; also where the day is null. */
        public boolean holds(LocalDate day) {
            return day == null || (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    public RelevanceModel {
        evidence = List.copyOf(evidence);
        tells = List.copyOf(tells);
        weights = Map.copyOf(weights);
    }

    /** @param lookAlikes ids that tells may be given for */
    static RelevanceModel read(YamlNode root, List<String> lookAlikes) {
        root.knows("earliest", "evidence", "tells", "bias", "weights");
        List<Evidence> evidence = new ArrayList<>();
        root.required("evidence").entries().forEach((id, node) -> evidence.add(evidence(id, node)));
        List<Tells> tells = new ArrayList<>();
        root.optional("tells").entries().forEach((id, node) -> {
            if (!lookAlikes.contains(id)) {
                node.problem("is no look-alike of study.yaml", Nearest.remedy(id, lookAlikes));
            }
            tells.add(tells(id, node));
        });
        Map<String, Double> weights = new LinkedHashMap<>();
        root.required("weights")
                .entries()
                .forEach((name, node) -> weights.put(name, node.decimal(-LARGEST_WEIGHT, LARGEST_WEIGHT)));
        return new RelevanceModel(
                root.required("earliest").date(),
                evidence,
                tells,
                root.required("bias").decimal(-LARGEST_WEIGHT, LARGEST_WEIGHT),
                weights);
    }

    private static Evidence evidence(String id, YamlNode node) {
        node.knows("role", "says", "terms");
        List<String> roles = Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
        int role = Math.max(0, roles.indexOf(node.required("role").oneOf(roles)));
        return new Evidence(
                id, Role.values()[role], node.required("says").text(), Patterns.read(node.required("terms")));
    }

    private static Tells tells(String id, YamlNode node) {
        node.knows("contests", "from", "to", "terms");
        return new Tells(
                id,
                node.required("contests").flag(false),
                node.optional("from").date(),
                node.optional("to").date(),
                Patterns.read(node.required("terms")));
    }
}
