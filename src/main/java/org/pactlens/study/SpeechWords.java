package org.pactlens.study;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.pactlens.text.TermMatcher;

/**
 * How each language marks speech, negation and doubt.
 *
 * @param byLanguage by language tag the terms of every list
 */
public record SpeechWords(Map<String, Map<SpeechList, List<String>>> byLanguage) implements Serializable {

    static final String FILE = "speech.yaml";

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** The terms of a list; empty where the language is unknown. */
    public List<String> of(String language, SpeechList list) {
        return byLanguage.getOrDefault(language, Map.of()).getOrDefault(list, List.of());
    }

    static SpeechWords read(YamlNode root) {
        Map<String, Map<SpeechList, List<String>>> byLanguage = new LinkedHashMap<>();
        String[] keys = new String[SpeechList.values().length];
        for (SpeechList list : SpeechList.values()) {
            keys[list.ordinal()] = list.key();
        }
        root.entries().forEach((language, node) -> {
            if (!LANGUAGES.contains(language.split("-", 2)[0])) {
                node.problem("is no language tag", "Write an ISO 639 language, with a script or region where needed");
            }
            Map<SpeechList, List<String>> lists = new EnumMap<>(SpeechList.class);
            node.knows(keys);
            for (SpeechList list : SpeechList.values()) {
                lists.put(list, terms(node.optional(list.key()), language));
            }
            byLanguage.put(language, lists);
        });
        return new SpeechWords(byLanguage);
    }

    static List<String> terms(YamlNode node, String language) {
        List<String> terms = node.texts();
        for (String term : terms) {
            String fault = TermMatcher.fault(term, language);
            if (fault != null) {
                node.problem("\"" + term + "\": " + fault, "Mend the term.");
            }
        }
        return List.copyOf(terms);
    }
}
