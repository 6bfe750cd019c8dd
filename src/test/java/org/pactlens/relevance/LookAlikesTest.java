package org.pactlens.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    /**
     * Pages of 60 to 450 words that were written without a look at the rules. Of the first sixty five stood above the
     * threshold when they came, of the second seven; the causes were mended with a look at them, so that they are no held-out figure now.
     */
    @Test
    void ofPagesWrittenBlindOneAtMostIsTakenForTheEvent() throws IOException {
        List<Judged> pages = judged("/golden/look-alikes-written-blind.tsv");
        assertThat(pages).filteredOn(Judged::above).hasSizeLessThanOrEqualTo(1);
        assertThat(pages).filteredOn(Judged::named).hasSizeGreaterThanOrEqualTo(96);
    }

    /** Sixty pages that came after the last change of the rule: nothing was ever mended with a look at them. */
    @Test
    void noPageThatTheRuleWasNeverTunedOnIsTakenForTheEvent() throws IOException {
        List<Judged> pages = judged("/golden/look-alikes-held-out.tsv");
        assertThat(pages).hasSize(60).filteredOn(Judged::above).isEmpty();
        assertThat(pages).filteredOn(Judged::named).hasSizeGreaterThanOrEqualTo(35);
    }

    private record Judged(String look, String title, Relevance relevance) {
        boolean above() {
            return relevance.score() >= Relevance.CUT;
        }

        boolean named() {
            return look.equals(relevance.nearMissOf());
        }
    }

    private static List<Judged> judged(String resource) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(LookAlikesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(LookAlikesTest::judge).toList();
        }
    }

    private static Judged judge(String line) {
        String[] field = line.split("\t", -1);
        LocalDate day = field[2].isEmpty() ? null : LocalDate.parse(field[2]);
        String text = field[4].replace("\\n", "\n");
        Article article = new Article("u:1", null, field[1], null, day, field[3], List.of(), text);
        return new Judged(field[0], field[3], RULE.score(article));
    }
}
