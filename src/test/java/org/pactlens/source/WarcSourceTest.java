package org.pactlens.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pactlens.lake.LocalSpark;

/** The source as users of Spark see it. */
class WarcSourceTest {
    private static final int RECORDS = 300;

    private static final List<String> FILTERS = List.of(
            "record_type = 'response'",
            "record_type <> 'response'",
            "host IN ('news1.example', 'news2.example')",
            "http_status = 200 AND media_type = 'text/html'",
            "http_status >= 300 OR record_type = 'request'",
            "NOT (http_status = 200)",
            "NOT (http_status = 200 AND media_type = 'text/html')",
            "http_status IS NULL",
            "http_status <=> 404",
            "http_status NOT IN (404)",
            "captured_at >= timestamp'2024-06-20 10:00:00.5' AND captured_at < timestamp'2024-06-22 00:00:00'",
            "host LIKE 'news1%'",
            "host > 'news1.example'",
            "block_length > 500 AND offset > 1000",
            "charset IS NULL");

    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static Path archive;
    private static Path damaged;
    private static Path whole;
    private static List<Row> judged;

    @BeforeAll
    static void writesArchives() throws IOException {
        spark = LocalSpark.session();
        ByteArrayOutputStream each = new ByteArrayOutputStream();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int i = 0; i < RECORDS; i++) {
            plain.writeBytes(record(i));
            each.writeBytes(gzip(record(i)));
        }
        archive = Files.write(folder.resolve("each.warc.gz"), each.toByteArray());
        byte[] hurt = each.toByteArray();
        hurt[hurt.length / 2] ^= 16;
        damaged = Files.write(folder.resolve("damaged.bin"), hurt);
        whole = Files.write(folder.resolve("whole.bin"), gzip(plain.toByteArray()));
        judged = judged();
    }

    /** A response, a request where the number ends in 9; statuses, types and hosts go round. */
    private static byte[] record(int number) {
        boolean request = number % 10 == 9;
        byte[] noise = new byte[1500];
        new Random(number).nextBytes(noise);
        byte[] body = gzip(("<html><p>page " + number + "</p>" + java.util.Arrays.hashCode(noise) + "</html>")
                .getBytes(StandardCharsets.UTF_8));
        String http = request
                ? "GET / HTTP/1.1\r\n\r\n"
                : "HTTP/1.1 " + (number % 3 == 0 ? 404 : 200) + " X\r\nContent-Type: text/"
                        + (number % 2 == 0 ? "html" : "plain")
                        + "\r\nContent-Encoding: gzip\r\nX-A: 1\r\nx-a: 2\r\n\r\n";
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(http.getBytes(StandardCharsets.US_ASCII));
        block.writeBytes(body);
        block.writeBytes(request ? noise : new byte[0]);
        String head = "WARC/1.1\r\nWARC-Type: " + (request ? "request" : "response") + "\r\nWARC-Record-ID: <urn:x:"
                + number + ">\r\nWARC-Date: 2024-06-" + (10 + number % 20)
                + "T10:00:00.5Z\r\nWARC-Target-URI: http://news" + number % 4 + ".example/" + number
                + "\r\nContent-Type: application/http\r\nContent-Length: " + block.size() + "\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(block.toByteArray());
        all.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Dataset<Row> load(Path path) {
        return spark.read().format("warc").option("splitBytes", 40_000).load(path.toString());
    }

    @Test
    void aRecordComesWithAllItsColumns() {
        Row row = load(archive).where("record_id = 'urn:x:12'").head();
        assertThat(row.<String>getAs("record_type")).isEqualTo("response");
        assertThat(row.<String>getAs("host")).isEqualTo("news0.example");
        assertThat(row.<Integer>getAs("http_status")).isEqualTo(404);
        assertThat(row.getAs("captured_at").toString()).contains("10:00:00.5");
        assertThat(new String(row.<byte[]>getAs("payload"), StandardCharsets.UTF_8))
                .startsWith("<html><p>page 12</p>");
        assertThat(row.getJavaMap(row.fieldIndex("http_headers")).get("x-a").toString())
                .contains("1, 2");
        assertThat(row.<String>getAs("detected_type")).isEqualTo("text/html");
        assertThat(row.<String>getAs("payload_sha256")).hasSize(32);
        assertThat(row.<String>getAs("file")).endsWith("each.warc.gz");
        assertThat(row.isNullAt(row.fieldIndex("damage"))).isTrue();
    }

    @Test
    void oneFileIsReadByManyTasksAndCountedOnce() {
        assertThat(load(archive).rdd().getNumPartitions()).isGreaterThan(2);
        assertThat(load(archive).count()).isEqualTo(RECORDS);
        assertThat(load(archive).select("record_id").distinct().count()).isEqualTo(RECORDS);
    }

    @Test
    void aFileCompressedAsAWholeIsReadByOneTask() {
        Dataset<Row> rows =
                spark.read().format("warc").option("splitBytes", 1000).load(whole.toString());
        assertThat(rows.rdd().getNumPartitions()).isEqualTo(1);
        assertThat(rows.count()).isEqualTo(RECORDS);
    }

    @Test
    void severalPathsAndFoldersAreRead() {
        assertThat(spark.read()
                        .format("warc")
                        .load(archive.toString(), whole.toString())
                        .count())
                .isEqualTo(2 * RECORDS);
        assertThat(load(folder).count())
                .as("only the archive has an archive's name")
                .isEqualTo(RECORDS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sqlReadsATableInDeltasCatalogAndInSparksOwn(boolean delta) {
        SparkSession session = spark.newSession();
        if (!delta) {
            session.conf().unset("spark.sql.catalog.spark_catalog");
        }
        session.sql("CREATE TABLE crawl_of_warc USING warc OPTIONS (path '" + archive + "', damageRows 'true')");
        Dataset<Row> all = session.sql("SELECT * FROM crawl_of_warc");
        assertThat(all.schema().fieldNames()).isEqualTo(WarcColumn.schema().fieldNames());
        assertThat(session.sql("SELECT count(*) FROM crawl_of_warc WHERE record_type = 'request'")
                        .head()
                        .getLong(0))
                .isEqualTo(RECORDS / 10);
        assertThat(all.orderBy("offset").limit(20).collectAsList())
                .isEqualTo(load(archive).orderBy("offset").limit(20).collectAsList());
        session.sql("DROP TABLE crawl_of_warc");
    }

    @Test
    void sqlReadsAPathThroughAViewAndRefusesItDirectly() {
        spark.sql("CREATE OR REPLACE TEMPORARY VIEW pages USING warc OPTIONS (path '" + archive + "')");
        assertThat(spark.sql("SELECT count(*) FROM pages").head().getLong(0)).isEqualTo(RECORDS);
        assertThatThrownBy(() -> spark.sql("SELECT * FROM warc.`" + archive + "`"))
                .as("the document says so; a Spark that can would be good news")
                .hasMessageContaining("warc");
    }

    @ParameterizedTest
    @FieldSource("FILTERS")
    void aFilterGivesWhatSparkGivesOnTheSameRows(String filter) {
        int number = FILTERS.indexOf(filter);
        List<String> expected = judged.stream()
                .filter(row -> !row.isNullAt(number + 1) && row.getBoolean(number + 1))
                .map(row -> row.getString(0))
                .toList();
        List<Row> rows = spark.read()
                .format("warc")
                .load(archive.toString())
                .where(filter)
                .select("record_id", "payload_sha256")
                .collectAsList();
        assertThat(rows).as("a record that a filter admits has its body").noneMatch(row -> row.isNullAt(1));
        assertThat(rows).extracting(row -> row.getString(0)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected.size()).isBetween(1, RECORDS);
    }

    /** What Spark itself says of each filter on the rows in memory. */
    private static List<Row> judged() {
        Dataset<Row> all = load(archive).drop("payload");
        String[] columns = Stream.concat(
                        Stream.of("record_id"), FILTERS.stream().map(f -> "(" + f + ")"))
                .toArray(String[]::new);
        return spark.createDataFrame(all.collectAsList(), all.schema())
                .selectExpr(columns)
                .collectAsList();
    }

    @Test
    void filtersReachTheReader() {
        String plan = load(archive)
                .where("http_status = 200")
                .queryExecution()
                .optimizedPlan()
                .toString();
        assertThat(plan).as("the filter is in the scan and not above it").doesNotContain("Filter (");
    }

    @Test
    void aLostRangeIsARowWhereAskedForAndElseOnlyCounted() {
        assertThat(load(damaged).count()).isEqualTo(RECORDS - 1);
        List<Row> rows = spark.read()
                .format("warc")
                .option("damageRows", true)
                .option("splitBytes", 20_000)
                .load(damaged.toString())
                .where("damage IS NOT NULL")
                .collectAsList();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).<Long>getAs("length")).isPositive();
        assertThat(rows.get(0).<String>getAs("record_type")).isNull();
    }

    @Test
    void aFileThatHasLostMoreThanIsAllowedFailsTheQuery() {
        Dataset<Row> strict =
                spark.read().format("warc").option("maxLoss", 0.0001).load(damaged.toString());
        assertThatThrownBy(strict::count).hasStackTraceContaining("maxLoss=1.0E-4");
        assertThat(spark.read()
                        .format("warc")
                        .option("maxLoss", 0.5)
                        .load(damaged.toString())
                        .count())
                .isEqualTo(RECORDS - 1);
    }

    @Test
    void aWrongOptionIsRefusedWithItsRange() {
        Dataset<Row> read = load(archive);
        assertThat(read.columns()).hasSize(WarcColumn.values().length);
        assertThatThrownBy(() -> spark.read()
                        .format("warc")
                        .option("maxLoss", 2)
                        .load(archive.toString())
                        .count())
                .hasStackTraceContaining("maxLoss lies in 0..1");
        assertThatThrownBy(() -> load(folder.resolve("absent.warc")).count())
                .hasStackTraceContaining("no file matches");
    }

    @Test
    void metricsCountBytesRecordsAndDamage() throws IOException {
        Map<String, Long> metrics = new HashMap<>();
        assertThat(scan(damaged, Long.MAX_VALUE, metrics)).hasSize(RECORDS - 1);
        assertThat(metrics)
                .containsEntry("archiveRecords", (long) RECORDS - 1)
                .containsEntry("archiveDamagedRanges", 1L);
        assertThat(metrics.get("archiveBytesRead")).isGreaterThanOrEqualTo(Files.size(damaged));
    }

    @Test
    void aTaskReadsNoMoreRecordsThanTheLimitAsksFor() throws IOException {
        Map<String, Long> metrics = new HashMap<>();
        assertThat(scan(whole, 5, metrics)).hasSize(5);
        assertThat(metrics).containsEntry("archiveRecords", 5L);
    }

    @Test
    void aLimitCountsTheRowsThatTheFilterAdmits() {
        assertThat(load(archive).where("http_status = 404").limit(3).collectAsList())
                .hasSize(3)
                .allMatch(row -> row.<Integer>getAs("http_status") == 404);
    }

    /** The rows of all tasks over a file, and the sums of what they counted. */
    private static List<InternalRow> scan(Path file, long limit, Map<String, Long> metrics) throws IOException {
        WarcOptions options = WarcOptions.of(new CaseInsensitiveStringMap(Map.of("path", file.toString())));
        WarcScan scan = new WarcScan(new WarcTask(options, List.of(), Condition.TRUE, limit), List.of());
        List<InternalRow> rows = new ArrayList<>();
        for (InputPartition partition : scan.planInputPartitions()) {
            try (PartitionReader<InternalRow> reader =
                    scan.createReaderFactory().createReader(partition)) {
                while (reader.next()) {
                    rows.add(reader.get());
                }
                for (CustomTaskMetric metric : reader.currentMetricsValues()) {
                    metrics.merge(metric.name(), metric.value(), Long::sum);
                }
            }
        }
        return rows;
    }
}
