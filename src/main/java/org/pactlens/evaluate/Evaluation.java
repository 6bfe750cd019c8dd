package org.pactlens.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.pactlens.UserError;

/**
 * Scores output rows against gold rows; which scorer is asked follows from the kind of output and the keys of the gold.
 *
 * @param lookAlikeAliases ids of look-alikes in older sheets, to the ids that are written
 * @param agencyNames names of agencies, lower case and without marks, to one name of each
 * @param quotationKinds kinds of gold quotations that are scored; empty for all
 * @param marked whether a mixed quotation is also found by its words in marks
 */
public record Evaluation(
        Map<String, String> lookAlikeAliases,
        Map<String, String> agencyNames,
        Set<String> quotationKinds,
        boolean marked) {

    /** What is scored, named as the contract names the files. */
    public enum Output {
        ARTICLES,
        CODED,
        REUSE
    }

    /** What a gold file holds, told by the keys of its rows. */
    private enum Shape {
        PAGES,
        SHEET,
        GRADES,
        QUOTATIONS,
        FAMILIES
    }

    public Evaluation {
        lookAlikeAliases = Map.copyOf(lookAlikeAliases);
        agencyNames = Map.copyOf(agencyNames);
        quotationKinds = Set.copyOf(quotationKinds);
    }

    /**
     * All figures, section by section. A gold row without an output row counts as one in which nothing was found; an
     * output row without gold is passed over.
     *
     * @param gold at least one row
     * @param output at least one row
     * @throws UserError where a row has no url or (labels apart) one that stood before, no url is in both, a value is of a wrong type,
     *     or the gold's shape is not known
     */
    public List<Figure> score(Output kind, List<Row> gold, List<Row> output) {
        Shape shape = shape(kind, gold);
        return shape == Shape.GRADES ? score(shape, numbered(gold), numbered(output)) : score(shape, gold, output);
    }

    /** Labels may hold several versions of an article: the n-th row of a url is answered by its n-th. */
    private static List<Row> numbered(List<Row> rows) {
        Map<String, Integer> seen = new HashMap<>();
        List<Row> numbered = new ArrayList<>();
        for (Row row : rows) {
            int n = seen.merge(row.required("url"), 1, Integer::sum);
            numbered.add(n == 1 ? row : row.with("url", row.required("url") + " (" + n + ")"));
        }
        return numbered;
    }

    private List<Figure> score(Shape shape, List<Row> gold, List<Row> output) {
        Function<Row, String> goldUrl = shape == Shape.SHEET ? CodingScore::url : row -> row.required("url");
        Set<String> goldUrls = byUrl(gold, goldUrl).keySet();
        Map<String, Row> answers = byUrl(output, row -> row.required("url"));
        if (answers.keySet().stream().noneMatch(goldUrls::contains)) {
            throw UserError.of(
                    output.get(0).place(),
                    "no url of this file is in the gold; here the first is "
                            + output.get(0).text("url") + ", there "
                            + goldUrls.iterator().next(),
                    "Score an output that was made from the gold's own articles.");
        }
        if (shape != Shape.QUOTATIONS && (marked || !quotationKinds.isEmpty())) {
            throw UserError.of(
                    "--kinds, --marked", "this gold is no gold of quotations alone", "Leave these options out.");
        }
        RelevanceScore relevance = new RelevanceScore(lookAlikeAliases);
        return switch (shape) {
            case PAGES -> ExtractionScore.of(gold, answers);
            case SHEET -> new CodingScore(relevance).of(gold, answers);
            case GRADES -> relevance.of(gold, answers);
            case QUOTATIONS -> new QuotationScore(quotationKinds, marked).of(gold, answers);
            case FAMILIES -> FamilyScore.of(gold, answers, agencyNames);
        };
    }

    /**
     * Agreement of two coders on the articles that both graded, as if the second's grades were an output.
     *
     * @return alpha of the grades, the share of equal ones, and of look-alikes; by set and by language
     */
    public List<Figure> agreement(List<Row> first, List<Row> second) {
        Map<String, Row> grades =
                byUrl(numbered(second).stream().filter(row -> row.has("grade")).toList(), row -> row.required("url"));
        List<Row> both = numbered(first).stream()
                .filter(row -> row.has("grade") && grades.containsKey(row.required("url")))
                .toList();
        if (both.isEmpty()) {
            throw UserError.of(
                    second.get(0).place(), "no article of this sheet is graded in both", "Give sheets of one sample.");
        }
        return new RelevanceScore(lookAlikeAliases)
                .of(both, grades).stream()
                        .filter(figure -> !figure.measure().startsWith("relevant"))
                        .toList();
    }

    /**
     * How many relevant articles there are, also unseen, by those that the rules find and those that another, independent way of
     * finding gave; too few where both miss the same ({@link org.pactlens.stats.CaptureRecapture}).
     *
     * @param found rows with the address of each article that the other way gave
     */
    public static List<Figure> unseen(List<Row> gold, List<Row> output, List<Row> found) {
        Function<Row, String> url = row -> row.required("url");
        return RelevanceScore.unseen(
                numbered(gold),
                byUrl(numbered(output), url),
                byUrl(numbered(found), url).keySet());
    }

    /** The address and the body of a coding sheet's row, whose text begins with its title. */
    public static SheetArticle article(Row sheet) {
        return new SheetArticle(CodingScore.url(sheet), CodingScore.body(sheet));
    }

    /** What must be coded to be scored against a sheet. */
    public record SheetArticle(String url, String text) {}

    private static Map<String, Row> byUrl(List<Row> rows, Function<Row, String> url) {
        Map<String, Row> byUrl = new LinkedHashMap<>();
        for (Row row : rows) {
            Row before = byUrl.putIfAbsent(url.apply(row), row);
            if (before != null) {
                throw UserError.of(
                        row.place(),
                        url.apply(row) + " stood before, in " + before.place(),
                        "Keep one row for each url, of several captures the newest.");
            }
        }
        return byUrl;
    }

    private static Shape shape(Output kind, List<Row> gold) {
        Row first = gold.get(0);
        return switch (kind) {
            case ARTICLES -> known(first, Shape.PAGES, anyHas(gold, "text", "with", "title", "published_date"));
            case REUSE -> known(first, Shape.FAMILIES, first.has("cluster"));
            case CODED ->
                first.has("relevance") && first.has("text")
                        ? Shape.SHEET
                        : anyHas(gold, "grade")
                                ? Shape.GRADES
                                : known(
                                        first,
                                        Shape.QUOTATIONS,
                                        first.json().path("quotations").isArray());
        };
    }

    private static boolean anyHas(List<Row> gold, String... keys) {
        return gold.stream().anyMatch(row -> List.of(keys).stream().anyMatch(row::has));
    }

    private static Shape known(Row first, Shape shape, boolean is) {
        if (!is) {
            Set<String> keys = new TreeSet<>();
            first.json().fieldNames().forEachRemaining(keys::add);
            throw UserError.of(
                    first.place(),
                    "this gold cannot score that output; its rows have the keys " + String.join(", ", keys),
                    "--articles is scored by text, with, title or published_date; --reuse by cluster; --coded by"
                            + " relevance (a coding sheet), grade (labels) or quotations.");
        }
        return shape;
    }
}
