package org.pactlens.lake;

import io.delta.tables.DeltaTable;
import java.util.List;

/** Upkeep of the tables' files. The lake must be held: nothing else may write meanwhile. */
public final class Upkeep {
    private static final String RETENTION_CHECK = "spark.databricks.delta.retentionDurationCheck.enabled";

    private final Lake lake;

    public Upkeep(Lake lake) {
        this.lake = lake;
    }

    /**
     * Puts small files together and deletes files that no version of the last hours needs.
     *
     * @param hours 168 and more: readers that began before keep their files for so long
     */
    public void tidy(Table<?> table, double hours) {
        if (lake.has(table)) {
            lake.checkHeld();
            DeltaTable.forPath(lake.spark(), lake.path(table)).optimize().executeCompaction();
            DeltaTable.forPath(lake.spark(), lake.path(table)).vacuum(hours);
        }
    }

    /** Deletes all files but those of the present versions: what was taken out is then gone from the disk too. */
    public void purge(List<Table<?>> tables) {
        String before = lake.spark().conf().get(RETENTION_CHECK, "true");
        lake.spark().conf().set(RETENTION_CHECK, "false");
        try {
            for (Table<?> table : tables) {
                if (lake.has(table)) {
                    lake.checkHeld();
                    DeltaTable.forPath(lake.spark(), lake.path(table)).vacuum(0);
                }
            }
        } finally {
            lake.spark().conf().set(RETENTION_CHECK, before);
        }
    }
}
