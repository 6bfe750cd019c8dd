package org.pactlens.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pactlens.framing.TermAudit.Kind;
import org.pactlens.framing.TermAudit.Term;
import org.pactlens.study.BuiltInStudy;
import org.pactlens.text.Article;

class TermAuditTest {
    private static Term term(String frame, Kind kind, String term, String text) {
        TermAudit audit = TermAudit.of(BuiltInStudy.load());
        audit.read(new Article("https://a.example/1", null, "en", null, null, "", List.of(), text));
        return audit.terms().stream()
                .filter(one -> one.language().equals("en")
                        && one.frame().equals(frame)
                        && one.kind() == kind
                        && one.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTermThatNeverStandsInTheTextsHasNoMatch() {
        assertThat(term("THREAT", Kind.STRONG, "axis of evil", "An axis of wheels.")
                        .matches())
                .isZero();
    }

    @Test
    void aTermInsideAnExclusionIsCaught() {
        Term caught = term("ISOLATION", Kind.WEAK, "isolat*", "They failed to isolate it and isolate it still.");

        assertThat(caught.matches()).isEqualTo(2);
        assertThat(caught.caught()).isEqualTo(1);
    }

    @Test
    void anExclusionTellsHowManyTermsItVoids() {
        assertThat(term("ISOLATION", Kind.EXCLUDE, "failed to isolate", "They failed to isolate it.")
                        .caught())
                .isEqualTo(1);
    }

    @Test
    void termsOfTwoFramesAtOnePlaceClash() {
        assertThat(term("ISOLATION", Kind.WEAK, "sanctioned", "A sanctioned state.")
                        .clashes())
                .containsExactly("LEGALITY_SANCTIONS");
    }
}
