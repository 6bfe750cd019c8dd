package org.pactlens.relevance.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pactlens.text.Article;

/**
 * The terms that a few documents give for a study: which words tell their event from its look-alikes and from all else.
 *
 * @param seeds the documents that are about the event
 * @param against documents that are about look-alikes; may be empty
 * @param lists by use, then by language; what tells most comes first
 */
public record StudyDraft(List<Article> seeds, List<Article> against, Map<Use, Map<String, List<Term>>> lists) {
    /** What terms are good for. */
    enum Use {
        NAMES(40),
        DATES(20),
        WORDS(15),
        ACTS(8),
        SETTING(8),
        OTHERS(80);

        private final int most;

        Use(int most) {
            this.most = most;
        }
    }

    /** A pattern and where it was found. */
    record Term(String pattern, Counts counts) {}

    /** Reads the documents; those of one language are held against each other. */
    public static StudyDraft of(List<Article> seeds, List<Article> against, Background background) {
        Map<Use, Map<String, List<Term>>> lists = new EnumMap<>(Use.class);
        Set<String> languages = new TreeSet<>();
        seeds.forEach(article -> languages.add(language(article)));
        against.forEach(article -> languages.add(language(article)));
        for (String language : languages) {
            Choice choice = new Choice(language, in(language, seeds), in(language, against), background);
            for (Use use : Use.values()) {
                List<Term> terms = terms(choice, use);
                if (!terms.isEmpty()) {
                    lists.computeIfAbsent(use, u -> new TreeMap<>()).put(language, terms);
                }
            }
        }
        return new StudyDraft(List.copyOf(seeds), List.copyOf(against), lists);
    }

    private static List<Term> terms(Choice choice, Use use) {
        return switch (use) {
            case NAMES -> choice.names(use.most);
            case DATES -> choice.dates(use.most);
            case WORDS -> choice.words(use.most);
            case ACTS -> choice.acts(use.most);
            case SETTING -> choice.setting(use.most);
            case OTHERS -> choice.others(use.most);
        };
    }

    private static List<Article> in(String language, List<Article> articles) {
        return articles.stream()
                .filter(article -> language(article).equals(language))
                .toList();
    }

    /** The primary tag of a document's language; {@code und} where it is not known. */
    static String language(Article article) {
        return article.language() == null ? "und" : article.language().split("-", 2)[0];
    }

    /** The terms of some uses by language, each once. */
    Map<String, List<Term>> terms(Use... uses) {
        Map<String, Map<String, Term>> byPattern = new TreeMap<>();
        for (Use use : uses) {
            lists.getOrDefault(use, Map.of())
                    .forEach((language, terms) -> terms.forEach(term -> byPattern
                            .computeIfAbsent(language, l -> new LinkedHashMap<>())
                            .putIfAbsent(term.pattern(), term)));
        }
        Map<String, List<Term>> terms = new TreeMap<>();
        byPattern.forEach((language, all) -> terms.put(language, new ArrayList<>(all.values())));
        return terms;
    }
}
