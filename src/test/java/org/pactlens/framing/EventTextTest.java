package org.pactlens.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pactlens.relevance.Evidence;
import org.pactlens.relevance.Relevance;
import org.pactlens.study.BuiltInStudy;
import org.pactlens.text.Article;
import org.pactlens.text.Span;

/** Frames count near what tells of the event. */
class EventTextTest {
    private static final ArticleCoder CODER = ArticleCoder.of(BuiltInStudy.load());
    private static final String TOLD = "Russia and North Korea signed a treaty in Pyongyang, a grave threat.";
    private static final String OTHER = "Russia also moves its troops about, and its drills are a grave danger.";
    private static final String FILLER = "The report turns to other things here. ";

    private static List<String> terms(int grade, String text) {
        int at = text.indexOf(TOLD);
        Evidence told = new Evidence(new Span(at, at + TOLD.length()), false, TOLD, "treaty", "act", 1);
        Relevance relevance = new Relevance(grade == 1 ? 0.4 : 0.8, grade, null, List.of(), List.of(), List.of(told));
        Article article = new Article("https://a.example/1", "a.example", "en", null, null, "", List.of(), text);
        return CODER.code(article, relevance).frames().stream()
                .filter(hit -> hit.frame().equals("THREAT"))
                .map(FrameHit::term)
                .toList();
    }

    @Test
    void ofAMentionOnlyItsParagraphCounts() {
        assertThat(terms(1, OTHER + "\n\n" + TOLD)).containsExactly("grave threat");
    }

    @Test
    void ofAMentionInALongParagraphOnlyTheSentencesNearCount() {
        assertThat(terms(1, OTHER + " " + FILLER.repeat(6) + TOLD)).containsExactly("grave threat");
    }

    @Test
    void aStoryOfWhichAPartIsAboutTheEventCountsAroundItWherePartiesAreNamed() {
        assertThat(terms(2, OTHER + "\n\n" + TOLD)).containsExactly("grave danger", "grave threat");
    }

    @Test
    void aLongReportCountsNearItOnly() {
        assertThat(terms(2, OTHER + "\n\n" + FILLER.repeat(40) + "\n\n" + TOLD)).containsExactly("grave threat");
    }

    @Test
    void ofTheMainSubjectEverythingCounts() {
        assertThat(terms(3, OTHER + "\n\n" + FILLER.repeat(40) + "\n\n" + TOLD))
                .containsExactly("grave danger", "grave threat");
    }

    @Test
    void aWeakTermInALongReportNeedsTheEventOrAllPartiesBesideIt() {
        String text = FILLER.repeat(41) + "\n\n" + TOLD + " Russia has worries. Russia and North Korea are a risk.";

        assertThat(terms(2, text)).containsExactly("grave threat", "risk");
    }
}
