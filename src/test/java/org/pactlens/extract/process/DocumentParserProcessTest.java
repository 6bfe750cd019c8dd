package org.pactlens.extract.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pactlens.extract.DocumentParser.Unavailable;
import org.pactlens.extract.DocumentText;

/** The JVM that parses PDF and office files: a real process. */
class DocumentParserProcessTest {
    private static final byte[] LETTER =
            "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\pard The two states signed a treaty.\\par}"
                    .getBytes(StandardCharsets.US_ASCII);

    private final DocumentParserProcess parser = new DocumentParserProcess(ProcessLimits.DEFAULT);

    @AfterEach
    void close() {
        parser.close();
    }

    private DocumentText parse() {
        return parser.parse(LETTER, "application/rtf", "https://outlet.example/letter.rtf");
    }

    @Test
    void aChildThatWasStartedAheadParsesTheFirstDocument() {
        parser.startAhead();
        ProcessHandle started = parser.handle();
        assertThat(parse().toString()).contains("signed a treaty");
        assertThat(parser.handle()).isEqualTo(started);
    }

    @Test
    void aChildThatWasKilledIsReplacedForTheNextDocument() throws Exception {
        parse();
        ProcessHandle killed = parser.handle();
        killed.destroyForcibly();
        killed.onExit().get();
        assertThat(parse().toString()).contains("signed a treaty");
        assertThat(parser.handle()).isNotEqualTo(killed);
    }

    @Test
    void closingEndsTheChildAndParsingThenIsNoFaultOfTheDocument() throws Exception {
        parser.startAhead();
        ProcessHandle child = parser.handle();
        parser.close();
        child.onExit().get();
        assertThatThrownBy(this::parse).isInstanceOf(Unavailable.class).hasMessageContaining("closed");
    }
}
