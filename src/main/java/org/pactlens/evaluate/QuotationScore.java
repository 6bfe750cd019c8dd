package org.pactlens.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.pactlens.UserError;
import org.pactlens.stats.Interval;
import org.pactlens.text.Span;

/** Found quotations and their speakers against gold, as {@code score_quotations.py} scores them. */
final class QuotationScore {
    private static final double LEAST_LIKENESS = .5;
    private static final String EDGE = " \t\r\n\u00a0\"'“”„‟«»‹›‘’‚「」『』《》〈〉＂.,;:!?…-–—";
    private static final String NO_CONFIDENCE = "none";

    /**
     * A quotation as gold or output has it.
     *
     * @param core without marks and white space at its ends
     * @param pieces of one that is interrupted; empty for most
     * @param marked words in marks of a reported clause; empty for most
     */
    private record Quotation(Row row, Span whole, Span core, List<Span> pieces, List<Span> marked) {
        static List<Quotation> list(Row row) {
            return row.rows("quotations").stream().map(Quotation::of).toList();
        }

        private static Quotation of(Row row) {
            Span whole = row.span();
            String text = row.text("text");
            boolean exact = text != null && Wording.length(text) == whole.length();
            String words = exact ? text : null;
            return new Quotation(
                    row,
                    whole,
                    trimmed(whole, words),
                    parts(row, "spans", whole, words),
                    parts(row, "marked", whole, words));
        }

        private static List<Span> parts(Row row, String key, Span whole, String words) {
            return row.spans(key).stream()
                    .map(p -> trimmed(p, words == null ? null : part(words, p, whole.start())))
                    .toList();
        }

        private static String part(String words, Span part, int start) {
            return part.start() < start ? "" : Wording.slice(words, part.start() - start, part.end() - start);
        }

        private static Span trimmed(Span span, String text) {
            if (text == null || Wording.length(text) != span.length()) {
                return span;
            }
            int[] letters = text.codePoints().toArray();
            int from = 0;
            while (from < letters.length && EDGE.indexOf(letters[from]) >= 0) {
                from++;
            }
            int to = letters.length;
            while (to > from && EDGE.indexOf(letters[to - 1]) >= 0) {
                to--;
            }
            return from == to ? span : new Span(span.start() + from, span.start() + to);
        }

        String text(String key) {
            return row.text(key);
        }

        /** Named, and not by a pronoun. */
        boolean isNamed() {
            String speaker = text("speaker");
            return speaker != null && !speaker.isEmpty() && !Speakers.isPronoun(speaker);
        }

        String kind() {
            return text("kind") == null ? "None" : text("kind");
        }

        String tier() {
            Double c = row.unit("confidence");
            return c == null
                    ? NO_CONFIDENCE
                    : c >= .9 ? "0.9-1.0" : c >= .7 ? "0.7-0.9" : c >= .5 ? "0.5-0.7" : "0.0-0.5";
        }
    }

    private final Set<String> kinds;
    private final boolean marked;

    /**
     * @param kinds of gold quotations that are scored; empty for all
     * @param marked whether the words in marks of a mixed quotation find it too
     */
    QuotationScore(Set<String> kinds, boolean marked) {
        this.kinds = Set.copyOf(kinds);
        this.marked = marked;
    }

    /** Figures over all articles, by set and by language. */
    List<Figure> of(List<Row> gold, Map<String, Row> coded) {
        Set<String> known = new TreeSet<>();
        gold.forEach(row -> Quotation.list(row).forEach(q -> known.add(q.kind())));
        if (!kinds.isEmpty() && known.stream().noneMatch(kinds::contains)) {
            throw UserError.of(
                    "--kinds " + String.join(",", new TreeSet<>(kinds)),
                    "the gold has no quotation of these kinds",
                    "Its kinds are " + String.join(", ", known) + ".");
        }
        List<Figure> figures = new ArrayList<>();
        Sections.of(gold, "set").forEach((section, rows) -> {
            List<Map<String, Integer>> articles = rows.stream()
                    .sorted(Comparator.comparing(row -> row.required("url")))
                    .map(row -> count(row, coded.getOrDefault(row.required("url"), Row.EMPTY)))
                    .toList();
            figures.addAll(figures(section, articles));
        });
        return figures;
    }

    private boolean isAsked(Quotation gold) {
        return !gold.row.isTrue("optional") && (kinds.isEmpty() || kinds.contains(gold.kind()));
    }

    private double likeness(Quotation gold, Quotation found) {
        double best = Pairing.likeness(gold.core, found.core);
        for (Span piece : gold.pieces) {
            best = Math.max(best, Pairing.likeness(piece, found.core));
        }
        if (marked) {
            for (Span words : gold.marked) {
                best = Math.max(best, Pairing.likeness(words, found.core));
            }
        }
        return best;
    }

    private Map<String, Integer> count(Row goldRow, Row codedRow) {
        List<Quotation> gold = Quotation.list(goldRow);
        List<Quotation> scored = gold.stream().filter(this::isAsked).toList();
        List<Quotation> other = gold.stream().filter(g -> !isAsked(g)).toList();
        List<Quotation> found = Quotation.list(codedRow).stream()
                .filter(f -> kinds.isEmpty() || f.text("kind") == null || kinds.contains(f.kind()))
                .toList();
        List<Pairing.Pair> pairs = Pairing.of(scored.size(), found.size(), LEAST_LIKENESS, (g, f) -> {
            boolean near = scored.get(g).whole.overlaps(found.get(f).whole);
            return near ? likeness(scored.get(g), found.get(f)) : 0;
        });
        Map<Integer, Quotation> goldOf = new HashMap<>();
        pairs.forEach(p -> goldOf.put(p.found(), scored.get(p.gold())));
        // Further pieces of what was found, and what is not asked for, count neither for nor against.
        List<Quotation> neutral = new ArrayList<>(other);
        goldOf.values().stream()
                .filter(g -> !g.pieces.isEmpty() || marked && !g.marked.isEmpty())
                .forEach(neutral::add);

        Map<String, Integer> counts = new HashMap<>();
        scored.forEach(g -> add(counts, "gold " + g.kind(), 1));
        add(counts, "gold", scored.size());
        add(counts, "named_gold", (int)
                scored.stream().filter(Quotation::isNamed).count());
        characters(counts, scored, found, other);
        for (int f = 0; f < found.size(); f++) {
            Quotation spot = found.get(f);
            Quotation match = goldOf.get(f);
            if (match == null && neutral.stream().anyMatch(g -> likeness(g, spot) >= LEAST_LIKENESS)) {
                continue;
            }
            add(counts, "found", 1);
            add(counts, "tier " + spot.tier(), 1);
            if (match != null) {
                pair(counts, match, spot);
            }
        }
        return counts;
    }

    private void characters(
            Map<String, Integer> counts, List<Quotation> scored, List<Quotation> found, List<Quotation> other) {
        BitSet gold = characters(scored);
        BitSet ours = characters(found);
        if (!kinds.isEmpty()) {
            BitSet skipped = characters(other);
            gold.andNot(skipped);
            ours.andNot(skipped);
        }
        add(counts, "char_gold", gold.cardinality());
        add(counts, "char_found", ours.cardinality());
        gold.and(ours);
        add(counts, "char_hit", gold.cardinality());
    }

    private static BitSet characters(List<Quotation> quotations) {
        BitSet characters = new BitSet();
        for (Quotation quotation : quotations) {
            for (Span piece : quotation.pieces.isEmpty() ? List.of(quotation.core) : quotation.pieces) {
                characters.set(piece.start(), piece.end());
            }
        }
        return characters;
    }

    private static void pair(Map<String, Integer> counts, Quotation gold, Quotation found) {
        String tier = found.tier();
        add(counts, "hit", 1);
        add(counts, "hit " + gold.kind(), 1);
        add(counts, "tier_hit " + tier, 1);
        String group = gold.text("group");
        if (group != null && !group.isEmpty() && found.text("group") != null) {
            add(counts, "group", 1);
            add(counts, "group_right", group.equals(found.text("group")) ? 1 : 0);
        }
        boolean right = speaker(counts, gold, found);
        if (gold.isNamed()) {
            add(counts, "tier_named " + tier, 1);
            add(counts, "tier_right " + tier, right ? 1 : 0);
        }
    }

    /** Whether the speaker is named and right. */
    private static boolean speaker(Map<String, Integer> counts, Quotation gold, Quotation found) {
        String wanted = gold.text("speaker");
        List<String> names = gold.row.texts("names");
        if (wanted == null) {
            add(counts, "speaker_none_gold", 1);
            return false;
        }
        if (Speakers.isPronoun(wanted) && names.isEmpty()) {
            add(counts, "speaker_pronoun", 1);
            return false;
        }
        String given = found.text("speaker");
        boolean missing = given == null || given.isEmpty();
        boolean right =
                !missing && (Speakers.same(wanted, given) || names.stream().anyMatch(n -> Speakers.same(n, given)));
        add(counts, "named", 1);
        add(counts, missing ? "speaker_null" : right ? "speaker_right" : "speaker_wrong", 1);
        return right;
    }

    private static void add(Map<String, Integer> counts, String key, int n) {
        counts.merge(key, n, Integer::sum);
    }

    private static List<Figure> figures(Section section, List<Map<String, Integer>> articles) {
        Map<String, Integer> all = new HashMap<>();
        articles.forEach(a -> a.forEach((key, n) -> add(all, key, n)));
        Totals total = new Totals(section, all);
        List<Figure> figures = new ArrayList<>();
        total.detection("detection", "", articles, figures);
        total.detection("characters", "char_", articles, figures);
        for (String kind : total.under("gold ")) {
            figures.add(total.share("found " + kind, "recall", "hit " + kind, "gold " + kind));
        }
        figures.add(total.share("speaker", "right", "speaker_right", "named"));
        figures.add(total.share("speaker", "wrong", "speaker_wrong", "named"));
        figures.add(total.share("speaker", "null", "speaker_null", "named"));
        int given = total.of("speaker_right") + total.of("speaker_wrong");
        figures.add(Figure.share(section, "speaker", "right_where_given", total.of("speaker_right"), given));
        figures.add(Figure.count(section, "unscored", "pronoun_pairs", total.of("speaker_pronoun")));
        figures.add(Figure.count(section, "unscored", "gold_without_speaker", total.of("speaker_none_gold")));
        figures.add(total.share("attribution", "recall", "speaker_right", "named_gold"));
        figures.add(total.share("group", "share", "group_right", "group"));
        for (String tier : total.under("tier ")) {
            figures.add(Figure.count(section, "confidence " + tier, "found", total.of("tier " + tier)));
            figures.add(total.share("confidence " + tier, "paired", "tier_hit " + tier, "tier " + tier));
            figures.add(total.share("confidence " + tier, "speaker_right", "tier_right " + tier, "tier_named " + tier));
        }
        return figures;
    }

    /** Sums over the articles of a section. */
    private record Totals(Section section, Map<String, Integer> counts) {
        int of(String key) {
            return counts.getOrDefault(key, 0);
        }

        Figure share(String measure, String name, String part, String whole) {
            return Figure.share(section, measure, name, of(part), of(whole));
        }

        /** What follows the prefix in the keys that begin with it. */
        Set<String> under(String prefix) {
            Set<String> names = new TreeSet<>();
            counts.keySet().stream()
                    .filter(key -> key.startsWith(prefix))
                    .forEach(key -> names.add(key.substring(prefix.length())));
            return names;
        }

        /**
         * Precision, recall and F1. Characters hang together, so their intervals draw whole articles throughout; those
         * of found quotations are Wilson's but for F1.
         */
        void detection(String measure, String prefix, List<Map<String, Integer>> articles, List<Figure> figures) {
            List<Counts> each = articles.stream().map(a -> detected(a, prefix)).toList();
            Counts all = detected(counts, prefix);
            boolean drawn = !prefix.isEmpty();
            figures.add(rate(measure, "f1", Counts::f1, all, articles.size(), drawn(each, Counts::f1)));
            figures.add(rate(
                    measure,
                    "precision",
                    Counts::precision,
                    all,
                    all.claimed(),
                    drawn ? drawn(each, Counts::precision) : Figure.wilson(all.precision(), all.claimed())));
            figures.add(rate(
                    measure,
                    "recall",
                    Counts::recall,
                    all,
                    all.wanted(),
                    drawn ? drawn(each, Counts::recall) : Figure.wilson(all.recall(), all.wanted())));
        }

        private Figure rate(
                String measure, String name, ToDoubleFunction<Counts> rate, Counts of, int n, Interval interval) {
            return Figure.rate(section, measure, name, defined(of, rate), n, interval);
        }

        private static Interval drawn(List<Counts> each, ToDoubleFunction<Counts> rate) {
            return Resampling.byRange(each.size(), drawn -> {
                Counts sum = Counts.NONE;
                for (int d : drawn) {
                    sum = sum.plus(each.get(d));
                }
                return defined(sum, rate);
            });
        }

        /** NaN where there is nothing in the gold and nothing was found. */
        private static double defined(Counts counts, ToDoubleFunction<Counts> rate) {
            return counts.claimed() == 0 && counts.wanted() == 0 ? Double.NaN : rate.applyAsDouble(counts);
        }

        private static Counts detected(Map<String, Integer> counts, String prefix) {
            return new Counts(
                    counts.getOrDefault(prefix + "hit", 0),
                    counts.getOrDefault(prefix + "found", 0),
                    counts.getOrDefault(prefix + "gold", 0));
        }
    }
}
