package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real processes of the real job, killed as by {@code kill -9} and started again, must end in the tables of an
 * undisturbed run. How many random kills: {@code -Dpactlens.kills=N}; which: {@code -Dpactlens.seed=N}.
 */
@Tag("faults")
class KilledRunTest {
    private static final int RANDOM_KILLS = Integer.getInteger("pactlens.kills", 3);
    private static final long SEED = Long.getLong("pactlens.seed", 20_240_619L);
    private static final long BLOCK = 4096;

    @TempDir
    static Path folder;

    private static SmallCrawl crawl;
    private static Path undisturbed;
    private static long length;

    @BeforeAll
    static void runUndisturbed() throws IOException, InterruptedException {
        crawl = SmallCrawl.write(folder);
        undisturbed = folder.resolve("undisturbed");
        long started = System.nanoTime();
        finish(undisturbed, crawl.first());
        length = System.nanoTime() - started;
    }

    /** One lake, killed in turn at each step of its first run, started again each time from where that left it. */
    @Test
    void aRunKilledAtEachStepOfItsWayAgainAndAgainEndsInTheSameTables() throws Exception {
        Path lake = folder.resolve("steps");
        List<String> late = new ArrayList<>();
        for (String moment : List.of(
                "lake\\.json.*",
                "_work/batch-.*/outcomes/.*\\.parquet",
                "_work/batch-.*/READY",
                "_work/analysis-.*/relevance/.*\\.parquet",
                "_work/PUBLISH",
                "captures/_delta_log",
                "captures/captured_month=.*\\.parquet",
                "articles/_delta_log/0{19}1\\.json",
                "relevance/published_month=.*\\.parquet",
                "inputs/_delta_log/0{19}1\\.json",
                "runs/_delta_log/0{19}1\\.json")) {
            killOnce(lake, moment, late, crawl.first());
        }
        finish(lake, crawl.first());
        LakeRows.of(undisturbed).assertSame(LakeRows.of(lake), "killed at each step");
        // Tables are published at the same time: a kill at one of them may come when a later moment has passed.
        assertThat(late).as("moments that no kill met").hasSizeLessThanOrEqualTo(3);
    }

    /** A full lake, killed while an archive is added: appends, the merge and overwrites meet rows that are there. */
    @Test
    void aRunThatAddsToFullTablesKilledAgainAndAgainEndsInTheSameTables() throws Exception {
        Path whole = copy(undisturbed, folder.resolve("added-whole"));
        finish(whole, crawl.first(), crawl.second());
        Path lake = copy(undisturbed, folder.resolve("added"));
        List<String> late = new ArrayList<>();
        for (String moment : List.of(
                "articles/published_month=.*\\.parquet",
                "articles/_delta_log/.*[1-9]\\.json",
                "frames/published_month=.*\\.parquet",
                "inputs/_delta_log/.*[1-9]\\.json")) {
            killOnce(lake, moment, late, crawl.first(), crawl.second());
        }
        finish(lake, crawl.first(), crawl.second());
        LakeRows.of(whole).assertSame(LakeRows.of(lake), "killed while an archive was added");
        assertThat(late).as("moments that no kill met").hasSizeLessThanOrEqualTo(1);
    }

    private static void killOnce(Path lake, String moment, List<String> late, Path... paths) throws Exception {
        JobProcess job = run(lake, paths);
        if (!job.killWhen(appears(lake, moment))) {
            late.add(moment);
            assertThat(job.exit()).as("%s: %s", moment, job.output()).isZero();
        }
    }

    /** Each lake killed once at a moment that nobody chose, at any time from its start to the length of a run. */
    @Test
    void aRunKilledAtARandomMomentEndsInTheSameTables() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM_KILLS; i++) {
            Path lake = folder.resolve("random-" + i);
            double share = random.nextDouble();
            long moment = System.nanoTime() + (long) (length * share);
            run(lake, crawl.first()).killWhen(() -> System.nanoTime() >= moment);
            finish(lake, crawl.first());
            LakeRows.of(undisturbed).assertSame(LakeRows.of(lake), "killed after %.2f of a run".formatted(share));
        }
    }

    @Test
    void aSecondStartOnTheSameLakeIsToldWhoHoldsItAndEndsWithThree() throws Exception {
        Path lake = folder.resolve("twice");
        JobProcess holder = run(lake, crawl.first());
        holder.await(() -> Files.exists(lake.resolve("lake.json")));
        JobProcess other = run(lake, crawl.first());
        assertThat(other.exit()).as(other.output()).isEqualTo(3);
        assertThat(other.output())
                .contains("the lake is held by run ")
                .contains("process " + holder.pid())
                .contains("Wait until it has ended")
                .doesNotContain("\tat ");
        holder.killWhen(() -> true);
    }

    /** A real full disk: the lake on a memory disk of its own, in name spaces that end with the process. */
    @ParameterizedTest
    @ValueSource(longs = {200_000, 6_000_000})
    void aFullDiskIsOneMessageAndLeavesTheTablesAsTheyWere(long spareBytes) throws Exception {
        assumeTrue(canMount(), "skipped: this machine lets nobody mount a memory disk (unshare -rm)");
        Path disk = Files.createDirectories(folder.resolve("disk-" + spareBytes));
        Path left = folder.resolve("left-" + spareBytes);
        String script = "mount -t tmpfs -o size=$1 tmpfs '" + disk + "' && cp -R '" + undisturbed + "' '" + disk
                + "/lake' && shift && { \"$@\"; code=$?; cp -R '" + disk + "/lake' '" + left + "'; exit $code; }";
        List<String> behind =
                List.of("unshare", "-rm", "sh", "-c", script, "sh", String.valueOf(size(undisturbed) + spareBytes));
        JobProcess job = JobProcess.start(
                folder.resolve("logs"), behind, arguments(disk.resolve("lake"), crawl.first(), crawl.second()));

        assertThat(job.exit()).as(job.output()).isEqualTo(1);
        assertThat(job.output().lines().filter(line -> line.contains("the disk is full")))
                .as(job.output())
                .hasSize(1)
                .allMatch(line -> line.contains("make room and start again, the tables are as they were"));
        assertThat(job.output()).doesNotContain("\tat ");
        LakeRows.of(undisturbed).assertSame(LakeRows.of(left), "after a full disk");
    }

    private static boolean canMount() throws IOException, InterruptedException {
        try {
            Process trial = new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(f -> (f.toFile().length() + BLOCK - 1) / BLOCK * BLOCK)
                    .sum();
        }
    }

    private static String[] arguments(Path lake, Path... paths) {
        List<String> arguments = new ArrayList<>(List.of("run", "--lake", lake.toString(), "--crawl"));
        for (Path path : paths) {
            arguments.add(path.toString());
        }
        return arguments.toArray(String[]::new);
    }

    private static JobProcess run(Path lake, Path... paths) throws IOException {
        return JobProcess.start(folder.resolve("logs"), List.of(), arguments(lake, paths));
    }

    private static void finish(Path lake, Path... paths) throws IOException, InterruptedException {
        JobProcess job = run(lake, paths);
        assertThat(job.exit()).as(job.output()).isZero();
    }

    /** True once a file that was not there before matches, by its path in the lake. */
    private static BooleanSupplier appears(Path lake, String moment) throws IOException {
        Pattern pattern = Pattern.compile(moment);
        List<String> before = names(lake);
        return () -> {
            try {
                return names(lake).stream()
                        .anyMatch(name -> pattern.matcher(name).matches() && !before.contains(name));
            } catch (IOException | UncheckedIOException changedWhileListed) {
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

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
