package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code jobs/nightly} as an operator schedules it, with the job jar and a plain Spark distribution: on a real
 * standalone master with two workers, each a process of its own on loopback, and on a local master.
 */
@Tag("cluster")
class ClusterRunTest {
    private static final Duration LONGEST = Duration.ofMinutes(40);

    @TempDir
    static Path folder;

    private static final List<Process> STARTED = new ArrayList<>();
    private static String master;
    private static SmallCrawl crawl;

    @BeforeAll
    static void startCluster() throws IOException, InterruptedException {
        assumeTrue(
                sparkHome() != null && Files.isExecutable(Path.of(sparkHome(), "bin", "spark-class")),
                "skipped: SPARK_HOME names no Spark distribution");
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            assumeTrue(
                    built.anyMatch(f -> f.toString().endsWith("-job.jar")),
                    "skipped: there is no job jar; mvn -DskipTests package builds it");
        }
        crawl = SmallCrawl.write(folder);
        int port = freePort();
        master = "spark://127.0.0.1:" + port;
        Path log = start(
                "master", "org.apache.spark.deploy.master.Master", "--port", String.valueOf(port), "--webui-port", "0");
        await(() -> read(log).contains("I have been elected leader"), log);
        for (String worker : List.of("worker-1", "worker-2")) {
            start(
                    worker,
                    "org.apache.spark.deploy.worker.Worker",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--webui-port",
                    "0",
                    "--work-dir",
                    folder.resolve(worker).toString(),
                    master);
        }
        await(() -> read(log).split("Registering worker", -1).length == 3, log);
    }

    /** Workers before the master, so that none tries to register again; each ends its own executors. */
    @AfterAll
    static void endWhatWasStarted() throws InterruptedException {
        for (int i = STARTED.size() - 1; i >= 0; i--) {
            Process process = STARTED.get(i);
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void theSameNightlyCallGivesTheSameTablesOnAClusterAndOnOneMachineAndNothingNewTheNextNight() throws Exception {
        Path local = folder.resolve("local-lake");
        Night alone = nightly(
                "conf/local.conf",
                Map.of("PACTLENS_MASTER", "local[2]", "PACTLENS_SUBMIT", "--driver-memory 1g"),
                local);
        Path lake = folder.resolve("cluster-lake");
        Map<String, String> cluster = Map.of("PACTLENS_MASTER", master, "PACTLENS_SUBMIT", SMALL);
        Night first = nightly("conf/cluster.conf", cluster, lake);
        assertThat(first.exit()).as(first.output()).isZero();
        assertThat(executorsOf("worker-1")).as("executors of the first worker").isPositive();
        assertThat(executorsOf("worker-2")).as("executors of the second worker").isPositive();

        LakeRows published = LakeRows.of(lake);
        Night second = nightly("conf/cluster.conf", cluster, lake);
        assertThat(second.exit()).as(second.output()).isZero();
        assertThat(second.output()).contains("Nothing new");
        published.assertSame(LakeRows.of(lake), "the next night");

        assertThat(alone.exit()).as(alone.output()).isZero();
        LakeRows.of(local).assertSame(published, "cluster against local");
        assertThat(published.tables().get("articles")).isNotEmpty();
    }

    @Test
    void whatIsWrongWithTheCallIsOneMessageAndExitTwo() throws Exception {
        Night noConf = nightly("conf/none.conf", Map.of(), folder.resolve("none"));
        assertThat(noConf.exit()).isEqualTo(2);
        assertThat(noConf.output().strip())
                .contains("the file of Spark properties cannot be read")
                .hasLineCount(1);
        Night noSpark = nightly("conf/local.conf", Map.of("SPARK_HOME", ""), folder.resolve("none"));
        assertThat(noSpark.exit()).isEqualTo(2);
        assertThat(noSpark.output().strip()).contains("SPARK_HOME is not set").hasLineCount(1);
    }

    /** What a machine of two cores can give; the sizes of conf/cluster.conf are for a cluster. */
    private static final String SMALL = "--driver-memory 1g --executor-memory 700m --executor-cores 1"
            + " --conf spark.driver.host=127.0.0.1 --conf spark.sql.shuffle.partitions=4";

    private record Night(Process process, Path printed) {
        int exit() throws InterruptedException {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        }

        String output() {
            return read(printed);
        }
    }

    /** Starts the nightly run; {@link Night#exit} waits for its end. */
    private static Night nightly(String conf, Map<String, String> environment, Path lake) throws IOException {
        Path output = Files.createTempFile(folder, "nightly", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "jobs/nightly",
                        "--lake",
                        lake.toString(),
                        "--crawl",
                        crawl.first().toString(),
                        crawl.second().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_HOME", sparkHome());
        builder.environment().put("PACTLENS_CONF", conf);
        builder.environment().putAll(environment);
        return new Night(builder.start(), output);
    }

    private static String sparkHome() {
        return System.getProperty("pactlens.spark.home", System.getenv("SPARK_HOME"));
    }

    private static long executorsOf(String worker) throws IOException {
        try (Stream<Path> files = Files.find(
                folder.resolve(worker), 3, (f, a) -> f.getFileName().toString().equals("stderr"))) {
            return files.count();
        }
    }

    private static Path start(String name, String type, String... arguments) throws IOException {
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(sparkHome(), "bin", "spark-class").toString(), type, "--host", "127.0.0.1"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_HOME", sparkHome());
        builder.environment().put("SPARK_DAEMON_MEMORY", "300m");
        STARTED.add(builder.start());
        return log;
    }

    private static void await(BooleanSupplier moment, Path log) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (!moment.getAsBoolean()) {
            assertThat(System.nanoTime()).as(() -> read(log)).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
