package org.pactlens.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source with nothing but the job jar, from PySpark: {@code PACTLENS_PYTHON} names an interpreter that has it. */
@Tag("notebook")
class WarcFromPythonTest {
    private static final Path SCRIPT = Path.of("src", "test", "python", "read_archive.py");

    @TempDir
    private Path folder;

    @Test
    void pySparkReadsFiltersAndDecodes() throws Exception {
        String python = Optional.ofNullable(System.getenv("PACTLENS_PYTHON")).orElse("python3");
        Optional<Path> jar = jobJar();
        assumeTrue(jar.isPresent(), "skipped: no job jar under target, build it with mvn package");
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            records.append(record(i));
        }
        Path archive = Files.writeString(folder.resolve("small.warc"), records, StandardCharsets.US_ASCII);

        String output = run(
                List.of(python, SCRIPT.toString(), archive.toString(), jar.get().toString()));

        assumeTrue(!output.contains("skipped:"), output);
        assertThat(output)
                .contains("record_type string, ", "captured_at timestamp, ", "payload binary, ")
                .contains("http_headers map<string,array<string>>")
                .contains("records: 6")
                .contains("status 200: 4")
                .contains("first: http://news1.example/1 2024-06-19T10:00:00 page 1 ['1', '2']")
                .contains("since: 4")
                .contains("by host: [('news0.example', 3), ('news1.example', 3)]");
    }

    /** Every third is a 404. */
    private static String record(int number) {
        String block = "HTTP/1.1 " + (number % 3 == 0 ? 404 : 200)
                + " X\r\nContent-Type: text/html\r\nX-A: 1\r\nx-a: 2\r\n\r\npage " + number;
        return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:" + number + ">\r\nWARC-Date: 2024-06-"
                + (18 + number) + "T10:00:00Z\r\nWARC-Target-URI: http://news" + number % 2 + ".example/" + number
                + "\r\nContent-Type: application/http\r\nContent-Length: " + block.length() + "\r\n\r\n" + block
                + "\r\n\r\n";
    }

    private static Optional<Path> jobJar() throws Exception {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(f -> f.toString().endsWith("-job.jar"))
                    .map(Path::toAbsolutePath)
                    .findAny();
        }
    }

    private String run(List<String> command) throws Exception {
        Path output = folder.resolve("python.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // A Spark of the machine must not shadow the one that was installed with PySpark.
        builder.environment().keySet().removeAll(Arrays.asList("SPARK_HOME", "PYTHONPATH"));
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
