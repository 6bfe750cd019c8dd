package org.pactlens.job;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.pactlens.study.Study;

/** The costly pass over files: it writes the outcome of each record once, and tables' rows are taken from there. */
record Reading(SparkSession spark, Study study, RecordReader.Screening screening, String version, Progress progress) {
    private static final long BYTES_PER_TASK = 64L << 20;

    /**
     * Reads files.
     *
     * @param folder where the rows of {@link ReadFiles#SCHEMA} are written
     */
    void read(List<PlannedFile> files, String batchId, Path folder) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<Study> sent = context.broadcast(study);
        Broadcast<SerializableConfiguration> hadoop =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator read = spark.sparkContext().longAccumulator("bytes read");
        long bytes = files.stream().mapToLong(PlannedFile::sizeBytes).sum();
        progress.stage("reading", "bytes", bytes, read::value);
        Dataset<PlannedFile> planned = spark.createDataset(
                context.parallelize(files, tasks(files.size(), bytes, context.defaultParallelism()))
                        .rdd(),
                Encoders.javaSerialization(PlannedFile.class));
        planned.mapPartitions(
                        (MapPartitionsFunction<PlannedFile, Row>)
                                new ReadFiles(sent, hadoop, screening, batchId, version, read),
                        Encoders.row(ReadFiles.SCHEMA))
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder.toString());
        sent.destroy();
        hadoop.destroy();
        progress.end();
    }

    private static int tasks(int files, long bytes, int cores) {
        long bySize = bytes / BYTES_PER_TASK + 1;
        return (int) Math.max(1, Math.min(files, Math.max(4L * cores, bySize)));
    }

    /** What {@link #read} wrote. */
    Dataset<Row> outcomes(Path folder) {
        return spark.read().schema(ReadFiles.SCHEMA).parquet(folder.toString());
    }
}
