package org.pactlens.relevance;

import java.util.List;
import org.pactlens.study.RelevanceFeature;

/**
 * The decision on one article and what it rests on.
 *
 * @param score calibrated probability, 0..1, that a careful coder grades the article 2 or 3
 * @param grade 0 none, 1 mention, 2 substantial part, 3 main subject; 2 or 3 exactly where {@code score >= 0.5}
 * @param nearMissOf the look-alike's id in the study, or null
 * @param reasons short sentences for a person, most important first
 * @param features the numbers that the score is a function of, in a fixed order
 * @param evidence the spans that moved the score, in text order, title first
 */
public record Relevance(
        double score,
        int grade,
        String nearMissOf,
        List<String> reasons,
        List<Feature> features,
        List<Evidence> evidence) {

    /** The score from which an article counts as relevant (contract: grade 2 or 3 exactly from here). */
    public static final double CUT = 0.5;

    /** The grade from which on an article counts as relevant. */
    static final int LEAST_RELEVANT_GRADE = 2;

    /**
     * One input of the score.
     *
     * @param value in the unit that {@link RelevanceFeature#meaning} says
     * @param logOdds what it adds to the log odds of the score, by the study's weights
     */
    public record Feature(RelevanceFeature feature, double value, double logOdds) {}

    public Relevance {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + " is not a probability");
        }
        if (grade < 0 || grade > 3 || (grade >= 2) != (score >= CUT)) {
            throw new IllegalArgumentException("grade " + grade + " does not fit score " + score);
        }
        reasons = List.copyOf(reasons);
        features = List.copyOf(features);
        evidence = List.copyOf(evidence);
    }
}
