package org.pactlens.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractDoubleAssert;

/** Rows from JSON, and figures by their names. */
record Figures(List<Figure> all) {
    private static final Map<String, String> ALIASES = Map.of("old_id", "new_id");
    private static final Map<String, String> AGENCIES = Map.of("the daily wire", "daily wire");

    static List<Row> rows(String... lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            try {
                rows.add(new Row("file:" + (rows.size() + 1), new JsonMapper().readTree(line.replace('\'', '"'))));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(line, e);
            }
        }
        return rows;
    }

    static Figures of(Evaluation.Output kind, List<Row> gold, List<Row> output) {
        return new Figures(new Evaluation(ALIASES, AGENCIES, Set.of(), false).score(kind, gold, output));
    }

    static Figures quotations(Set<String> kinds, boolean marked, List<Row> gold, List<Row> output) {
        return new Figures(
                new Evaluation(ALIASES, AGENCIES, kinds, marked).score(Evaluation.Output.CODED, gold, output));
    }

    Figure figure(String section, String measure, String name) {
        List<Figure> found = all.stream()
                .filter(f -> f.section().name().equals(section)
                        && f.measure().equals(measure)
                        && f.name().equals(name))
                .toList();
        assertThat(found).as(section + " " + measure + " " + name).hasSize(1);
        return found.get(0);
    }

    AbstractDoubleAssert<?> value(String section, String measure, String name) {
        return assertThat(figure(section, measure, name).value()).as(section + " " + measure + " " + name);
    }
}
