package org.pactlens.relevance.draft;

import java.util.List;
import org.pactlens.study.RelevanceModel;
import org.pactlens.study.Study;
import org.pactlens.text.Article;
import org.pactlens.text.FoldedWords;
import org.pactlens.text.WordPatterns;

/**
 * Documents of another study, which show what words any text holds.
 *
 * @param articles in any languages
 * @param subject words that stand in them because of that study's event
 */
public record Background(List<Article> articles, WordPatterns subject) {
    /** What a study's word lists hold is its subject. */
    public static Background of(List<Article> articles, Study study) {
        return new Background(
                articles,
                new WordPatterns(study.relevance().evidence().stream()
                        .map(RelevanceModel.Evidence::terms)
                        .toList()));
    }

    boolean isSubject(String word) {
        return !subject.find(FoldedWords.of(word.replace("*", ""))).isEmpty();
    }
}
