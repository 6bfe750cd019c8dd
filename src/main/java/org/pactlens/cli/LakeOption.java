package org.pactlens.cli;

import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.pactlens.job.Sessions;
import org.pactlens.lake.Lake;
import picocli.CommandLine.Option;

/** {@code --lake} of the commands that work on tables that are there. */
final class LakeOption {
    @Option(names = "--lake", required = true, paramLabel = "DIR", description = "Folder of the tables.")
    private String folder;

    String folder() {
        return folder;
    }

    /** Tells of a missing lake before Spark starts. */
    void requireThere() {
        Lake.requireThere(folder, Sessions.hadoop());
    }

    /**
     * Opens the lake to read it, in a session that ends with the work.
     *
     * @param command verb, for Spark's list of applications
     */
    void read(String command, Consumer<Lake> work) {
        requireThere();
        SparkSession spark = Sessions.start(command);
        try (Lake lake = Lake.open(spark, folder)) {
            work.accept(lake);
        } finally {
            spark.stop();
        }
    }
}
