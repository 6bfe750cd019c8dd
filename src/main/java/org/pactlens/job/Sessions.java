package org.pactlens.job;

import java.io.File;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** Starts the Spark session of a command. */
public final class Sessions {
    private Sessions() {}

    /**
     * The session: on the master that spark-submit names, else on all cores of this machine.
     *
     * <p>Only a local session gets values for small data; a cluster's own settings are never overridden.
     */
    public static SparkSession start(String command) {
        SparkConf conf = conf();
        conf.setAppName("pactlens " + command);
        conf.set("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
        conf.set("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        // Rows are made from Instant and LocalDate, and times are UTC whatever the machine says.
        conf.set("spark.sql.datetime.java8API.enabled", "true");
        conf.set("spark.sql.session.timeZone", "UTC");
        return SparkSession.builder().config(conf).getOrCreate();
    }

    private static SparkConf conf() {
        SparkConf conf = new SparkConf();
        conf.setIfMissing("spark.master", "local[*]");
        // Copies are traced on the driver, whose heap bounds what is gathered there.
        conf.setIfMissing("spark.driver.maxResultSize", "0");
        if (conf.get("spark.master").startsWith("local")) {
            setSmall(conf);
        }
        return conf;
    }

    /** The file systems as a session will know them: a wrong path is told before the seconds that its start takes. */
    public static Configuration hadoop() {
        Configuration hadoop = new Configuration();
        for (Tuple2<String, String> setting : conf().getAllWithPrefix("spark.hadoop.")) {
            hadoop.set(setting._1(), setting._2());
        }
        return hadoop;
    }

    private static void setSmall(SparkConf conf) {
        conf.setIfMissing("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
        conf.setIfMissing("spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFiles.Context.class.getName());
        conf.setIfMissing("spark.sql.shuffle.partitions", "4");
        conf.setIfMissing("spark.databricks.delta.snapshotPartitions", "1");
        // Each commit would gather all files of the table by a query, to spare a later reader one.
        conf.setIfMissing("spark.databricks.delta.allFilesInCrc.enabled", "false");
        // VACUUM lists files in as many tasks as this says, 10,000 by default.
        conf.setIfMissing("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4");
        // Each small query would be compiled for longer than it runs; the rules are plain Java either way.
        conf.setIfMissing("spark.sql.codegen.wholeStage", "false");
        conf.setIfMissing("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        conf.setIfMissing("spark.ui.enabled", "false");
        // Plans are written down for the UI, which is off.
        conf.setIfMissing("spark.sql.ui.explainMode", "simple");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        conf.setIfMissing("spark.driver.host", "localhost");
        conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        conf.setIfMissing(
                "spark.sql.warehouse.dir",
                new File(System.getProperty("java.io.tmpdir"), "pactlens-warehouse")
                        .toURI()
                        .toString());
    }
}
