package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.pactlens.lake.Dictionary;
import org.pactlens.lake.Lake;
import org.pactlens.lake.LocalSpark;
import org.pactlens.lake.RunTables;
import org.pactlens.lake.Table;

/** Every row of every table, as text and in order; of {@code runs}, those that changed tables. */
record LakeRows(Map<String, List<String>> tables) {
    /** What differs between two runs over the same input, and nothing else. */
    private static final String[] OF_THE_RUN = {
        "run_id", "started_at", "ended_at", "durations", "table_versions", "warnings"
    };

    static LakeRows of(Path folder) {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Lake lake = Lake.open(LocalSpark.session(), folder.toString())) {
            for (Table<?> table : Dictionary.TABLES) {
                Dataset<Row> rows = lake.read(table);
                if (table == RunTables.RUNS) {
                    rows = rows.where("state = 'done'").drop(OF_THE_RUN);
                }
                tables.put(
                        table.name(),
                        rows.toJSON().collectAsList().stream().sorted().toList());
            }
        }
        return new LakeRows(tables);
    }

    LakeRows without(Table<?> table) {
        Map<String, List<String>> others = new TreeMap<>(tables);
        others.remove(table.name());
        return new LakeRows(others);
    }

    void assertSame(LakeRows others, String what) {
        tables.forEach((table, rows) ->
                assertThat(others.tables().get(table)).as("%s, %s", table, what).containsExactlyElementsOf(rows));
    }
}
