package org.pactlens.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pactlens.evaluate.Figure;
import org.pactlens.evaluate.Section;

/** Figures as a person or a program reads them. */
final class FigureTable {
    private static final int COLUMNS = 4;
    private static final int LABEL = 20;
    private static final int CELL = 26;

    private FigureTable() {}

    /** One figure; {@code n}, {@code low} and {@code high} are null for a count, {@code value} where undefined. */
    static ObjectNode json(Figure figure) {
        ObjectNode row = JsonLines.JSON.createObjectNode();
        row.put("section", figure.section().kind().name().toLowerCase(Locale.ROOT));
        row.put("name", figure.section().name());
        row.put("measure", figure.measure());
        row.put("figure", figure.name());
        row.put("value", Double.isNaN(figure.value()) ? null : figure.value());
        row.put("n", figure.isCount() ? null : figure.n());
        row.put("low", figure.interval() == null ? null : figure.interval().low());
        row.put("high", figure.interval() == null ? null : figure.interval().high());
        return row;
    }

    /**
     * A block for all and for each set, a line a measure; then languages below each other. Counts stand only where a
     * measure has no rate.
     */
    static void print(List<Figure> figures, PrintWriter out) {
        Map<Section, List<Figure>> sections = figures.stream()
                .collect(Collectors.groupingBy(Figure::section, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Figure>> languages = new LinkedHashMap<>();
        out.println(
                "Each figure with its 95 % interval and n, the units it rests on; - where there is nothing to score.");
        sections.forEach((section, own) -> {
            if (section.kind() == Section.Kind.LANGUAGE) {
                languages.put(section.name(), own);
            } else {
                out.printf("%n%s%n", section.kind() == Section.Kind.ALL ? "all" : section.name());
                measures(own).forEach((measure, of) -> out.println(line(measure, of)));
            }
        });
        printLanguages(languages, out);
    }

    private static Map<String, List<Figure>> measures(List<Figure> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(Figure::measure, LinkedHashMap::new, Collectors.toList()));
    }

    /** Nothing to find and nothing claimed: precision and recall rest on no unit, and F1 says nothing. */
    private static boolean isVoid(List<Figure> rates) {
        return rates.size() > 1
                && rates.stream().noneMatch(f -> f.n() > 0 && !f.name().equals("f1"));
    }

    private static String line(String measure, List<Figure> figures) {
        List<Figure> rates = figures.stream().filter(f -> !f.isCount()).toList();
        if (isVoid(rates)) {
            return "  " + padded(measure, LABEL) + "-";
        }
        return "  " + padded(measure, LABEL)
                + (rates.isEmpty() ? figures : rates)
                        .stream()
                                .map(FigureTable::cell)
                                .collect(Collectors.joining("   "))
                                .stripTrailing();
    }

    private static String cell(Figure f) {
        if (f.isCount()) {
            boolean whole = f.value() == Math.rint(f.value());
            return f.name() + " " + String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", f.value());
        }
        return padded(f.name() + " " + rate(f) + interval(f) + " n " + f.n(), 36);
    }

    private static String rate(Figure f) {
        return f.n() == 0 || Double.isNaN(f.value()) ? "-" : digits(f.value());
    }

    /** Three digits, rounded as the referees' language rounds; Java's formatter rounds 0.8125 up. */
    private static String digits(double value) {
        return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The first rate of each measure. */
    private static void printLanguages(Map<String, List<Figure>> languages, PrintWriter out) {
        Map<String, Map<String, Figure>> firsts = new LinkedHashMap<>();
        Set<String> measures = new LinkedHashSet<>();
        languages.forEach((language, figures) -> {
            List<Figure> rates = figures.stream().filter(f -> !f.isCount()).toList();
            Map<String, Figure> first = firsts.computeIfAbsent(language, l -> new LinkedHashMap<>());
            measures(rates).forEach((measure, of) -> {
                measures.add(measure);
                if (!isVoid(of)) {
                    first.put(measure, of.get(0));
                }
            });
        });
        List<String> all = new ArrayList<>(measures);
        if (!all.isEmpty()) {
            out.printf("%nby language: f1, or the share right, with its interval, then n%n");
        }
        for (int from = 0; from < all.size(); from += COLUMNS) {
            List<String> some = all.subList(from, Math.min(from + COLUMNS, all.size()));
            out.println("  " + padded("", 6)
                    + some.stream()
                            .map(m -> padded(m, CELL))
                            .collect(Collectors.joining(" "))
                            .stripTrailing());
            firsts.forEach((language, of) -> out.println("  " + padded(language, 6)
                    + some.stream()
                            .map(m -> padded(small(of.get(m)), CELL))
                            .collect(Collectors.joining(" "))
                            .stripTrailing()));
        }
    }

    private static String small(Figure f) {
        return f == null ? "" : rate(f) + interval(f) + " " + f.n();
    }

    private static String interval(Figure f) {
        return f.interval() == null
                ? ""
                : " [" + digits(f.interval().low()) + ", " + digits(f.interval().high()) + "]";
    }

    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", text);
    }
}
