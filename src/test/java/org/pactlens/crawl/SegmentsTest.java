package org.pactlens.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final String LAST = "WARC-Segment-Total-Length: 12\r\n";

    private static byte[] segment(int number, String more) {
        String type = number == 1 ? "response" : "continuation";
        String id = "WARC-Record-ID: <urn:x:" + number + ">\r\n";
        String origin = number == 1 ? "" : "WARC-Segment-Origin-ID: <urn:x:1>\r\n";
        return Archives.bytes("WARC/1.0\r\nWARC-Type: " + type + "\r\n" + id + "WARC-Date: 2024-03-01T00:00:00Z\r\n"
                + "WARC-Segment-Number: " + number + "\r\n" + origin + more + "Content-Length: 4\r\n\r\npart\r\n\r\n");
    }

    private static List<String> problems(byte[]... segments) throws Exception {
        Segments seen = new Segments();
        Archives.read(Archives.join(Arrays.asList(segments))).records().forEach(seen::add);
        return seen.problems();
    }

    @Test
    void aWholeSetIsNoProblemInWhateverOrder() throws Exception {
        assertThat(problems(segment(3, LAST), segment(1, ""), segment(2, ""))).isEmpty();
    }

    @Test
    void aMissingSegmentIsNamed() throws Exception {
        assertThat(problems(segment(1, ""), segment(3, LAST)))
                .containsExactly("segments of one record: segment 2 is not in this file");
        assertThat(problems(segment(2, LAST))).containsExactly("segments of one record: segment 1 is not in this file");
    }

    @Test
    void aMissingEndIsNamed() throws Exception {
        assertThat(problems(segment(1, ""), segment(2, "")))
                .containsExactly("segments of one record: the last segment is not in this file");
    }

    @Test
    void aSegmentThatIsThereTwiceIsNamed() throws Exception {
        assertThat(problems(segment(1, ""), segment(2, LAST), segment(2, LAST)))
                .containsExactly("segments of one record: a segment is there twice");
    }
}
