package org.pactlens.job;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.IngestTables.Count;
import org.pactlens.lake.Lake;
import org.pactlens.lake.RunTables;
import org.pactlens.lake.RunTables.Run;
import org.pactlens.lake.RunTables.TableVersion;
import org.pactlens.study.Study;

/**
 * What a start must know of the lake to see whether it has anything to do. It is kept beside the tables, with their
 * versions: the first queries of a cold JVM took more than half of the time of a nightly run that finds nothing new.
 *
 * @param inputsVersion Delta version of {@code inputs} that this was read from; -1 where there is none
 * @param takedownsVersion the same of {@code takedowns}
 * @param runsVersion the same of {@code runs}
 * @param inputs fingerprint of the screen that each file was read by, under the file's id
 * @param batchesTakenOut how many batches were taken out so far
 * @param coding by what the articles are coded; null where no run has ended yet
 */
record Standing(
        long inputsVersion,
        long takedownsVersion,
        long runsVersion,
        Map<String, String> inputs,
        long batchesTakenOut,
        Coding coding) {
    // Counts up when the form changes: what an older program kept is then read from the tables once.
    private static final String FILE = "standing-1.json";

    /** What the run that ended last said of the lake; {@code articles} is the table's version after it. */
    record Coding(String studyFingerprint, String softwareVersion, long articles, List<Count> counts) {
        private static Coding of(Run run) {
            long articles = run.tableVersions().stream()
                    .filter(v -> v.table().equals(IngestTables.ARTICLES.name()))
                    .mapToLong(TableVersion::version)
                    .findFirst()
                    .orElse(-1);
            return new Coding(run.studyFingerprint(), run.softwareVersion(), articles, run.counts());
        }

        private static Coding of(Row run) {
            long articles = run.<Row>getList(run.fieldIndex("table_versions")).stream()
                    .filter(v -> v.getString(0).equals(IngestTables.ARTICLES.name()))
                    .mapToLong(v -> v.getLong(1))
                    .findFirst()
                    .orElse(-1);
            return new Coding(
                    run.getAs("study_fingerprint"),
                    run.getAs("software_version"),
                    articles,
                    Ingest.counts(run, "counts"));
        }

        /** Whether coding anew would change nothing: same study, same program, same articles. */
        boolean stands(Study study, String version, Lake lake) {
            return studyFingerprint.equals(study.fingerprint())
                    && softwareVersion.equals(version)
                    && articles == lake.version(IngestTables.ARTICLES);
        }
    }

    /** How the lake stands now. */
    static Standing of(Lake lake) {
        return of(lake, null);
    }

    /** How the lake stands after a run whose row was the last to be written; kept for the next start. */
    static void keep(Lake lake, Run run) {
        lake.work().write(file(lake), of(lake, Coding.of(run)));
    }

    private static Standing of(Lake lake, Coding known) {
        Optional<Standing> kept = lake.work().read(file(lake), Standing.class);
        long inputs = lake.version(IngestTables.INPUTS);
        long takedowns = lake.version(RunTables.TAKEDOWNS);
        long runs = lake.version(RunTables.RUNS);
        return new Standing(
                inputs,
                takedowns,
                runs,
                kept.filter(k -> k.inputsVersion == inputs)
                        .map(Standing::inputs)
                        .orElseGet(() -> inputs(lake)),
                kept.filter(k -> k.takedownsVersion == takedowns)
                        .map(Standing::batchesTakenOut)
                        .orElseGet(() -> lake.read(RunTables.TAKEDOWNS)
                                .where("kind = 'batch'")
                                .count()),
                known != null
                        ? known
                        : kept.filter(k -> k.runsVersion == runs)
                                .map(Standing::coding)
                                .orElseGet(() -> last(lake)));
    }

    private static Map<String, String> inputs(Lake lake) {
        Map<String, String> screens = new TreeMap<>();
        for (Row row : lake.read(IngestTables.INPUTS)
                .select("input_id", "screen_fingerprint")
                .collectAsList()) {
            screens.put(row.getString(0), row.getString(1));
        }
        return screens;
    }

    private static Coding last(Lake lake) {
        return lake.read(RunTables.RUNS).orderBy(col("ended_at").desc()).limit(1).collectAsList().stream()
                .findFirst()
                .map(Coding::of)
                .orElse(null);
    }

    private static Path file(Lake lake) {
        return lake.work().path(FILE);
    }
}
