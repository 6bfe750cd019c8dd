package org.pactlens.study;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that the study does not hold is refused with its place. */
class FramingModelTest {
    private static final Path STUDY = Path.of("conf", "studies", "russia-dprk-pact");

    private static ThrowingCallable loading(String file, String before, String after) {
        return () -> StudyLoader.load(name -> {
            Path path = STUDY.resolve(name);
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            String text = Files.readString(path);
            String read = name.equals(file) ? text.replace(before, after) : text;
            return Optional.of(new ByteArrayInputStream(read.getBytes(StandardCharsets.UTF_8)));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            framing.yaml | homes: {ru: RU_GOV  | homes: {rx: RU_GOV  | rx
            framing.yaml | homes: {ru: RU_GOV  | homes: {ru: XX_GOV  | XX_GOV
            framing.yaml | {RU: RU_GOV, UA     | {R1: RU_GOV, UA     | R1
            framing.yaml | {RU: RU_GOV, UA     | {RU: RX_GOV, UA     | RX_GOV
            framing.yaml | THREAT: {usual: treaty | THREAT: {usual: treety | treety
            framing.yaml | CHINA_FACTOR: {usual | CHINA_FAKTOR: {usual | CHINA_FAKTOR
            speech.yaml  | ko-KP:              | qqq-KP:             | qqq-KP
            """)
    void aNameThatTheStudyDoesNotHoldIsRefused(String file, String before, String after, String named) {
        assertThatThrownBy(loading(file, before, after))
                .isInstanceOf(StudyProblems.class)
                .hasMessageContaining(file)
                .hasMessageContaining(named);
    }
}
