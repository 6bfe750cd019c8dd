package org.pactlens.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pactlens.text.FoldedText;
import org.pactlens.text.TermMatcher;

/** Reads lists of terms of one language and reports terms that cannot be matched or mean the same. */
final class TermLists {
    private final String language;

    TermLists(String language) {
        this.language = language;
    }

    List<String> terms(YamlNode list) {
        List<String> terms = new ArrayList<>();
        Map<String, String> byFolded = new HashMap<>();
        for (YamlNode item : list.items()) {
            String term = item.text();
            String fault = term.isEmpty() ? null : TermMatcher.fault(term, language);
            if (fault != null) {
                item.problem(YamlNode.quoted(term) + " " + fault, "Mend the term or take it out");
            } else if (!term.isEmpty()) {
                String twin = byFolded.putIfAbsent(sameness(term), term);
                if (twin == null) {
                    terms.add(term);
                } else {
                    String which =
                            twin.equals(term) ? "stands twice in the list" : "matches the same as \"" + twin + "\"";
                    item.problem(YamlNode.quoted(term) + " " + which, "Take one out");
                }
            }
        }
        return List.copyOf(terms);
    }

    private String sameness(String term) {
        return term.startsWith("=") ? term : FoldedText.of(term, language).folded();
    }

    /** Lists under exactly the given names, in their order. */
    Map<String, List<String>> termsByName(YamlNode lists, Collection<String> names) {
        lists.knows(names);
        Map<String, List<String>> terms = new LinkedHashMap<>();
        names.forEach(name -> terms.put(name, terms(lists.required(name))));
        return terms;
    }

    /** Lists under exactly the given names of exactly the given groups. */
    Map<String, Map<String, List<String>>> termsByGroup(YamlNode groups, Map<String, Map<String, String>> names) {
        groups.knows(names.keySet());
        Map<String, Map<String, List<String>>> terms = new LinkedHashMap<>();
        names.forEach((group, members) -> terms.put(group, termsByName(groups.required(group), members.keySet())));
        return terms;
    }
}
