package org.pactlens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped study, spoilt in one place: what a researcher who edits it is told. */
class StudyLoaderTest {
    private static final Path STUDY = Path.of("conf", "studies", "russia-dprk-pact");
    private static final List<String> FILES = List.of(
            "study.yaml",
            "codebook.yaml",
            "codebook/en.yaml",
            "concepts.yaml",
            "relevance.yaml",
            "weights.yaml",
            "speech.yaml",
            "framing.yaml",
            "speakers.yaml",
            "offices.yaml",
            "agencies.yaml",
            "outlets.tsv");

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "study.yaml | date: 2024-06-19 | date: 19 June 2024 | \"19 June 2024\" is no day of the calendar. Write it as YYYY-MM-DD",
                "study.yaml | id: russia-dprk-pact | id: Russia Pact | \"Russia Pact\" is no id. Use small letters",
                "study.yaml | minimum_stories: 5 | minimum_stories: five | statistics.minimum_stories: is not a whole number",
                "study.yaml | minimum_stories: 5 | minimum_stories: 0 | 0 is out of range. Write a number from 1 to 1000",
                "study.yaml | aliases: [vietnam_2024] | aliases: [iran_2025] | \"iran_2025\" means russia_iran_2025 too",
                "weights.yaml | title: | tittle: | weights.tittle: is not a known key. Did you mean \"title\"?",
                "weights.yaml | bias: - | bias: about - | bias: is not a number. Write a number",
                "relevance.yaml | earliest: | earlyest: | earlyest: is not a known key. Did you mean \"earliest\"?",
                "codebook/en.yaml | DEFENCE_ALLIANCE: | DEFENSE_ALLIANCE: | Did you mean \"DEFENCE_ALLIANCE\"?",
                "agencies.yaml | name: The Associated Press | nam: The Associated Press | nam: is not a known key. Did you mean \"name\"?",
            })
    void aMistakeIsToldWithItsLineAndItsRemedy(String file, String right, String wrong, String message)
            throws IOException {
        String content = read(file);
        assertThat(content).contains(right);
        int line = content.substring(0, content.indexOf(right)).split("\n", -1).length;
        List<String> told = problems(Map.of(file, content.replaceFirst(java.util.regex.Pattern.quote(right), wrong)));
        assertThat(told)
                .anySatisfy(problem ->
                        assertThat(problem).startsWith(file + ":" + line + ": ").contains(message.strip()));
    }

    @Test
    void theShippedStudyHasNoProblem() throws IOException {
        assertThat(problems(Map.of())).isEmpty();
    }

    @Test
    void mistakesOfAllFilesAreToldAtOnceByFileAndLine() throws IOException {
        List<String> told = problems(Map.of(
                "weights.yaml", read("weights.yaml").replace("bias:", "byas:"),
                "study.yaml", read("study.yaml").replace("minimum_stories: 5", "minimum_stories: many"),
                "outlets.tsv", read("outlets.tsv").replaceFirst("\tstate\t", "\tstated\t")));
        assertThat(told)
                .isSorted()
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .contains("outlets.tsv", "study.yaml", "weights.yaml");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Map<String, String> without = new HashMap<>();
        without.put("agencies.yaml", null);
        assertThat(problems(without)).anySatisfy(problem -> assertThat(problem).startsWith("agencies.yaml: "));
    }

    @Test
    void whatIsNoYamlIsToldWithItsLineAndNothingElseIs() throws IOException {
        List<String> told = problems(Map.of("study.yaml", "id: x\ntitle: [open\nevent: }\n"));
        assertThat(told).singleElement().asString().startsWith("study.yaml:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?:a+)+", "(?:\\w{1,40})*x", "(?:a|ab|b)*c"})
    void aPatternThatCouldRunForeverIsRefused(String slow) throws IOException {
        String agencies = read("agencies.yaml");
        String pattern = "regex: '^\\(AP\\)$";
        assertThat(agencies).contains(pattern);
        List<String> told = problems(Map.of("agencies.yaml", agencies.replace(pattern, "regex: '^" + slow + "$")));
        assertThat(told)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("agencies.yaml:")
                        .contains("a repeated group holds a repetition"));
    }

    @Test
    void commentsAndLayoutDoNotChangeTheFingerprintAndContentDoes() throws IOException {
        String shipped = load(Map.of()).fingerprint();
        String weights = read("weights.yaml");
        assertThat(load(Map.of("weights.yaml", "# a note\n" + weights.replace("bias: ", "bias:    ")))
                        .fingerprint())
                .isEqualTo(shipped);
        assertThat(load(Map.of("weights.yaml", weights.replaceFirst("bias: -", "bias: -1")))
                        .fingerprint())
                .isNotEqualTo(shipped);
    }

    /** Lines taken out, doubled, cut and swapped: loading ends with a study or with problems, each with its file. */
    @Test
    void noDamageOfAFileIsMoreThanAProblem() throws IOException {
        Random random = new Random(20_240_619);
        for (int round = 0; round < 24; round++) {
            String file = FILES.get(round % FILES.size());
            String damaged = damage(read(file), random);
            int seed = round;
            assertThatCode(() -> problems(Map.of(file, damaged)))
                    .as("round %d, %s", seed, file)
                    .doesNotThrowAnyException();
        }
    }

    private static String damage(String content, Random random) {
        String[] lines = content.split("\n", -1);
        int at = random.nextInt(lines.length);
        String line = lines[at];
        lines[at] = switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> line + "\n" + line;
            case 2 -> line.substring(0, line.length() / 2);
            case 3 -> line.replace(":", "").replace("\t", " ");
            default -> "  " + line + " [";
        };
        return String.join("\n", lines);
    }

    private static List<String> problems(Map<String, String> changed) throws IOException {
        try {
            load(changed);
            return List.of();
        } catch (StudyProblems e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    /** The shipped study with other content in some files; null takes a file away. */
    private static Study load(Map<String, String> changed) throws IOException {
        return StudyLoader.load(name -> {
            if (changed.containsKey(name)) {
                return Optional.ofNullable(changed.get(name))
                        .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            }
            Path file = STUDY.resolve(name);
            return Files.exists(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        });
    }

    private static String read(String file) throws IOException {
        return Files.readString(STUDY.resolve(file));
    }
}
