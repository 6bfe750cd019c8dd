package org.pactlens.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.pactlens.stats.Interval;

/**
 * Articles against the gold of web pages, as {@code score_extraction.py} scores them: passages found and absent,
 * 4-token shingles of the full text, date, title, authors. Intervals of the headline figures draw whole domains.
 */
final class ExtractionScore {
    private enum Answer {
        EXACT,
        WRONG,
        MISSING
    }

    /** Passages that should be there and are or are not, passages that should not be there and are or are not. */
    private record Passages(int found, int lost, int kept, int dropped) {
        Passages plus(Passages o) {
            return new Passages(found + o.found, lost + o.lost, kept + o.kept, dropped + o.dropped);
        }

        double f1() {
            return kept + dropped == 0 ? Double.NaN : (double) (2 * found) / (2 * found + kept + lost);
        }

        /** F1, or recall where no passage was named that should not be there. */
        double headline() {
            return kept + dropped > 0 ? f1() : (double) found / (found + lost);
        }
    }

    /** What one page's gold allows to measure; null for the rest. */
    private record Page(
            String domain,
            boolean output,
            Passages segments,
            ShingleFit shingles,
            Answer date,
            Answer title,
            Answer authors) {}

    private final Section section;
    private final List<Page> pages;
    private final List<Figure> figures = new ArrayList<>();

    private ExtractionScore(Section section, List<Page> pages) {
        this.section = section;
        this.pages = pages;
    }

    /** Figures of each set and, over all sets, of each language. */
    static List<Figure> of(List<Row> gold, Map<String, Row> articles) {
        Map<String, List<Page>> sets = new TreeMap<>();
        Map<String, List<Page>> languages = new TreeMap<>();
        for (Row row : gold) {
            Page page = page(row, articles.get(row.required("url")));
            String set = row.has("set") ? row.text("set") : "all";
            sets.computeIfAbsent(set, s -> new ArrayList<>()).add(page);
            if (!row.language().isEmpty()) {
                languages
                        .computeIfAbsent(row.language(), l -> new ArrayList<>())
                        .add(page);
            }
        }
        List<Figure> figures = new ArrayList<>();
        sets.forEach((name, pages) ->
                figures.addAll(new ExtractionScore(new Section(Section.Kind.SET, name), pages).figures()));
        languages.forEach((name, pages) ->
                figures.addAll(new ExtractionScore(new Section(Section.Kind.LANGUAGE, name), pages).figures()));
        return figures;
    }

    private static Page page(Row gold, Row article) {
        String text = article == null || article.text("text") == null ? "" : article.text("text");
        return new Page(
                Domains.of(gold.required("url")),
                !text.codePoints().allMatch(Wording::isSpace),
                passages(gold, text),
                gold.has("text") && !gold.text("text").isEmpty() ? ShingleFit.of(gold, text) : null,
                date(gold.text("published_date"), article),
                title(gold.text("title"), article),
                authors(gold.texts("authors"), article));
    }

    private static Passages passages(Row gold, String text) {
        List<String> with = gold.texts("with");
        List<String> without = gold.texts("without");
        if (with.isEmpty() && without.isEmpty()) {
            return null;
        }
        String flat = Wording.spaced(text);
        int found = (int)
                with.stream().filter(p -> flat.contains(Wording.spaced(p))).count();
        int kept = (int)
                without.stream().filter(p -> flat.contains(Wording.spaced(p))).count();
        return new Passages(found, with.size() - found, kept, without.size() - kept);
    }

    private static Answer date(String wanted, Row article) {
        if (wanted == null || wanted.isEmpty()) {
            return null;
        }
        String given = article == null ? null : article.text("published_date");
        if (article != null && (given == null || given.isEmpty())) {
            given = article.text("published_at");
        }
        String day = given == null ? "" : Wording.slice(given, 0, "YYYY-MM-DD".length());
        return answer(day.isEmpty(), day.equals(wanted));
    }

    private static Answer title(String wanted, Row article) {
        if (wanted == null || wanted.isEmpty()) {
            return null;
        }
        String title = article == null ? "" : Wording.plain(article.text("title"));
        return answer(title.isEmpty(), title.equals(Wording.plain(wanted)));
    }

    private static Answer authors(List<String> wanted, Row article) {
        if (wanted.isEmpty()) {
            return null;
        }
        Set<String> names = article == null ? Set.of() : names(article.texts("authors"));
        return answer(names.isEmpty(), names.equals(names(wanted)));
    }

    private static Set<String> names(List<String> names) {
        return names.stream().map(Wording::plain).filter(n -> !n.isEmpty()).collect(Collectors.toSet());
    }

    private static Answer answer(boolean missing, boolean same) {
        return missing ? Answer.MISSING : same ? Answer.EXACT : Answer.WRONG;
    }

    private List<Figure> figures() {
        figures.add(Figure.count(section, "pages", "pages", pages.size()));
        figures.add(Figure.count(
                section,
                "pages",
                "without_output",
                pages.stream().filter(p -> !p.output).count()));
        segments();
        shingles();
        answers("date", Page::date);
        answers("title", Page::title);
        answers("authors", Page::authors);
        return figures;
    }

    private void segments() {
        List<Page> measured = measured(Page::segments);
        if (measured.isEmpty()) {
            return;
        }
        Interval interval = interval(measured, sample -> passages(sample).headline());
        Passages all = passages(measured);
        boolean judged = all.kept + all.dropped > 0;
        if (judged) {
            figures.add(rate("segments", "f1", all.f1(), measured.size(), interval));
            figures.add(Figure.share(section, "segments", "precision", all.found, all.found + all.kept));
        }
        Figure recall = Figure.share(section, "segments", "recall", all.found, all.found + all.lost);
        figures.add(judged ? recall : rate("segments", "recall", recall.value(), recall.n(), interval));
        figures.add(Figure.count(section, "segments", "found", all.found));
        figures.add(Figure.count(section, "segments", "lost", all.lost));
        figures.add(Figure.count(section, "segments", "unwanted_kept", all.kept));
        figures.add(Figure.count(section, "segments", "unwanted_dropped", all.dropped));
    }

    private static Passages passages(List<Page> pages) {
        return pages.stream().map(Page::segments).reduce(new Passages(0, 0, 0, 0), Passages::plus);
    }

    private void shingles() {
        List<Page> measured = measured(Page::shingles);
        if (!measured.isEmpty()) {
            mean("f1", measured, ShingleFit::f1);
            mean("precision", measured, ShingleFit::precision);
            mean("recall", measured, ShingleFit::recall);
        }
    }

    private void mean(String name, List<Page> measured, ToDoubleFunction<ShingleFit> figure) {
        ToDoubleFunction<List<Page>> mean = sample -> {
            double sum = 0;
            for (Page page : sample) {
                sum += figure.applyAsDouble(page.shingles);
            }
            return sum / sample.size();
        };
        figures.add(rate("shingles", name, mean.applyAsDouble(measured), measured.size(), interval(measured, mean)));
    }

    private void answers(String field, Function<Page, Answer> answer) {
        List<Page> measured = measured(answer);
        if (measured.isEmpty()) {
            return;
        }
        Map<Answer, Integer> counts = new HashMap<>();
        measured.forEach(p -> counts.merge(answer.apply(p), 1, Integer::sum));
        for (Answer a : Answer.values()) {
            Figure share = Figure.share(
                    section, field, a.name().toLowerCase(Locale.ROOT), counts.getOrDefault(a, 0), measured.size());
            figures.add(
                    a != Answer.EXACT
                            ? share
                            : rate(
                                    field,
                                    share.name(),
                                    share.value(),
                                    share.n(),
                                    interval(
                                            measured,
                                            sample -> (double) sample.stream()
                                                            .filter(p -> answer.apply(p) == a)
                                                            .count()
                                                    / sample.size())));
        }
    }

    private List<Page> measured(Function<Page, ?> measure) {
        return pages.stream().filter(p -> measure.apply(p) != null).toList();
    }

    private Figure rate(String measure, String name, double value, int n, Interval interval) {
        return Figure.rate(section, measure, name, value, n, interval);
    }

    private static Interval interval(List<Page> measured, ToDoubleFunction<List<Page>> figure) {
        List<List<Page>> domains = List.copyOf(measured.stream()
                .collect(Collectors.groupingBy(Page::domain, TreeMap::new, Collectors.toList()))
                .values());
        List<Page> sample = new ArrayList<>();
        return Resampling.byChoice(domains.size(), drawn -> {
            sample.clear();
            for (int d : drawn) {
                sample.addAll(domains.get(d));
            }
            return figure.applyAsDouble(sample);
        });
    }

    /** How well a text's shingles, counted with repetition, cover the gold's. */
    private record ShingleFit(double precision, double recall, double f1) {
        private static final Set<String> SPACELESS = Set.of("zh", "ja", "ko", "th", "my", "km", "lo");
        private static final int LENGTH = 4;

        static ShingleFit of(Row page, String text) {
            boolean spaceless = spaceless(page);
            Map<String, Integer> gold = shingles(page.text("text"), spaceless);
            Map<String, Integer> got = shingles(text, spaceless);
            // The title and what may be kept or left out count neither for nor against.
            Set<String> neutral =
                    new HashSet<>(shingles(page.text("title"), spaceless).keySet());
            neutral.addAll(shingles(page.text("optional"), spaceless).keySet());
            if (!neutral.containsAll(gold.keySet())) {
                gold.keySet().removeAll(neutral);
                got.keySet().removeAll(neutral);
            }
            int common = 0;
            for (var shingle : gold.entrySet()) {
                common += Math.min(shingle.getValue(), got.getOrDefault(shingle.getKey(), 0));
            }
            double precision = got.isEmpty() ? 0 : (double) common / sum(got);
            double recall = gold.isEmpty() ? 0 : (double) common / sum(gold);
            return new ShingleFit(precision, recall, Counts.harmonic(precision, recall));
        }

        private static int sum(Map<String, Integer> counts) {
            return counts.values().stream().mapToInt(n -> n).sum();
        }

        private static boolean spaceless(Row page) {
            if (!page.language().isEmpty()) {
                return SPACELESS.contains(page.language().split("-", -1)[0].toLowerCase(Locale.ROOT));
            }
            String text = page.text("text");
            return 4 * text.codePoints().filter(ShingleFit::isSpaceless).count() > Wording.length(text);
        }

        private static boolean isSpaceless(int c) {
            return c >= 0x0e00 && c <= 0x0e7f
                    || c >= 0x1000 && c <= 0x109f
                    || c >= 0x3040 && c <= 0x30ff
                    || c >= 0x3400 && c <= 0x9fff
                    || c >= 0xac00 && c <= 0xd7af;
        }

        private static Map<String, Integer> shingles(String text, boolean spaceless) {
            String plain = Wording.plain(text);
            List<String> units = spaceless
                    ? plain.replace(" ", "")
                            .codePoints()
                            .mapToObj(Character::toString)
                            .toList()
                    : plain.isEmpty() ? List.of() : List.of(plain.split(" "));
            Map<String, Integer> counts = new HashMap<>();
            if (!units.isEmpty()) {
                for (int i = 0; i == 0 || i + LENGTH <= units.size(); i++) {
                    counts.merge(
                            String.join(" ", units.subList(i, Math.min(i + LENGTH, units.size()))), 1, Integer::sum);
                }
            }
            return counts;
        }
    }
}
