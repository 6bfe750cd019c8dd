package org.pactlens.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pactlens.text.Span;

/**
 * Coded articles against a coding sheet, as {@code score_coding.py} scores them: relevance of all, and of the relevant
 * ones frames with voice, group and target, names, quotations with their speaker's group, caveats, wire credit.
 *
 * <p>A sheet's {@code text} is title, blank line, body, and its offsets count there; output counts in the body, or with
 * {@code in_title} in the title. Rows of a sheet with {@code "coded": false} are scored for relevance and wire alone.
 */
final class CodingScore {
    /** Intersection over union: coders cut spans differently, but a whole sentence is no hit. */
    private static final double LEAST_LIKENESS = .2;

    private static final int LONGEST_NAME = 100;
    /** Agencies in one credit; the sheet codes one of them. */
    private static final int MIXED_CREDIT = 3;

    private static final String RELAYED_NOT_COPIED = "named_source";
    private static final String OWN_GROUP = "OUTLET";
    private static final String HEADLINE = "headline";
    private static final Set<String> OWN_VOICES = Set.of("outlet", HEADLINE);

    /** One coded stretch, placed in the sheet's text. */
    private record Hit(Span span, Row row) {
        String text(String key) {
            return row.text(key);
        }
    }

    private record Match(Hit gold, Hit coded) {}

    private final RelevanceScore relevance;

    CodingScore(RelevanceScore relevance) {
        this.relevance = relevance;
    }

    /** Figures over all articles and by language. */
    List<Figure> of(List<Row> gold, Map<String, Row> coded) {
        List<Figure> figures = new ArrayList<>();
        Sections.of(gold, "set").forEach((section, rows) -> {
            Tallies tallies = new Tallies();
            List<int[]> grades = new ArrayList<>();
            for (Row row : rows) {
                Row answer = coded.getOrDefault(url(row), Row.EMPTY);
                int wanted = row.whole("relevance", 3, 0);
                tallies.open();
                relevance.add(tallies, wanted, row.text("near_miss_of"), answer);
                if (RelevanceScore.isRelevant(wanted)
                        && row.json().path("coded").asBoolean(true)) {
                    frames(tallies, row, answer);
                    names(tallies, row, answer);
                    quotations(tallies, row, answer);
                    caveats(tallies, row.row("article4"), answer.row("article4"));
                }
                wire(tallies, row.row("wire"), answer.row("wire"));
                grades.add(new int[] {wanted, RelevanceScore.grade(answer)});
            }
            figures.addAll(tallies.figures(section));
            figures.add(RelevanceScore.alpha(section, grades));
        });
        return figures;
    }

    /** The sheet names domain and id, from which the address is made, unless it gives one. */
    static String url(Row gold) {
        return gold.has("url")
                ? gold.required("url")
                : "https://" + gold.required("domain") + "/" + gold.required("id");
    }

    /** The body of a sheet's text: what follows the title and the line breaks after it, where the text begins with it. */
    static String body(Row gold) {
        return Wording.slice(gold.required("text"), bodyStart(gold), Integer.MAX_VALUE);
    }

    private static int bodyStart(Row gold) {
        String text = gold.required("text");
        String title = gold.text("title");
        if (title == null || !text.startsWith(title)) {
            return 0;
        }
        int start = title.length();
        while (start < text.length() && text.charAt(start) == '\n') {
            start++;
        }
        return text.codePointCount(0, Math.min(start, text.length()));
    }

    private static List<Hit> gold(Row sheet, String key) {
        return sheet.rows(key).stream().map(r -> new Hit(r.span(), r)).toList();
    }

    private static List<Hit> coded(Row answer, String key, int bodyStart) {
        return answer.rows(key).stream()
                .map(r -> new Hit(placed(r, bodyStart), r))
                .toList();
    }

    private static Span placed(Row hit, int bodyStart) {
        Span span = hit.span();
        return hit.isTrue("in_title") ? span : new Span(span.start() + bodyStart, span.end() + bodyStart);
    }

    private static List<Match> matches(List<Hit> gold, List<Hit> coded, BiPredicate<Hit, Hit> same) {
        return Pairing.of(gold.size(), coded.size(), 1, (g, c) -> {
                    Span a = gold.get(g).span;
                    Span b = coded.get(c).span;
                    int overlap = Pairing.overlap(a, b);
                    int union = Math.max(a.end(), b.end()) - Math.min(a.start(), b.start());
                    boolean fits = overlap >= LEAST_LIKENESS * union && same.test(gold.get(g), coded.get(c));
                    return fits ? overlap : 0;
                })
                .stream()
                .map(p -> new Match(gold.get(p.gold()), coded.get(p.found())))
                .toList();
    }

    private static void frames(Tallies tallies, Row sheet, Row answer) {
        List<Hit> gold = gold(sheet, "frames");
        List<Hit> coded = coded(answer, "frames", bodyStart(sheet));
        List<Match> matches = matches(gold, coded, (g, c) -> same(g, c, "frame"));
        tallies.add("frames_hits", new Counts(matches.size(), coded.size(), gold.size()));
        tallies.add("frames_documents", common(frames(gold), frames(coded)));
        tallies.add("frames_own_voice", common(frames(own(gold)), frames(own(coded))));
        int titleEnd = Wording.length(sheet.required("title"));
        share(tallies, "voice", matches, m -> sameVoice(m, titleEnd));
        List<Match> others = matches.stream()
                .filter(m -> !OWN_GROUP.equals(m.gold.text("source_group")))
                .toList();
        share(tallies, "group", others, m -> same(m.gold, m.coded, "source_group"));
        share(tallies, "target", matches, m -> same(m.gold, m.coded, "target"));
    }

    private static boolean same(Hit gold, Hit coded, String key) {
        return Objects.equals(gold.text(key), coded.text(key));
    }

    /** In the title {@code headline} is right whatever the marks, and so is the voice that the marks give. */
    private static boolean sameVoice(Match match, int titleEnd) {
        boolean headline = HEADLINE.equals(match.coded.text("voice")) || HEADLINE.equals(match.gold.text("voice"));
        return same(match.gold, match.coded, "voice") || match.gold.span.end() <= titleEnd && headline;
    }

    private static void share(Tallies tallies, String measure, List<Match> matches, Function<Match, Boolean> right) {
        tallies.addShare(measure, (int) matches.stream().filter(right::apply).count(), matches.size());
    }

    private static List<Hit> own(List<Hit> hits) {
        return hits.stream()
                .filter(h -> h.text("voice") != null && OWN_VOICES.contains(h.text("voice")))
                .toList();
    }

    private static Set<String> frames(List<Hit> hits) {
        Set<String> frames = new HashSet<>();
        hits.forEach(h -> frames.add(h.text("frame")));
        return frames;
    }

    private static Counts common(Set<String> gold, Set<String> coded) {
        return new Counts((int) gold.stream().filter(coded::contains).count(), coded.size(), gold.size());
    }

    /** Distinct forms: a form counts once an article, and is found by any longer or shorter one around it. */
    private static void names(Tallies tallies, Row sheet, Row answer) {
        Set<String> wanted = sheet.rows("names_used").stream()
                .map(n -> form(n.required("term")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> claimed = new LinkedHashSet<>();
        for (Hit hit : coded(answer, "names_used", bodyStart(sheet))) {
            int end = Math.min(hit.span.end(), hit.span.start() + LONGEST_NAME);
            claimed.add(form(Wording.slice(sheet.required("text"), hit.span.start(), end)));
        }
        int found = (int) wanted.stream()
                .filter(w -> claimed.stream().anyMatch(c -> c.contains(w) || !c.isEmpty() && w.contains(c)))
                .count();
        tallies.add("names", new Counts(found, Math.max(claimed.size(), found), wanted.size()));
    }

    private static String form(String term) {
        return Wording.spaced(Wording.lower(term));
    }

    private static void quotations(Tallies tallies, Row sheet, Row answer) {
        List<Hit> gold = gold(sheet, "quotations");
        List<Hit> marked = coded(answer, "quotations", bodyStart(sheet)).stream()
                .filter(q -> !"indirect".equals(q.text("kind")))
                .toList();
        List<Match> matches = matches(gold, marked, (g, c) -> true);
        tallies.add("quotations", new Counts(matches.size(), marked.size(), gold.size()));
        share(tallies, "speaker_group", matches, m -> same(m.gold, m.coded, "group"));
    }

    private static void caveats(Tallies tallies, Row sheet, Row answer) {
        for (String caveat : List.of("mentioned", "art51", "national_law")) {
            tallies.add("article4", Counts.yes(sheet.isTrue(caveat), answer.isTrue(caveat)));
        }
    }

    private static void wire(Tallies tallies, Row sheet, Row answer) {
        Set<String> agencies = agencies(answer);
        boolean wanted = sheet.has("agency") && !RELAYED_NOT_COPIED.equals(sheet.text("basis"));
        boolean right = wanted
                && agencies.contains(sheet.required("agency").toUpperCase(Locale.ROOT))
                && agencies.size() <= MIXED_CREDIT;
        tallies.add("wire", new Counts(right ? 1 : 0, agencies.isEmpty() ? 0 : 1, wanted ? 1 : 0));
    }

    /** One id, or a list of a mixed credit. */
    private static Set<String> agencies(Row wire) {
        List<String> ids = wire.json().path("agency").isArray()
                ? wire.texts("agency")
                : wire.has("agency") && !wire.text("agency").isEmpty() ? List.of(wire.text("agency")) : List.of();
        return ids.stream().map(id -> id.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
