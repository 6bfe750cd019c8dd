package org.pactlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainRelevanceCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int train(String... more) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            boolean relevant = i % 2 == 0;
            String text = relevant
                    ? "Kim and Putin signed a strategic partnership treaty in Pyongyang. The pact promises mutual aid."
                    : "Russian tourists came to Pyongyang by train. They liked the sea " + i + ".";
            rows.append("{\"url\":\"https://a")
                    .append(i % 10)
                    .append(".example/")
                    .append(i);
            rows.append("\",\"group\":\"g").append(i % 10).append("\",\"language\":\"en\",\"title\":\"\",\"grade\":");
            rows.append(relevant ? 3 : 0).append(",\"text\":\"").append(text).append("\"}\n");
        }
        Path labels = Files.writeString(folder.resolve("labels.jsonl"), rows);
        String[] arguments = new String[4 + more.length];
        arguments[0] = "train";
        arguments[1] = "relevance";
        arguments[2] = "--labels";
        arguments[3] = labels.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void theWeightsAreATableAndTheSameEachTime() throws IOException {
        Path first = folder.resolve("first.yaml");
        Path second = folder.resolve("second.yaml");
        assertThat(train("--out", first.toString())).as(err.toString()).isZero();
        assertThat(train("--out", second.toString())).isZero();
        assertThat(Files.readString(first))
                .isEqualTo(Files.readString(second))
                .contains("bias: ", "  window: ", "mean if relevant", "Learned from 30 articles, 15 of them relevant");
    }

    @Test
    void itSaysHowGoodTheScoresAre() throws IOException {
        assertThat(train()).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("30 labelled articles of 10 groups, 15 relevant", "average_precision", "calibration_0.9")
                .contains("by label", "relevant_at_0.3", "weights.yaml");
    }

    @Test
    void aRowWithoutGradeIsTheUsersMistake() throws IOException {
        Path labels = Files.writeString(folder.resolve("bad.jsonl"), "{\"url\":\"u:1\",\"text\":\"x\"}\n");
        assertThat(Main.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "train",
                        "relevance",
                        "--labels",
                        labels.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("bad.jsonl:1").contains("no grade of 0 to 3");
    }
}
