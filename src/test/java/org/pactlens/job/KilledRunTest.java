package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pactlens.lake.Dictionary;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;
import org.pactlens.lake.LocalSpark;
import org.pactlens.lake.Table;
import org.pactlens.sample.SampleCrawl;

/**
 * Real processes of the real job, killed as by {@code kill -9} and started again, must end in the tables of an
 * undisturbed run. How many kills: {@code -Dpactlens.kills=N}; which random moments: {@code -Dpactlens.seed=N}.
 */
@Tag("faults")
class KilledRunTest {
    private static final int RANDOM_KILLS = Integer.getInteger("pactlens.kills", 4);
    private static final int RECORDS = 9;
    private static final long SEED = Long.getLong("pactlens.seed", 20_240_619L);

    /** What differs between two runs over the same input, and nothing else. */
    private static final List<String> OF_THE_RUN =
            List.of("run_id", "started_at", "ended_at", "durations", "table_versions", "warnings");

    @TempDir
    static Path folder;

    private static Path first;
    private static Path second;
    private static Map<String, List<String>> undisturbed;

    /** Two runs, the second with one more archive, so that every way of writing a table meets an empty and a full one. */
    @BeforeAll
    static void runUndisturbed() throws IOException, InterruptedException {
        Path sample = folder.resolve("sample");
        SampleCrawl.write(sample);
        first = Files.createDirectories(folder.resolve("crawl"));
        second = Files.createDirectories(folder.resolve("more"));
        copyRecords(sample.resolve("sample-00.warc.gz"), first, RECORDS);
        copyRecords(sample.resolve("sample-01.warc.gz"), second, RECORDS);
        Path lake = folder.resolve("undisturbed");
        finish(lake, first);
        finish(lake, first, second);
        undisturbed = tables(lake);
    }

    /** The first records of an archive of the sample, each a gzip member: a crawl small enough to run many times. */
    private static void copyRecords(Path archive, Path to, int records) throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        int end = 0;
        for (int found = 0; end < bytes.length; end++) {
            boolean starts = bytes[end] == 0x1f && bytes[end + 1] == (byte) 0x8b && bytes[end + 2] == 8;
            if (starts && ++found > records) {
                break;
            }
        }
        Files.write(to.resolve(archive.getFileName()), Arrays.copyOf(bytes, end));
    }

    private static JobProcess run(Path lake, Path... crawl) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", "--lake", lake.toString(), "--crawl"));
        for (Path path : crawl) {
            arguments.add(path.toString());
        }
        return JobProcess.start(folder.resolve("logs"), arguments.toArray(String[]::new));
    }

    private static String finish(Path lake, Path... crawl) throws IOException, InterruptedException {
        JobProcess job = run(lake, crawl);
        assertThat(job.exit()).as(job.output()).isZero();
        return job.output();
    }

    /** One lake, killed in turn at each step of its first run, started again each time from where that left it. */
    @Test
    void aRunKilledAtEachStepOfItsWayAgainAndAgainEndsInTheSameTables() throws Exception {
        Path lake = folder.resolve("steps");
        List<String> moments = new ArrayList<>(List.of(
                "lake\\.json.*",
                "_work/batch-.*/outcomes/.*\\.parquet",
                "_work/batch-.*/captures/_SUCCESS",
                "_work/batch-.*/READY",
                "_work/analysis-.*/coded/_SUCCESS",
                "_work/analysis-.*/relevance/.*\\.parquet",
                "_work/PUBLISH",
                "captures/_delta_log",
                "captures/_delta_log/0{20}\\.json",
                "captures/captured_month=.*\\.parquet",
                "captures/_delta_log/0{19}1\\.json",
                "articles/published_month=.*\\.parquet",
                "articles/_delta_log/0{19}1\\.json",
                "relevance/_delta_log/0{20}\\.json",
                "relevance/published_month=.*\\.parquet",
                "article_framing/_delta_log/0{19}1\\.json",
                "inputs/_delta_log/0{19}1\\.json",
                "runs/_delta_log/0{20}\\.json",
                "runs/_delta_log/0{19}1\\.json"));
        int killed = 0;
        for (String moment : moments) {
            JobProcess job = run(lake, first);
            if (job.killWhen(appears(lake, moment))) {
                killed++;
            } else {
                assertThat(job.exit()).as("%s: %s", moment, job.output()).isZero();
            }
        }
        assertThat(killed).as("kills that came in time").isGreaterThanOrEqualTo(moments.size() - 4);
        finish(lake, first);
        finish(lake, first, second);
        assertSameTables(lake);
    }

    /** A full lake, killed at each step of adding an archive to it. */
    @Test
    void aRunThatAddsToFullTablesKilledAtEachStepEndsInTheSameTables() throws Exception {
        Path lake = folder.resolve("added");
        finish(lake, first);
        for (String moment : List.of(
                "_work/PUBLISH",
                "captures/_delta_log/0{19}2\\.json",
                "articles/published_month=.*\\.parquet",
                "articles/_delta_log/0{19}2\\.json",
                "frames/published_month=.*\\.parquet",
                "inputs/_delta_log/0{19}2\\.json")) {
            JobProcess job = run(lake, first, second);
            if (!job.killWhen(appears(lake, moment))) {
                assertThat(job.exit()).as("%s: %s", moment, job.output()).isZero();
            }
        }
        finish(lake, first, second);
        assertSameTables(lake);
    }

    /** Each lake killed once at a moment that nobody chose, at any time from its start to the length of a run. */
    @Test
    void aRunKilledAtARandomMomentEndsInTheSameTables() throws Exception {
        Random random = new Random(SEED);
        long started = System.nanoTime();
        finish(folder.resolve("timed"), first);
        long length = System.nanoTime() - started;
        for (int i = 0; i < RANDOM_KILLS; i++) {
            Path lake = folder.resolve("random-" + i);
            long moment = System.nanoTime() + (long) (length * random.nextDouble());
            run(lake, first).killWhen(() -> System.nanoTime() >= moment);
            finish(lake, first);
            finish(lake, first, second);
            assertSameTables(lake);
        }
    }

    @Test
    void aSecondStartOnTheSameLakeIsToldWhoHoldsItAndEndsWithThree() throws Exception {
        Path lake = folder.resolve("twice");
        JobProcess holder = run(lake, first);
        holder.await(() -> Files.exists(lake.resolve("lake.json")));
        JobProcess other = run(lake, first);
        assertThat(other.exit()).as(other.output()).isEqualTo(3);
        assertThat(other.output())
                .contains("the lake is held by run ")
                .contains("process " + holder.pid())
                .contains("Wait until it has ended")
                .doesNotContain("\tat ");
        assertThat(holder.exit()).as(holder.output()).isZero();
    }

    /** True once a file that was not there before matches, by its path in the lake. */
    private static BooleanSupplier appears(Path lake, String moment) throws IOException {
        Pattern pattern = Pattern.compile(moment);
        List<String> before = names(lake);
        return () -> {
            try {
                return names(lake).stream()
                        .anyMatch(name -> pattern.matcher(name).matches() && !before.contains(name));
            } catch (IOException | java.io.UncheckedIOException changedWhileListed) {
                return false;
            }
        };
    }

    private static List<String> names(Path lake) throws IOException {
        if (!Files.exists(lake)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(lake)) {
            return files.map(f -> lake.relativize(f).toString()).toList();
        }
    }

    private static void assertSameTables(Path lake) {
        Map<String, List<String>> found = tables(lake);
        for (Map.Entry<String, List<String>> table : undisturbed.entrySet()) {
            assertThat(found.get(table.getKey()))
                    .as("%s of %s", table.getKey(), lake.getFileName())
                    .containsExactlyElementsOf(table.getValue());
        }
    }

    /** Every row of every table, as text and in order; of {@code runs}, those that changed tables. */
    private static Map<String, List<String>> tables(Path folder) {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Lake lake = Lake.open(LocalSpark.session(), folder.toString())) {
            for (Table<?> table : Dictionary.TABLES) {
                Dataset<Row> rows = lake.read(table);
                if (table == IngestTables.RUNS) {
                    rows = rows.where("state = 'done'").drop(OF_THE_RUN.toArray(String[]::new));
                }
                tables.put(
                        table.name(),
                        rows.toJSON().collectAsList().stream().sorted().toList());
            }
        }
        return tables;
    }
}
