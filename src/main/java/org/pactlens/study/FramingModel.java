package org.pactlens.study;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is named by a state's name, and what a frame judges.
 *
 * @param states by source group, then by language: names, adjectives and capitals of its state
 * @param homes by language the source group of the state that an office belongs to where no state is named with it
 * @param parties source groups that are parties to the event, with the target id of each
 * @param joint target id of all parties as one agent
 * @param papers by language: words for any paper, no form of the event's name
 * @param targets by frame id: how its target is found
 */
public record FramingModel(
        Map<String, Map<String, List<String>>> states,
        Map<String, String> homes,
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
     * @param bySource target id by source group
     * @param words by target id, then by language: terms that decide
     */
    public record TargetRule(
            String usual, boolean party, Map<String, String> bySource, Map<String, Map<String, List<String>>> words)
            implements Serializable {}

    static FramingModel read(YamlNode root) {
        root.knows("states", "homes", "parties", "joint", "papers", "targets", "words");
        Map<String, Map<String, Map<String, List<String>>>> words = new LinkedHashMap<>();
        root.optional("words").entries().forEach((frame, node) -> words.put(frame, byId(node)));
        Map<String, TargetRule> targets = new LinkedHashMap<>();
        root.required("targets").entries().forEach((frame, node) -> {
            node.knows("usual", "party", "by_source");
            targets.put(
                    frame,
                    new TargetRule(
                            node.optional("usual").present()
                                    ? node.optional("usual").text()
                                    : null,
                            node.optional("party").flag(false),
                            texts(node.optional("by_source")),
                            words.getOrDefault(frame, Map.of())));
        });
        return new FramingModel(
                byId(root.required("states")),
                texts(root.optional("homes")),
                texts(root.required("parties")),
                root.required("joint").text(),
                byLanguage(root.optional("papers")),
                targets);
    }

    private static Map<String, Map<String, List<String>>> byId(YamlNode node) {
        Map<String, Map<String, List<String>>> byId = new LinkedHashMap<>();
        node.entries().forEach((id, languages) -> byId.put(id, byLanguage(languages)));
        return byId;
    }

    private static Map<String, List<String>> byLanguage(YamlNode node) {
        Map<String, List<String>> terms = new LinkedHashMap<>();
        node.entries().forEach((language, list) -> terms.put(language, SpeechWords.terms(list, language)));
        return terms;
    }

    private static Map<String, String> texts(YamlNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }
}
