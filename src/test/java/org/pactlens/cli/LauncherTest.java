package org.pactlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that start Pactlens, in a checkout that was never built. */
class LauncherTest {
    @TempDir
    private Path checkout;

    private String start(String script, int expectedExit) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");
        Path own = checkout.resolve("jobs").resolve(script);
        Files.createDirectories(own.getParent());
        Files.copy(Path.of("jobs", script), own);
        Path maven = Files.createDirectories(checkout.resolve("bin")).resolve("mvn");
        Files.writeString(maven, "#!/bin/bash\necho \"mvn $*\"\nexit 7\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", own.toString(), "check").redirectErrorStream(true);
        builder.environment().merge("PATH", maven.getParent().toString(), (path, first) -> first + ":" + path);
        builder.environment().put("SPARK_HOME", "");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(expectedExit);
        return output;
    }

    @Test
    void theFirstCommandBuildsTheJar() throws Exception {
        assertThat(start("pactlens", 7))
                .contains("building the job jar", "mvn -q -B -Dstyle.color=never -DskipTests package");
    }

    @Test
    void theNightlyJobSaysThatItNeedsSpark() throws Exception {
        assertThat(start("nightly", 2)).contains("SPARK_HOME is not set");
    }
}
