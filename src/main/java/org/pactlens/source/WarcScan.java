package org.pactlens.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.pactlens.crawl.FileKind;
import org.pactlens.crawl.Splits;
import org.pactlens.crawl.Splits.Layout;
import org.pactlens.crawl.Splits.Split;
import org.pactlens.source.WarcPartition.Slice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One query over archives: lists the files, cuts them, and puts the splits into tasks. */
final class WarcScan implements Scan, Batch {
    private static final Logger LOG = LoggerFactory.getLogger(WarcScan.class);
    private static final long LARGEST_SPLIT = 128L << 20;
    /** Below this a task's start costs more than its work. */
    private static final long SMALLEST_SPLIT = 4L << 20;

    private final WarcTask task;
    private final List<Predicate> pushed;

    WarcScan(WarcTask task, List<Predicate> pushed) {
        this.task = task;
        this.pushed = List.copyOf(pushed);
    }

    @Override
    public StructType readSchema() {
        StructType all = WarcColumn.schema();
        return new StructType(
                task.columns().stream().map(c -> all.apply(c.id())).toArray(StructField[]::new));
    }

    @Override
    public String description() {
        return "warc " + task.options().paths() + ", pushed filters: " + pushed;
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return WarcMetrics.all();
    }

    @Override
    public InputPartition[] planInputPartitions() {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext());
        Configuration hadoop = hadoop(spark);
        try {
            List<FileStatus> files = files(hadoop);
            long all = files.stream().mapToLong(FileStatus::getLen).sum();
            long wanted = all / Math.max(1, spark.defaultParallelism()) + 1;
            long chosen = task.options().splitBytes() > 0
                    ? task.options().splitBytes()
                    : Math.max(SMALLEST_SPLIT, Math.min(LARGEST_SPLIT, wanted));
            List<Slice> slices = new ArrayList<>();
            for (FileStatus file : files) {
                slices.addAll(slices(file, chosen, hadoop));
            }
            return packed(slices, chosen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a folder only what has the name of an archive; a file that is named itself is read whatever its name. */
    private List<FileStatus> files(Configuration hadoop) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        for (String path : task.options().paths()) {
            for (FoundFile file : FoundFile.of(path, hadoop)) {
                if (file.named() || !file.isHidden() && isArchive(file)) {
                    files.add(file.status());
                }
            }
        }
        return files;
    }

    private static boolean isArchive(FoundFile file) {
        return FileKind.of(file.status().getPath().getName(), new byte[0]) == FileKind.ARCHIVE;
    }

    private List<Slice> slices(FileStatus file, long splitBytes, Configuration hadoop) throws IOException {
        String uri = file.getPath().toString();
        long bytes = file.getLen();
        // The share that a file has lost is known only to a task that has read all of it.
        if (bytes <= splitBytes || task.options().maxLoss() < 1) {
            return List.of(Slice.of(uri, bytes, Split.WHOLE));
        }
        HadoopBytes source = new HadoopBytes(file.getPath().getFileSystem(hadoop), file.getPath(), bytes);
        Layout layout = Splits.layout(source);
        if (layout == Layout.GZIP_WHOLE) {
            LOG.warn(
                    "{} is compressed as a whole and is read by one task. Compressed record by record it could be split.",
                    uri);
        }
        return Splits.of(source, layout, splitBytes).stream()
                .map(split -> Slice.of(uri, bytes, split))
                .toList();
    }

    private static InputPartition[] packed(List<Slice> slices, long splitBytes) {
        List<InputPartition> partitions = new ArrayList<>();
        List<Slice> open = new ArrayList<>();
        long size = 0;
        for (Slice slice : slices) {
            if (!open.isEmpty() && size + slice.bytes() > splitBytes) {
                partitions.add(new WarcPartition(List.copyOf(open)));
                open.clear();
                size = 0;
            }
            open.add(slice);
            size += slice.bytes();
        }
        if (!open.isEmpty()) {
            partitions.add(new WarcPartition(List.copyOf(open)));
        }
        return partitions.toArray(InputPartition[]::new);
    }

    private Configuration hadoop(JavaSparkContext spark) {
        Configuration hadoop = new Configuration(spark.hadoopConfiguration());
        task.options().storage().forEach(hadoop::set);
        return hadoop;
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext());
        return new WarcReaders(task, spark.broadcast(new SerializableConfiguration(hadoop(spark))));
    }
}
