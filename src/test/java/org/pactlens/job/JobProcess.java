package org.pactlens.job;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The job as an operator runs it: a process of its own, on the class path of the tests. */
final class JobProcess {
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final Process process;
    private final Path output;

    private JobProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts {@code pactlens} with the given arguments; what it prints goes to a file under the folder.
     *
     * @param behind a command that starts it, such as {@code unshare}; empty for none
     */
    static JobProcess start(Path folder, List<String> behind, String... arguments) throws IOException {
        Files.createDirectories(folder);
        Path output = Files.createTempFile(folder, "out", ".txt");
        List<String> command = new ArrayList<>(behind);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What the build gives to the JVM of the tests so that Spark runs on this Java.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("--add-opens") || a.startsWith("-Djdk.reflect"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx1g",
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // As in jobs/pactlens: one compiler has 48 MB by default, and where it is full a run may fail.
                "-XX:ReservedCodeCacheSize=256m",
                "-Duser.timezone=UTC",
                "-Dspark.master=local[2]",
                "-Dspark.sql.shuffle.partitions=1",
                "-Dpactlens.log=" + folder.resolve("pactlens.log"),
                "-Dlog4j2.configurationFile=log4j2-pactlens.xml",
                "org.pactlens.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new JobProcess(builder.start(), output);
    }

    /** Waits until something is so, then kills the process as kill -9 does; false where it had ended before. */
    boolean killWhen(BooleanSupplier moment) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (moment.getAsBoolean()) {
                process.destroyForcibly().waitFor();
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return false;
    }

    /** Waits until something is so, or the process has ended. */
    void await(BooleanSupplier moment) throws InterruptedException {
        while (process.isAlive() && !moment.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Its exit code. */
    int exit() throws InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the job did not end within " + LONGEST + "\n" + output());
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** What it has printed so far. */
    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
