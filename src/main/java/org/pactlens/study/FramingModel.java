package org.pactlens.study;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who is named by a state's name, and what a frame judges.
 *
 * @param states by source group, then by language: names, adjectives and capitals of its state
 * @param homes by language the source group of the state that an office belongs to where no state is named with it
 * @param homesByCountry the same by the outlet's country, ISO 3166 two letters; comes before the language
 * @param parties source groups that are parties to the event, with the target id of each
 * @param joint target id of all parties as one agent
 * @param papers by language: words for any paper, no form of the event's name
 * @param targets by frame id: how its target is found
 */
public record FramingModel(
        Map<String, Map<String, List<String>>> states,
        Map<String, String> homes,
        Map<String, String> homesByCountry,
        Map<String, String> parties,
        String joint,
        Map<String, List<String>> papers,
        Map<String, TargetRule> targets)
        implements Serializable {

    static final String FILE = "framing.yaml";

    /**
     * What a frame judges, the first that applies: the words say it, the claimant, the party named nearest before,
     * the usual target.
     *
     * @param usual target id, or null where undecided
     * @param party whether the party named before the words in their clause decides
     * @param notByParty whether no party claims it: its own words of this kind are about others
     * @param bySource target id by source group
     * @param words by target id, then by language: terms that decide
     */
    public record TargetRule(
            String usual,
            boolean party,
            boolean notByParty,
            Map<String, String> bySource,
            Map<String, Map<String, List<String>>> words)
            implements Serializable {}

    /** Reads the file against what the rest of the study names; each name that is not there is reported by itself. */
    static FramingModel read(YamlNode root, List<String> languages, Codebook codebook) {
        Names names = new Names(
                languages,
                codebook.scheme().sourceGroups().keySet(),
                codebook.scheme().targets().keySet(),
                codebook.frames().stream().map(Frame::id).toList());
        root.knows("states", "homes", "homes_by_country", "parties", "joint", "papers", "targets", "words");
        YamlNode states = root.required("states").knows(names.groups());
        YamlNode words = root.optional("words").knows(names.frames());
        Map<String, TargetRule> targets = new LinkedHashMap<>();
        root.required("targets")
                .knows(names.frames())
                .entries()
                .forEach((frame, node) -> targets.put(frame, targetRule(node, words.optional(frame), names)));
        return new FramingModel(
                byId(states, names),
                oneOf(root.optional("homes").knows(languages), names.groups()),
                oneOf(root.optional("homes_by_country").knows(Set.of(Locale.getISOCountries())), names.groups()),
                oneOf(root.required("parties").knows(names.groups()), names.targets()),
                root.required("joint").oneOf(names.targets()),
                byLanguage(root.optional("papers"), names),
                targets);
    }

    /** What the file may name. */
    private record Names(
            Collection<String> languages,
            Collection<String> groups,
            Collection<String> targets,
            Collection<String> frames) {}

    private static TargetRule targetRule(YamlNode node, YamlNode words, Names names) {
        node.knows("usual", "party", "not_by_party", "by_source");
        YamlNode usual = node.optional("usual");
        return new TargetRule(
                usual.present() ? usual.oneOf(names.targets()) : null,
                node.optional("party").flag(false),
                node.optional("not_by_party").flag(false),
                oneOf(node.optional("by_source").knows(names.groups()), names.targets()),
                byId(words.knows(names.targets()), names));
    }

    private static Map<String, Map<String, List<String>>> byId(YamlNode node, Names names) {
        Map<String, Map<String, List<String>>> byId = new LinkedHashMap<>();
        node.entries().forEach((id, languages) -> byId.put(id, byLanguage(languages, names)));
        return byId;
    }

    private static Map<String, List<String>> byLanguage(YamlNode node, Names names) {
        node.knows(names.languages());
        Map<String, List<String>> terms = new LinkedHashMap<>();
        node.entries().forEach((language, list) -> terms.put(language, SpeechWords.terms(list, language)));
        return terms;
    }

    private static Map<String, String> oneOf(YamlNode node, Collection<String> known) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> texts.put(key, value.oneOf(known)));
        return texts;
    }
}
