package org.pactlens.lake;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.pactlens.UserError;

/** The tables at the versions that the lake's last run has named: they belong together, whatever is written meanwhile. */
public final class Snapshot {
    private final Lake lake;
    private final Map<String, Long> versions;

    private Snapshot(Lake lake, Map<String, Long> versions) {
        this.lake = lake;
        this.versions = versions;
    }

    /** @throws UserError where no run has ended in the lake */
    public static Snapshot ofLastRun(Lake lake) {
        Row last = lake
                .read(RunTables.RUNS)
                .orderBy(col("ended_at").desc(), col("run_id"))
                .select("table_versions")
                .limit(1)
                .collectAsList()
                .stream()
                .findFirst()
                .orElseThrow(() -> UserError.of(
                        lake.location(),
                        "no run has ended in this lake",
                        "Run `pactlens run` on it to the end first."));
        Map<String, Long> versions = new HashMap<>();
        last.<Row>getList(0).forEach(version -> versions.put(version.getString(0), version.getLong(1)));
        return new Snapshot(lake, versions);
    }

    /** Whether the table was there when the run ended. */
    public boolean has(Table<?> table) {
        return versions.containsKey(table.name());
    }

    /** The table as the run left it; empty where it was not there. The table of runs itself is read as it is now. */
    public Dataset<Row> read(Table<?> table) {
        Long version = versions.get(table.name());
        return version == null ? lake.read(table) : lake.read(table, version);
    }
}
