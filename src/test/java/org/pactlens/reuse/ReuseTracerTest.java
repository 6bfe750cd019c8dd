package org.pactlens.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pactlens.reuse.Stories.paragraphs;
import static org.pactlens.reuse.Stories.prepared;
import static org.pactlens.reuse.Stories.sentence;
import static org.pactlens.reuse.Stories.text;
import static org.pactlens.reuse.Stories.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pactlens.reuse.Traced.Role;
import org.pactlens.text.Article;
import org.pactlens.text.Span;

class ReuseTracerTest {
    @Test
    void aWholeCopyIsVerbatimAndTheEarlierIsTheOriginal() {
        Map<String, Traced> traced = trace(
                prepared("copy", "b.example", "11:00", text(1, 5)),
                prepared("first", "a.example", "10:00", text(1, 5)));
        assertThat(traced.get("first").role()).isEqualTo(Role.ORIGINAL);
        assertThat(traced.get("copy"))
                .extracting(Traced::role, Traced::originId, Traced::containment, Traced::cluster, Traced::size)
                .containsExactly(Role.VERBATIM, "first", 1.0, "first", 2);
    }

    @Test
    void aWordChangedHereAndThereKeepsACopyVerbatim() {
        String[] words = text(1, 5).split(" ");
        for (int i = 9; i < words.length; i += 20) {
            words[i] = "changed";
        }
        Map<String, Traced> traced = trace(
                prepared("a", "a.example", "10:00", text(1, 5)),
                prepared("b", "b.example", "11:00", String.join(" ", words)));
        assertThat(traced.get("b").role()).isEqualTo(Role.VERBATIM);
    }

    @Test
    void aCopyWithoutItsTailAndWithAParagraphOfItsOwnIsEdited() {
        List<String> cut = paragraphs(1, 3);
        cut.add(2, sentence(99, 40));
        Map<String, Traced> traced = trace(
                prepared("a", "a.example", "10:00", text(1, 5)),
                prepared("b", "b.example", "11:00", String.join("\n\n", cut)));
        assertThat(traced.get("b").role()).isEqualTo(Role.EDITED);
        assertThat(traced.get("b").containment()).isBetween(0.7, 0.8);
    }

    @Test
    void twoReportsThatShareOneParagraphStayApart() {
        List<String> other = paragraphs(2, 6);
        other.add(paragraphs(1, 1).get(0));
        Map<String, Traced> traced = trace(
                prepared("a", "a.example", "10:00", text(1, 6)),
                prepared("b", "b.example", "11:00", String.join("\n\n", other)));
        assertThat(traced.values()).extracting(Traced::role).containsOnly(Role.ALONE);
    }

    @Test
    void aReportThatSharesOnlyQuotationsStandsAloneAndNamesItsSource() {
        String said = "\"" + sentence(50, 30) + "\"";
        Map<String, Traced> traced = trace(
                prepared("a", "a.example", "10:00", text(1, 4) + "\n\n" + said),
                prepared("b", "b.example", "11:00", text(2, 2) + "\n\n" + said + "\n\n" + text(3, 2)));
        assertThat(traced.get("b"))
                .extracting(Traced::role, Traced::originId, Traced::cluster, Traced::size)
                .containsExactly(Role.QUOTE_ONLY, "a", "b", 1);
        assertThat(traced.get("a").role()).isEqualTo(Role.ALONE);
    }

    @Test
    void quotationsThatArriveAsValuesAreMaskedWithoutMarks() {
        String said = sentence(50, 60);
        Quoted quoted = new Quoted(new Span(0, said.length()), null);
        Map<String, Traced> traced = trace(
                prepared("a", "a.example", "10:00", said + "\n\n" + text(1, 1), quoted),
                prepared("b", "b.example", "11:00", said + "\n\n" + text(2, 1), quoted));
        assertThat(traced.get("b").role()).isEqualTo(Role.QUOTE_ONLY);
    }

    @Test
    void anAgencysOwnPageIsTheOriginalOfWhatCreditsIt() {
        String credited = text(1, 4) + "\n\nSource: Reuters";
        Map<String, Traced> traced = trace(
                prepared("paper", "a.example", "09:00", credited),
                prepared("wire", "reuters.com", "10:00", text(1, 4)));
        assertThat(traced.get("wire").role()).isEqualTo(Role.ORIGINAL);
        assertThat(traced.get("paper"))
                .extracting(Traced::originId, Traced::wireAgency, Traced::wireBasis)
                .containsExactly("wire", "REUTERS", Traced.WireBasis.CREDIT);
    }

    @Test
    void aCopyWithoutACreditHasTheAgencyOfItsStory() {
        Map<String, Traced> traced = trace(
                prepared("a", "a.example", "09:00", text(1, 4) + "\n\n(AFP)"),
                prepared("b", "b.example", "10:00", text(1, 4)));
        assertThat(traced.get("b"))
                .extracting(Traced::wireAgency, Traced::wireBasis)
                .containsExactly("AFP", Traced.WireBasis.TEXT);
    }

    @Test
    void equalTimesLeaveTheOriginOpen() {
        Map<String, Traced> traced =
                trace(prepared("a", "a.example", "10:00", text(1, 5)), prepared("b", "b.example", "10:00", text(1, 5)));
        assertThat(traced.values()).extracting(Traced::originId).containsOnlyNulls();
        assertThat(traced.values()).extracting(Traced::cluster).containsOnly("a");
    }

    @Test
    void daysTellTheOriginWhereTheyLieFarEnoughApart() {
        Prepared first = onDay("first", LocalDate.of(2024, 6, 18));
        assertThat(trace(first, onDay("late", LocalDate.of(2024, 6, 21)))
                        .get("late")
                        .originId())
                .isEqualTo("first");
        assertThat(trace(first, onDay("late", LocalDate.of(2024, 6, 19)))
                        .get("late")
                        .originId())
                .as("a day begins and ends at other times elsewhere")
                .isNull();
    }

    private static Prepared onDay(String id, LocalDate day) {
        Article article = new Article(id, id + ".example", "en", null, day, null, List.of(), text(1, 5));
        return Stories.PREPARATION.prepare(id, article, List.of());
    }

    @Test
    void withoutTimesTheTextThatTheOthersCutIsTheOriginal() {
        Map<String, Traced> traced = trace(
                prepared("brief", "a.example", null, text(1, 3)), prepared("full", "b.example", null, text(1, 6)));
        assertThat(traced.get("brief").originId()).isEqualTo("full");
    }

    @Test
    void aDigestJoinsNoStories() {
        String digest = text(1, 3) + "\n\n" + text(2, 3) + "\n\n" + text(3, 3);
        Map<String, Traced> traced = trace(
                prepared("a", "a.example", "10:00", text(1, 3)),
                prepared("b", "b.example", "10:00", text(2, 3)),
                prepared("c", "c.example", "10:00", text(3, 3)),
                prepared("digest", "d.example", "12:00", digest));
        assertThat(traced.values()).extracting(Traced::size).containsOnly(1);
    }

    @Test
    void aStoryThatGrowsIsNotChainedToWhatSharesNothingWithTheFirstVersion() {
        List<String> all = paragraphs(1, 24);
        List<Prepared> versions = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String text = String.join("\n\n", all.subList(2 * i, 2 * i + 6));
            versions.add(prepared("v" + i, "o" + i + ".example", "1" + i + ":00", text));
        }
        Map<String, Traced> traced = trace(versions);
        assertThat(traced.get("v0").cluster()).isEqualTo(traced.get("v1").cluster());
        assertThat(traced.get("v0").cluster()).isNotEqualTo(traced.get("v9").cluster());
    }

    @Test
    void furnitureOfAnOutletIsNoSharedText() {
        String footer = "\n\n" + sentence(70, 60);
        List<Prepared> pages = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pages.add(prepared("p" + i, "a.example", "1" + i + ":00", text(10 + i, 1) + footer));
        }
        assertThat(trace(pages).values()).extracting(Traced::role).containsOnly(Role.ALONE);
    }

    @Test
    void aPassageThatManyStoriesPrintIsNoSharedText() {
        String treaty = "\n\n" + sentence(70, 60);
        List<Prepared> pages = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pages.add(prepared("long" + i, "o" + i + ".example", "1" + i + ":00", text(10 + i, 6) + treaty));
        }
        pages.add(prepared("short1", "s.example", "18:00", text(30, 1) + treaty));
        pages.add(prepared("short2", "t.example", "19:00", text(31, 1) + treaty));
        assertThat(trace(pages).values()).extracting(Traced::role).containsOnly(Role.ALONE);
    }

    @Test
    void copiesFarApartInTimeAreNotCompared() {
        Prepared early = prepared("a", "a.example", "10:00", text(1, 5));
        Prepared late = new Prepared(
                "b",
                "b.example",
                "en",
                early.publishedAt().plusSeconds(100 * 3600),
                null,
                Credit.NONE,
                null,
                early.words(),
                early.lengths(),
                early.blocks(),
                early.quoted(),
                early.hidden(),
                false,
                early.names(),
                early.numbers(),
                List.of());
        assertThat(trace(early, late).values()).extracting(Traced::size).containsOnly(1);
    }

    @Test
    void aLinkTellsHowMuchStandsInBothAndHowLate() {
        Prepared full = prepared("full", "a.example", "10:00", text(1, 6));
        Prepared cut = prepared("cut", "b.example", "11:30", text(1, 3));
        Link link = Comparison.of(Stories.STUDY.settings().reuse())
                .verify(cut, full)
                .orElseThrow();
        assertThat(link)
                .extracting(Link::sourceId, Link::targetId, Link::sourceShare, Link::targetShare, Link::lagSeconds)
                .containsExactly("full", "cut", 0.5, 1.0, 5400L);
        assertThat(link.alignedWords()).isEqualTo(120);
        assertThat(link.direction()).isEqualTo(Link.Direction.TIME);
        assertThat(link.basis()).isEqualTo(Link.Basis.TEXT);
    }
}
