package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What data scientists do with the tables of the sample, in Python: {@code PACTLENS_PYTHON} names an interpreter that has
 * the pinned packages; else a virtual environment is made under {@code target} with {@code python3}.
 */
@Tag("notebook")
class NotebookTest {
    private static final Path NOTEBOOKS = Path.of("notebooks").toAbsolutePath();
    private static final Path SCRIPTS = Path.of("src", "test", "python").toAbsolutePath();

    @TempDir
    static Path folder;

    private static String python;
    private static Path lake;

    @BeforeAll
    static void runTheSample() throws IOException, InterruptedException {
        python = python();
        lake = folder.resolve("lake");
        JobProcess job = JobProcess.start(folder.resolve("logs"), List.of(), "run", "--sample", "--lake", lake + "");
        assertThat(job.exit()).as(job.output()).isZero();
    }

    @Test
    void theNotebookRunsFromTopToBottomAndDrawsItsPlot() throws Exception {
        Ended ended =
                run(List.of(python, SCRIPTS.resolve("execute_notebook.py") + "", NOTEBOOKS + "/outlet_framing.ipynb"));
        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("cells executed");
    }

    @Test
    void everyReaderSeesTheSameRowsAndACommentOnEveryColumn() throws Exception {
        List<String> command = new ArrayList<>(List.of(python, SCRIPTS.resolve("read_tables.py") + "", lake + ""));
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            built.filter(f -> f.toString().endsWith("-job.jar"))
                    .forEach(jar -> command.add(jar.toAbsolutePath().toString()));
        }
        Ended ended = run(command);
        ended.output().lines().filter(line -> line.startsWith("skipped")).forEach(System.out::println);
        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("outlet_framing: ").contains("runs: 1 rows");
    }

    private static String python() throws IOException, InterruptedException {
        String named = System.getenv("PACTLENS_PYTHON");
        if (named != null) {
            return named;
        }
        Path made = Path.of("target", "notebook-venv").toAbsolutePath();
        String own = made.resolve("bin").resolve("python").toString();
        if (!Files.isExecutable(Path.of(own))) {
            assumeTrue(
                    run(List.of("python3", "-m", "venv", made.toString())).exit() == 0,
                    "skipped: there is no python3 with venv, and PACTLENS_PYTHON is not set");
        }
        Ended install = run(List.of(
                own,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "-r",
                NOTEBOOKS.resolve("requirements.txt").toString()));
        assumeTrue(install.exit() == 0, "skipped: notebooks/requirements.txt cannot be installed: " + install.output());
        return own;
    }

    private record Ended(int exit, String output) {}

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "python", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PACTLENS_LAKE", String.valueOf(lake));
        // A Spark of the machine must not shadow the one that was installed with PySpark.
        builder.environment().keySet().removeAll(Arrays.asList("SPARK_HOME", "PYTHONPATH"));
        try {
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException noSuchCommand) {
            return new Ended(-1, noSuchCommand.getMessage());
        }
    }
}
