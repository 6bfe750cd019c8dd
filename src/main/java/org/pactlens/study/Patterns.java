package org.pactlens.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pactlens.text.WordPatterns;

/** Reads lists of {@link WordPatterns} that stand by language. */
final class Patterns {
    private Patterns() {}

    /** The terms of all languages, each once, in the order of the file. */
    static List<String> read(YamlNode byLanguage) {
        Set<String> terms = new LinkedHashSet<>();
        for (YamlNode term : terms(byLanguage)) {
            String text = term.text();
            String fault = text.isEmpty() ? null : WordPatterns.fault(text);
            if (fault != null) {
                term.problem(fault, "Write words, with * for the open end of a word");
            } else if (!text.isEmpty()) {
                terms.add(text);
            }
        }
        if (byLanguage.present() && terms.isEmpty()) {
            byLanguage.problem("holds no term", "Write a list of terms for at least one language");
        }
        return List.copyOf(terms);
    }

    /** Reports terms whose letters need not stand together. */
    static void refuseInnerStars(YamlNode byLanguage) {
        for (YamlNode term : terms(byLanguage)) {
            String inner = term.text().strip();
            if (inner.length() > 2 && inner.substring(1, inner.length() - 1).indexOf('*') >= 0) {
                term.problem("has a * before its end", "List the inflected forms: the screen knows whole strings only");
            }
        }
    }

    private static List<YamlNode> terms(YamlNode byLanguage) {
        List<YamlNode> terms = new ArrayList<>();
        byLanguage.entries().values().forEach(list -> terms.addAll(list.items()));
        return terms;
    }
}
