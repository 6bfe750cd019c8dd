package org.pactlens.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.pactlens.study.BuiltInStudy;
import org.pactlens.text.Article;

/** Own writing, ten pages a class; the lists were tuned on half of them. */
class LookAlikesTest {
    private static final RelevanceRule RULE = RelevanceRule.of(BuiltInStudy.load());

    @ParameterizedTest(name = "{0} {2} {4}")
    @CsvFileSource(resources = "/golden/look-alikes.tsv", delimiter = '\t', numLinesToSkip = 1)
    void aLookAlikeIsNamedAndNotRelevant(
            String look, String tuned, String language, String date, String title, String text) {
        LocalDate day = date == null ? null : LocalDate.parse(date);
        Relevance relevance = RULE.score(new Article("u:1", null, language, null, day, title, List.of(), text));
        assertThat(relevance.score()).as(relevance.reasons().toString()).isLessThan(Relevance.CUT);
        assertThat(relevance.nearMissOf()).as(relevance.reasons().toString()).isEqualTo(look);
    }
}
