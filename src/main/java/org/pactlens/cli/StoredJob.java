package org.pactlens.cli;

import java.io.PrintWriter;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import org.pactlens.job.CorpusJob;
import org.pactlens.job.JobOrder;
import org.pactlens.job.Progress;
import org.pactlens.job.Sessions;
import org.pactlens.lake.Lake;
import org.pactlens.study.Study;

/** Runs the job on what a lake holds, without a crawl. */
final class StoredJob {
    private StoredJob() {}

    static void run(JobOrder order, Study study, PrintWriter out) {
        // A lake that is not there is the user's mistake here, and none is made.
        Lake.requireThere(order.lake(), Sessions.hadoop());
        SparkSession spark = Sessions.start(order.command());
        try (Progress progress = Progress.onStandardError()) {
            CorpusJob job = new CorpusJob(spark, study, Version.current(), progress, Clock.systemUTC());
            SummaryText.print(job.run(order), out);
        } finally {
            spark.stop();
        }
    }
}
