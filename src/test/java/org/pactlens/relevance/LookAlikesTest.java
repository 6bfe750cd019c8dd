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
        int above = 0;
        int named = 0;
        for (String line : writtenBlind()) {
            String[] field = line.split("\t", -1);
            LocalDate day = field[2].isEmpty() ? null : LocalDate.parse(field[2]);
            String text = field[4].replace("\\n", "\n");
            Relevance relevance = RULE.score(new Article("u:1", null, field[1], null, day, field[3], List.of(), text));
            above += relevance.score() >= Relevance.CUT ? 1 : 0;
            named += field[0].equals(relevance.nearMissOf()) ? 1 : 0;
        }
        assertThat(above).isLessThanOrEqualTo(1);
        assertThat(named).isGreaterThanOrEqualTo(96);
    }

    private static List<String> writtenBlind() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                LookAlikesTest.class.getResourceAsStream("/golden/look-alikes-written-blind.tsv"),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).toList();
        }
    }
}
