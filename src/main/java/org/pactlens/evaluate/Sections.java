package org.pactlens.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The parts of a gold file that are scored apart. */
final class Sections {
    private Sections() {}

    /**
     * All rows, then those of each set, then those of each language. A part that would hold all rows once more is left
     * out.
     *
     * @param setKey key of a row's set
     */
    static Map<Section, List<Row>> of(List<Row> gold, String setKey) {
        Map<Section, List<Row>> sections = new LinkedHashMap<>();
        sections.put(Section.ALL, gold);
        part(sections, gold, Section.Kind.SET, row -> row.has(setKey) ? row.text(setKey) : "");
        part(sections, gold, Section.Kind.LANGUAGE, Row::language);
        return sections;
    }

    private static void part(
            Map<Section, List<Row>> sections, List<Row> gold, Section.Kind kind, Function<Row, String> name) {
        Map<String, List<Row>> parts = new TreeMap<>();
        gold.forEach(row ->
                parts.computeIfAbsent(name.apply(row), n -> new ArrayList<>()).add(row));
        if (parts.size() > 1) {
            parts.remove("");
            parts.forEach((part, rows) -> sections.put(new Section(kind, part), rows));
        }
    }
}
