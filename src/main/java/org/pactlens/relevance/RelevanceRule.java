package org.pactlens.relevance;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.pactlens.relevance.Relevance.Feature;
import org.pactlens.study.RelevanceFeature;
import org.pactlens.study.RelevanceModel;
import org.pactlens.study.RelevanceWeights;
import org.pactlens.study.RequiredConcepts;
import org.pactlens.study.Study;
import org.pactlens.text.Article;
import org.pactlens.text.FoldedWords;

/**
 * Decides whether an article is about the event of a study. Built once per study, then shared: immutable and safe for
 * many threads.
 *
 * <p>The rule knows no subject and no language: it finds the study's words of all languages at once, sentence by
 * sentence, and weighs how strongly and how often an act, all required concepts and the marks of the event stand
 * together. A text that lacks a required concept, or that was published before the event could be, has score 0 exactly.
 */
public final class RelevanceRule {
    /** From this title strength, lead strength or share of passages on, a relevant article has no other subject. */
    private static final double MAIN_TITLE = 0.3;

    private static final double MAIN_LEAD = 0.75;
    private static final double MAIN_SHARE = 0.34;

    private final Lists lists;
    private final RelevanceModel model;
    private final LookAlikeFinder lookAlikes;

    private RelevanceRule(RequiredConcepts concepts, RelevanceModel model) {
        this.model = model;
        this.lists = new Lists(concepts, model);
        this.lookAlikes = new LookAlikeFinder(lists);
    }

    /** The rule by a study's words and weights. */
    public static RelevanceRule of(Study study) {
        return of(study.concepts(), study.relevance());
    }

    static RelevanceRule of(RequiredConcepts concepts, RelevanceModel model) {
        return new RelevanceRule(concepts, model);
    }

    /** Linear in the length of the article. */
    public Relevance score(Article article) {
        Reading title = new Reading(FoldedWords.of(article.title()), lists, true);
        Reading text = new Reading(FoldedWords.of(article.text()), lists, false);
        Discourse.follow(title.passages(), text.passages(), lists, model.reading());
        Measures measures = new Measures(title, text, lists, model.reading());
        LocalDate day = day(article);
        measures.published(day, model.earliest());
        Reasons reasons = new Reasons(lists);
        boolean tooEarly = day != null && day.isBefore(model.earliest());
        long missing = lists.allRequired() & ~(title.required() | text.required());
        List<Feature> features = features(measures.values());
        double gained = features.stream().mapToDouble(Feature::logOdds).sum();
        double score = tooEarly || missing != 0
                ? 0
                : RelevanceWeights.probability(model.weights().bias() + gained);
        int grade = score == 0 ? 0 : grade(score, measures);
        String nearMiss = grade >= 2 ? null : lookAlikes.nearest(title, text, day);
        if (tooEarly) {
            reasons.tooEarly(day, model.earliest());
        } else if (missing != 0) {
            reasons.missing(missing);
        } else {
            reasons.found(title, text, measures, grade);
        }
        reasons.nearMiss(nearMiss);
        if (!covers(article.language())) {
            reasons.notCovered(article.language());
        }
        List<Evidence> evidence = score == 0 ? List.of() : EvidenceList.of(title, text, lists, gained);
        return new Relevance(score, grade, nearMiss, reasons.list(), features, evidence);
    }

    private List<Feature> features(Map<RelevanceFeature, Double> values) {
        return values.entrySet().stream()
                .map(e -> new Feature(e.getKey(), e.getValue(), model.weights().share(e.getKey(), e.getValue())))
                .toList();
    }

    /** Whether the word lists hold the language; also where it is unknown. */
    private boolean covers(String language) {
        return language == null || model.languages().contains(language.split("-", 2)[0]);
    }

    private static LocalDate day(Article article) {
        if (article.publishedDate() != null) {
            return article.publishedDate();
        }
        return article.publishedAt() == null ? null : LocalDate.ofInstant(article.publishedAt(), ZoneOffset.UTC);
    }

    private static int grade(double score, Measures measures) {
        if (score < Relevance.CUT) {
            return measures.mentionsEvent() ? 1 : 0;
        }
        boolean main = measures.title >= MAIN_TITLE || measures.lead >= MAIN_LEAD || measures.share >= MAIN_SHARE;
        return main ? 3 : 2;
    }
}
