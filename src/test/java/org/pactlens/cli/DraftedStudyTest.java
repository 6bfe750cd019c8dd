package org.pactlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study of an invented event, started from documents in two languages. */
class DraftedStudyTest {
    private static final String FLOOD =
            "The river Velmo broke its dam near Tarrin on Monday, and the flood took forty houses, the mayor of Tarrin,"
                    + " Ilsa Brandt, said. Soldiers brought people out of Tarrin by boat. The dam on the Velmo was built in"
                    + " 1931. Brandt asked the government for help after the flood.";
    private static final String FLUT =
            "Am Montag brach der Damm der Velmo bei Tarrin, und die Flut nahm vierzig Häuser mit, sagte die"
                    + " Bürgermeisterin Ilsa Brandt. Soldaten holten die Menschen aus Tarrin mit Booten heraus. Der Damm an"
                    + " der Velmo wurde 1931 gebaut. Brandt bat nach der Flut um Hilfe.";
    private static final String OTHER_FLOOD =
            "The river Ossel flooded the town of Grauberg on Friday, and the flood took a bridge, the mayor of Grauberg,"
                    + " Peter Lund, said. Soldiers brought people out of Grauberg by boat. Lund asked the government for"
                    + " help after the flood.";

    @TempDir
    Path folder;

    private Path study;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void documents() throws IOException {
        write("seeds/flood.txt", FLOOD);
        write("seeds/flut.txt", FLUT);
        write("against/other.txt", OTHER_FLOOD);
        study = folder.resolve("velmo-flood");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private int draft(String... more) {
        String[] arguments = {
            "train", "relevance", "--seeds", folder.resolve("seeds").toString(), "--out", study.toString()
        };
        return run(java.util.stream.Stream.concat(java.util.Arrays.stream(arguments), java.util.Arrays.stream(more))
                .toArray(String[]::new));
    }

    @Test
    void theDraftIsAStudyThatTellsItsEventFromALookAlike() throws IOException {
        assertThat(draft("--against", folder.resolve("against").toString()))
                .as(err.toString())
                .isZero();
        assertThat(run("check", "--study", study.toString())).as(err.toString()).isZero();
        write("articles.jsonl", """
                {"url": "u:en", "language": "en", "text": "In Tarrin the flood of the Velmo is over, said Brandt. The dam will be built anew."}
                {"url": "u:de", "language": "de", "text": "In Tarrin ist die Flut der Velmo vorbei, sagte Brandt. Der Damm wird neu gebaut."}
                {"url": "u:other", "language": "en", "text": "In Grauberg the flood of the Ossel is over, said Lund. The bridge will be built anew."}
                """);
        out.getBuffer().setLength(0);
        assertThat(run(
                        "code",
                        "--study",
                        study.toString(),
                        "--articles",
                        folder.resolve("articles.jsonl").toString(),
                        "--out",
                        "-"))
                .as(err.toString())
                .isZero();
        assertThat(score("u:en")).isGreaterThan(0.5);
        assertThat(score("u:de")).isGreaterThan(0.5);
        assertThat(score("u:other")).isLessThan(0.5);
    }

    private double score(String url) {
        for (String line : out.toString().lines().toList()) {
            JsonNode row = parsed(line);
            if (row.get("url").asText().equals(url)) {
                return row.get("score").asDouble();
            }
        }
        throw new AssertionError("no row of " + url + " in " + out);
    }

    private static JsonNode parsed(String line) {
        try {
            return JsonLines.JSON.readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void eachTermSaysInHowManyDocumentsItStands() throws IOException {
        assertThat(draft("--against", folder.resolve("against").toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(study.resolve("relevance.yaml")))
                .contains("- \"Tarrin\" # 1 of 1 seed, 0 of 1 others", "- \"Grauberg\" # ")
                .contains("Terms are of 2 seeds (de, en) and 1 document held against them (en).");
    }

    @Test
    void withoutContrastTheDraftSaysThatNoTermIsCertain() throws IOException {
        Files.delete(folder.resolve("seeds/flut.txt"));
        assertThat(draft()).as(err.toString()).isZero();
        assertThat(run("check", "--study", study.toString())).as(err.toString()).isZero();
        assertThat(Files.readString(study.resolve("relevance.yaml"))).contains("no term is certain");
    }

    @Test
    void aFolderThatHoldsSomethingIsNotWrittenOver() throws IOException {
        write("velmo-flood/study.yaml", "mine");
        assertThat(draft()).isEqualTo(2);
        assertThat(err.toString()).contains("the folder is not empty").contains("Name a new folder");
        assertThat(study.resolve("study.yaml")).hasContent("mine");
    }

    @Test
    void seedsNeedAFolderForTheStudy() {
        assertThat(run("train", "relevance", "--seeds", folder.resolve("seeds").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--out is missing");
    }
}
