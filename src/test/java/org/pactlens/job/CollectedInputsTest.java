package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pactlens.job.RecordReader.Screening;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;
import org.pactlens.lake.LocalSpark;
import org.pactlens.study.StudyLoader;

/**
 * The whole job over all collected web archives and hostile documents: it ends, it fails for none of them, and what it
 * could not read is accounted for. Run it with {@code mvn -P scale test}.
 */
@Tag("scale")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class CollectedInputsTest {
    private static final Path ARCHIVES = Path.of("..", "shared", "data", "warc");
    private static final Path DOCUMENTS = Path.of("..", "shared", "data", "robustness");

    @TempDir
    Path folder;

    @Test
    void everyCollectedArchiveIsReadAndAccountedFor() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(ARCHIVES), "the shared archives are not beside this checkout");
        unpack(ARCHIVES, folder.resolve("in"));
        JobSummary summary =
                run(List.of(ARCHIVES.toString(), folder.resolve("in").toString()), Screening.ON);
        assertThat(summary.state()).isEqualTo("done");
        assertThat(summary.inputsRead() + summary.filesIgnored())
                .isEqualTo(files(ARCHIVES) + files(folder.resolve("in")));
        try (Lake lake = open()) {
            assertAccounted(lake);
            assertWhole(lake);
        }
    }

    /** Unscreened, so that every document is parsed. */
    @Test
    void everyHostileDocumentIsReadOrRejected() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DOCUMENTS), "the shared documents are not beside this checkout");
        unpack(DOCUMENTS, folder.resolve("in"));
        JobSummary summary = run(List.of(folder.resolve("in").toString()), Screening.OFF);
        assertThat(summary.state()).isEqualTo("done");
        assertThat(summary.inputsRead() + summary.filesIgnored()).isEqualTo(files(folder.resolve("in")));
        try (Lake lake = open()) {
            assertAccounted(lake);
        }
    }

    private JobSummary run(List<String> paths, Screening screening) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (Progress progress = new Progress(nowhere, false)) {
            CorpusJob job = new CorpusJob(
                    LocalSpark.session(),
                    StudyLoader.loadBuiltIn("russia-dprk-pact"),
                    "test",
                    progress,
                    Clock.systemUTC());
            return job.run(JobOrder.ofCrawl(
                    CrawlListing.of(paths, Sessions.hadoop()),
                    folder.resolve("lake").toString(),
                    screening,
                    1,
                    4_000_000_000L,
                    null));
        }
    }

    private Lake open() {
        return Lake.open(LocalSpark.session(), folder.resolve("lake").toString());
    }

    static void assertAccounted(Lake lake) {
        Dataset<Row> inputs = lake.read(IngestTables.INPUTS);
        Dataset<Row> rejects = lake.read(IngestTables.REJECTS);
        assertThat(inputs.where("aggregate(records_by_fate, 0L, (sum, f) -> sum + f.count) <> records")
                        .count())
                .as("inputs whose fates do not sum to their records")
                .isZero();
        Dataset<Row> lost = rejects.where("stage = 'read'")
                .groupBy("input_id")
                .agg(Map.of("bytes_skipped", "sum"))
                .withColumnRenamed("sum(bytes_skipped)", "skipped");
        assertThat(uris(inputs.join(lost, asSeq("input_id"), "left").where("coalesce(skipped, 0) <> bytes_lost")))
                .as("inputs whose lost bytes are not those of their rejects")
                .isEmpty();
        assertThat(uris(inputs.where("state <> 'complete'")
                        .join(rejects.select("input_id"), asSeq("input_id"), "left_anti")))
                .as("damaged or unreadable inputs without a reject")
                .isEmpty();
        assertThat(uris(lake.read(IngestTables.CAPTURES)
                        .where("fate = 'rejected'")
                        .join(rejects.select("capture_id"), asSeq("capture_id"), "left_anti")
                        .withColumnRenamed("url", "uri")))
                .as("rejected captures without a reject")
                .isEmpty();
    }

    private static List<String> uris(Dataset<Row> rows) {
        return rows.select("uri").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static scala.collection.immutable.Seq<String> asSeq(String name) {
        return scala.jdk.javaapi.CollectionConverters.asScala(List.of(name)).toSeq();
    }

    /** As many records in each archive as an independent scanner found whole. */
    static void assertWhole(Lake lake) throws IOException {
        Map<String, Long> records = lake.read(IngestTables.INPUTS).select("uri", "records").collectAsList().stream()
                .collect(Collectors.toMap(CollectedInputsTest::place, row -> row.getLong(1)));
        try (Stream<String> lines = Files.lines(ARCHIVES.resolve("WARC_INDEX.tsv"))) {
            List<String> fewer = lines.skip(1)
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells[5].matches("[1-9][0-9]*"))
                    .filter(cells -> records.getOrDefault(cells[0].substring(cells[0].indexOf('!') + 1), 0L)
                            < Long.parseLong(cells[5]))
                    .map(cells -> cells[0])
                    .toList();
            assertThat(fewer)
                    .as("archives that gave fewer records than are whole")
                    .isEmpty();
        }
    }

    /** Source and name, as the index writes them. */
    private static String place(Row input) {
        String[] parts = input.getString(0).split("/");
        return parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static void unpack(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> packed = Files.list(from)) {
            for (Path file :
                    packed.filter(p -> p.toString().endsWith(".tar.gz")).toList()) {
                unpackOne(file, to);
            }
        }
    }

    private static void unpackOne(Path file, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = to.resolve(entry.getName()).normalize();
                assertThat(target).startsWithRaw(to);
                if (entry.isFile()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                }
            }
        }
    }
}
