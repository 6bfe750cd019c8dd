package org.pactlens.lake;

import io.delta.tables.DeltaTable;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import scala.Console;

/** Upkeep of the tables' files. The lake must be held: nothing else may write meanwhile. */
public final class Upkeep {
    private static final String RETENTION_CHECK = "spark.databricks.delta.retentionDurationCheck.enabled";

    private final Lake lake;

    public Upkeep(Lake lake) {
        this.lake = lake;
    }

    /**
     * Table properties by which versions stay readable for some days: Delta refuses older ones, whatever files there are
     * (Delta documentation, "Data retention").
     */
    static Map<String, String> kept(int days) {
        String interval = "interval " + days + " days";
        return Map.of("delta.deletedFileRetentionDuration", interval, "delta.logRetentionDuration", interval);
    }

    /**
     * Puts small files together and deletes files that no version of the last days needs.
     *
     * @param days 7 and more: readers that began before keep their files for so long
     */
    public void tidy(List<Table<?>> tables, int days) {
        eachAtOnce(tables, table -> {
            keep(table, days);
            delta(table).optimize().executeCompaction();
            delta(table).vacuum(24.0 * days);
        });
    }

    private void keep(Table<?> table, int days) {
        Map<String, String> has =
                delta(table).detail().select("properties").first().getJavaMap(0);
        if (!has.entrySet().containsAll(kept(days).entrySet())) {
            String properties = kept(days).entrySet().stream()
                    .map(property -> "'" + property.getKey() + "' = '" + property.getValue() + "'")
                    .collect(Collectors.joining(", "));
            lake.spark().sql("ALTER TABLE delta.`" + lake.path(table) + "` SET TBLPROPERTIES (" + properties + ")");
        }
    }

    /** Deletes all files but those of the present versions: what was taken out is then gone from the disk too. */
    public void purge(List<Table<?>> tables) {
        String before = lake.spark().conf().get(RETENTION_CHECK, "true");
        lake.spark().conf().set(RETENTION_CHECK, "false");
        try {
            eachAtOnce(tables, table -> delta(table).vacuum(0));
        } finally {
            lake.spark().conf().set(RETENTION_CHECK, before);
        }
    }

    /** Delta prints the number of deleted files of each table to standard output, where it is nobody's result. */
    private void eachAtOnce(List<Table<?>> tables, Consumer<Table<?>> work) {
        List<Supplier<Boolean>> pieces = tables.stream()
                .filter(lake::has)
                .map(table -> (Supplier<Boolean>) () -> {
                    lake.checkHeld();
                    work.accept(table);
                    return true;
                })
                .toList();
        Console.withOut(OutputStream.nullOutputStream(), () -> AtOnce.all(lake.spark(), pieces));
    }

    private DeltaTable delta(Table<?> table) {
        return DeltaTable.forPath(lake.spark(), lake.path(table));
    }
}
