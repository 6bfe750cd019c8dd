package org.pactlens.lake;

import org.apache.spark.sql.SparkSession;
import org.pactlens.job.Sessions;

/** One real local Spark session for all tests of the JVM: starting one costs seconds. */
public final class LocalSpark {
    private static SparkSession session;

    private LocalSpark() {}

    public static synchronized SparkSession session() {
        if (session == null) {
            session = Sessions.start("tests");
        }
        return session;
    }
}
