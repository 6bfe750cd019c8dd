package org.pactlens.study;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pactlens.Spelling;

/**
 * How the relevance rule reads a text.
 *
 * @param languages primary tags of the languages that the words for acts cover
 * @param earliest no text published before this day can be about the event
 * @param reading how far the rule looks
 * @param evidence what words are evidence of, in the order of the file
 * @param tells by which look-alikes are told apart
 * @param weights how the features make the score
 */
public record RelevanceModel(
        Set<String> languages,
        LocalDate earliest,
        Reading reading,
        List<Evidence> evidence,
        List<Tells> tells,
        RelevanceWeights weights)
        implements Serializable {
    /**
     * How far the rule looks.
     *
     * @param leadSentences first sentences of a text that make its lead
     * @param windowSentences sentences of the window in which those about the event are counted
     * @param aroundSentences how many sentences off the names may stand that an act without names belongs to
     * @param chainSentences sentences after which a word for an act no longer refers back
     * @param earlyDays days after {@code earliest} in which the feature {@code early} falls from 1 to 1/e
     */
    public record Reading(
            int leadSentences, int windowSentences, int aroundSentences, int chainSentences, int earlyDays)
            implements Serializable {
        private static final int MOST_SENTENCES = 100;
        private static final int MOST_DAYS = 10_000;

        static Reading read(YamlNode node) {
            node.knows("lead_sentences", "window_sentences", "around_sentences", "chain_sentences", "early_days");
            return new Reading(
                    node.required("lead_sentences").integer(1, MOST_SENTENCES),
                    node.required("window_sentences").integer(1, MOST_SENTENCES),
                    node.required("around_sentences").integer(1, MOST_SENTENCES),
                    node.required("chain_sentences").integer(0, MOST_SENTENCES),
                    node.required("early_days").integer(1, MOST_DAYS));
        }
    }

    /** What a word list stands for. */
    public enum Role {
        /** A word that names an act such as the event. */
        ACT,
        /** A word that names such an act only where a mark stands beside it. */
        WEAK,
        /** What goes with this event in particular. */
        MARK,
        /** A mark that tells of the act also where no word for the act stands beside it. */
        CLAUSE,
        /** A mark that is too common to tell that a weak word names an act. */
        DETAIL,
        /** A formula that names the act in passing. */
        PASSING
    }

    /** When an act beside a look-alike's name is the look-alike's. */
    public enum Contest {
        NEVER,
        /** Where a single required concept ties the act to the event. */
        ONE_NAME,
        /** Where no name that is enough alone stands nearer to the act. */
        ALWAYS,
        /** The look-alike has the event's own parties, whose names tell nothing: in any case but beside what settles it. */
        SAME_PARTIES
    }

    /**
     * One word list.
     *
     * @param says what a passage does that holds one, as the end of a sentence for people
     * @param settles whether it is the event's alone, also where a look-alike between the same parties is named beside it
     * @param terms of all languages, in the language of {@link org.pactlens.text.WordPatterns}
     */
    public record Evidence(String id, Role role, String says, boolean settles, List<String> terms)
            implements Serializable {
        public Evidence {
            terms = List.copyOf(terms);
        }
    }

    /**
     * What tells a look-alike.
     *
     * @param id of the look-alike
     * @param contest when an act named beside one of the terms is the look-alike's and not the event's
     * @param names ids of the required concepts that stand beside a tell; empty where articles on it name none
     * @param otherwise whether it is only told where no other look-alike is
     * @param dated whether the terms are so common that only the day tells it: never told where the day is unknown
     * @param from first day on which articles are about it, or null
     * @param to last such day, or null
     * @param terms empty where the names alone tell it
     */
    public record Tells(
            String id,
            Contest contest,
            List<String> names,
            boolean otherwise,
            boolean dated,
            LocalDate from,
            LocalDate to,
            List<String> terms)
            implements Serializable {
        public Tells {
            names = List.copyOf(names);
            terms = List.copyOf(terms);
        }

        /** Whether an article of that day, null where unknown, may be about the look-alike. */
        public boolean holds(LocalDate day) {
            if (day == null) {
                return !dated;
            }
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        /** Whether articles are about it within given days only. */
        public boolean isShort() {
            return from != null && to != null;
        }
    }

    public RelevanceModel {
        languages = Set.copyOf(languages);
        evidence = List.copyOf(evidence);
        tells = List.copyOf(tells);
    }

    /**
     * Reads a model.
     *
     * @param root of the words and parameters
     * @param weights of the bias and the weights
     * @param lookAlikes ids that tells may be given for
     */
    static RelevanceModel read(YamlNode root, YamlNode weights, List<String> lookAlikes) {
        root.knows("earliest", "reading", "evidence", "tells");
        List<Evidence> evidence = new ArrayList<>();
        Set<String> languages = new HashSet<>();
        root.required("evidence").entries().forEach((id, node) -> {
            evidence.add(evidence(id, node));
            if (evidence.get(evidence.size() - 1).role() == Role.ACT) {
                languages.addAll(node.required("terms").entries().keySet());
            }
        });
        List<Tells> tells = new ArrayList<>();
        root.optional("tells").entries().forEach((id, node) -> {
            if (!lookAlikes.contains(id)) {
                node.problem("is no look-alike of study.yaml", Nearest.remedy(id, lookAlikes));
            }
            tells.add(tells(id, node));
        });
        return new RelevanceModel(
                languages,
                root.required("earliest").date(),
                Reading.read(root.required("reading")),
                evidence,
                tells,
                RelevanceWeights.read(weights));
    }

    private static Evidence evidence(String id, YamlNode node) {
        node.knows("role", "says", "settles", "terms");
        return new Evidence(
                id,
                oneOf(node.required("role"), Role.values()),
                node.required("says").text(),
                node.optional("settles").flag(false),
                Patterns.read(node.required("terms")));
    }

    private static <T extends Enum<T>> T oneOf(YamlNode node, T[] values) {
        List<String> names = Arrays.stream(values).map(Spelling::of).toList();
        return values[Math.max(0, names.indexOf(node.oneOf(names)))];
    }

    private static Tells tells(String id, YamlNode node) {
        node.knows("contests", "names", "otherwise", "dated", "from", "to", "terms");
        return new Tells(
                id,
                oneOf(node.required("contests"), Contest.values()),
                node.required("names").texts(),
                node.optional("otherwise").flag(false),
                node.optional("dated").flag(false),
                node.optional("from").date(),
                node.optional("to").date(),
                Patterns.read(node.optional("terms")));
    }
}
