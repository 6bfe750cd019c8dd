package org.pactlens.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ArchiveReaderTest {
    private static final int COUNT = 6;
    private static final int BAD = 3;

    @Test
    void aSoundArchiveGivesItsRecordsWithTheirPlacesAndNoDamage() {
        Archives.Reading reading = Archives.read(Archives.gzipEach(Archives.records(COUNT)));

        assertThat(reading.numbers()).isEqualTo(Archives.upTo(COUNT));
        assertThat(reading.damage()).isEmpty();
        assertThat(reading.unaccounted()).isEqualTo(-1);
        CrawlRecord record = reading.records().get(2);
        assertThat(record.type()).isEqualTo(RecordType.RESPONSE);
        assertThat(record.targetUri()).isEqualTo(Archives.url(2));
        assertThat(record.date()).isEqualTo(Instant.parse("2024-03-01T00:02:00Z"));
        assertThat(record.status()).isEqualTo(200);
        assertThat(record.mediaType()).isEqualTo("text/html");
        assertThat(record.charset()).isEqualTo("utf-8");
        assertThat(record.payload().bytes()).isEqualTo(Archives.bytes(Archives.page(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "whole", "three", "spanning", "empties", "zstd", "zstd-one", "bzip2", "stored", "mixed"
            })
    void everyPackingGivesTheSameRecords(String packing) throws IOException {
        List<byte[]> records = Archives.records(COUNT);
        byte[] plain = Archives.join(records);
        byte[] content =
                switch (packing) {
                    case "plain" -> plain;
                    case "whole" -> Archives.gzip(plain);
                    case "three" ->
                        Archives.join(
                                Archives.gzip(Archives.join(records.subList(0, 3))),
                                Archives.gzip(Archives.join(records.subList(3, COUNT))));
                    case "spanning" -> spanning(plain);
                    case "empties" ->
                        Archives.join(records.stream()
                                .map(r -> Archives.join(Archives.gzip(new byte[0]), Archives.gzip(r)))
                                .toList());
                    case "zstd" ->
                        Archives.join(records.stream().map(Zstd::compress).toList());
                    case "zstd-one" -> Zstd.compress(plain);
                    case "bzip2" -> bzip2(plain);
                    case "stored" ->
                        Archives.join(
                                records.stream().map(r -> Archives.gzip(r, 0)).toList());
                    default ->
                        Archives.join(
                                Archives.join(records.subList(0, 2)), Archives.gzipEach(records.subList(2, COUNT)));
                };

        Archives.Reading reading = Archives.read(content);

        assertThat(reading.numbers()).isEqualTo(Archives.upTo(COUNT));
        assertThat(reading.lost()).isEmpty();
    }

    private static byte[] spanning(byte[] plain) {
        List<byte[]> members = new ArrayList<>();
        for (int at = 0; at < plain.length; at += 333) {
            members.add(Archives.gzip(Arrays.copyOfRange(plain, at, Math.min(plain.length, at + 333))));
        }
        return Archives.join(members);
    }

    private static byte[] bzip2(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream coder = new BZip2CompressorOutputStream(out)) {
            coder.write(plain);
        }
        return out.toByteArray();
    }

    @Test
    void aZstdDictionaryFrameIsUsedForTheFramesAfterIt() {
        byte[] dictionary = Archives.join(Archives.records(40));
        byte[] head = {0x5D, 0x2A, 0x4D, 0x18, 0, 0, 0, 0};
        for (int i = 0; i < 4; i++) {
            head[4 + i] = (byte) (dictionary.length >> 8 * i);
        }
        List<byte[]> parts = new ArrayList<>(List.of(head, dictionary));
        Archives.records(COUNT).forEach(record -> parts.add(Zstd.compressUsingDict(record, dictionary, 3)));

        assertThat(Archives.read(Archives.join(parts)).numbers()).isEqualTo(Archives.upTo(COUNT));
    }

    @Test
    void anArchiveCutAtAnyByteGivesWhatIsWholeAndNeverHangs() {
        List<byte[]> members = Archives.records(3).stream().map(Archives::gzip).toList();
        byte[] whole = Archives.join(members);
        for (int cut = 0; cut < whole.length; cut++) {
            int expected =
                    cut >= members.get(0).length + members.get(1).length ? 2 : cut >= members.get(0).length ? 1 : 0;
            byte[] content = Arrays.copyOf(whole, cut);
            Archives.Reading reading =
                    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Archives.read(content));
            assertThat(reading.numbers()).as("cut at byte " + cut).isEqualTo(Archives.upTo(expected));
            assertThat(reading.unaccounted()).as("cut at byte " + cut).isEqualTo(-1);
        }
    }

    @Test
    void aPlainArchiveCutAtAnyByteGivesWhatIsWhole() {
        List<byte[]> records = Archives.records(2);
        byte[] whole = Archives.join(records);
        int first = records.get(0).length;
        for (int cut = 0; cut < whole.length - 4; cut++) {
            byte[] content = Arrays.copyOf(whole, cut);
            List<Integer> numbers = Archives.read(content).numbers();
            assertThat(numbers).as("cut at byte " + cut).isEqualTo(Archives.upTo(cut >= first - 4 ? 1 : 0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0x1F0",
                "",
                "12,12",
                "+100",
                "99999999999999999999999",
                "21474836480",
                "9223372036854775807"
            })
    void aLyingLengthCostsOnlyItsRecord(String length) {
        List<byte[]> records = Archives.records(COUNT);
        records.set(BAD, Archives.warc(BAD, "Content-Length: " + length + "\r\n", Archives.http(BAD)));

        assertThat(Archives.read(Archives.join(records)).numbers()).isEqualTo(Archives.allBut(BAD, COUNT));
        assertThat(Archives.read(Archives.gzipEach(records)).numbers()).isEqualTo(Archives.allBut(BAD, COUNT));
        assertThat(Archives.read(Archives.gzip(Archives.join(records))).numbers())
                .isEqualTo(Archives.allBut(BAD, COUNT));
    }

    @ParameterizedTest
    @ValueSource(ints = {-200, -40, -3, 30, 40, 300, 900})
    void aWrongLengthIsFoundOutAndCostsOnlyItsRecord(int error) {
        List<byte[]> records = Archives.records(COUNT);
        byte[] block = Archives.http(BAD);
        records.set(BAD, Archives.warc(BAD, "Content-Length: " + (block.length + error) + "\r\n", block));

        for (byte[] content : List.of(Archives.join(records), Archives.gzipEach(records))) {
            Archives.Reading reading = Archives.read(content);
            assertThat(reading.numbers()).isEqualTo(Archives.allBut(BAD, COUNT));
            assertThat(reading.lost()).extracting(Damage::reason).containsExactly(DamageReason.WRONG_LENGTH);
        }
    }

    @Test
    void twoEqualLengthsAreOneAndTwoThatDifferAreNone() {
        List<byte[]> records = Archives.records(COUNT);
        byte[] block = Archives.http(BAD);
        String length = "Content-Length: " + block.length + "\r\n";
        records.set(BAD, Archives.warc(BAD, length + length, block));
        assertThat(Archives.read(Archives.join(records)).numbers()).isEqualTo(Archives.upTo(COUNT));

        records.set(BAD, Archives.warc(BAD, length + "Content-Length: 7\r\n", block));
        Archives.Reading reading = Archives.read(Archives.join(records));
        assertThat(reading.numbers()).isEqualTo(Archives.allBut(BAD, COUNT));
        assertThat(reading.lost()).extracting(Damage::reason).containsExactly(DamageReason.BAD_LENGTH);
    }

    @Test
    void lineFeedsAloneAreReadAndReportedOnce() {
        byte[] content = Archives.bytes(new String(Archives.join(Archives.records(COUNT)), StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .replaceAll("Content-Length: \\d+", "Content-Length: LENGTH"));
        String text = new String(content, StandardCharsets.ISO_8859_1);
        StringBuilder fixed = new StringBuilder();
        for (String record : text.split("(?=WARC/1\\.0\n)")) {
            int block = record.indexOf("\n\n") + 2;
            fixed.append(record.replace("LENGTH", Integer.toString(record.length() - block - 2)));
        }

        Archives.Reading reading = Archives.read(Archives.bytes(fixed.toString()));

        assertThat(reading.numbers()).isEqualTo(Archives.upTo(COUNT));
        assertThat(reading.lost()).isEmpty();
        assertThat(reading.damage()).extracting(Damage::reason).containsOnly(DamageReason.IRREGULAR);
        assertThat(reading.damage())
                .filteredOn(d -> d.detail().startsWith("line_ends"))
                .hasSize(1);
    }

    @Test
    void junkBetweenMembersIsOneLostRange() {
        byte[] junk = new byte[700];
        new Random(1).nextBytes(junk);
        List<byte[]> members = new ArrayList<>(
                Archives.records(COUNT).stream().map(Archives::gzip).toList());
        int from = members.get(0).length + members.get(1).length;
        members.add(2, junk);

        Archives.Reading reading = Archives.read(Archives.join(members));

        assertThat(reading.numbers()).isEqualTo(Archives.upTo(COUNT));
        assertThat(reading.lost())
                .extracting(Damage::from, Damage::to)
                .containsExactly(tuple((long) from, from + 700L));
    }

    /** Deflate data of the same content falls into step again: the cut copy then seems to end where the whole one does. */
    @Test
    void aMemberThatACrashCutAndThatWasWrittenAgainIsReadFromItsWholeCopy() {
        List<byte[]> members = new ArrayList<>(
                Archives.records(COUNT).stream().map(Archives::gzip).toList());
        String page = Archives.page(1) + Archives.page(2) + Archives.page(3) + Archives.page(4) + Archives.page(5);
        byte[] whole = Archives.gzip(Archives.warc(BAD, Archives.http("", Archives.bytes(page))));
        for (int cut = 1; cut < whole.length; cut++) {
            members.set(BAD, Archives.join(Arrays.copyOf(whole, cut), whole));
            Archives.Reading reading = Archives.read(Archives.join(members));
            assertThat(reading.numbers().stream().distinct())
                    .as("cut after %d of %d bytes", cut, whole.length)
                    .containsExactlyElementsOf(Archives.upTo(COUNT));
            assertThat(reading.unaccounted()).isEqualTo(-1);
        }
    }

    @Test
    void anArchiveInsideAMemberWithAWrongChecksumIsNotRead() {
        byte[] inner = Archives.gzipEach(List.of(Archives.warc(90, Archives.http(90))));
        byte[] outer = Archives.gzip(Archives.warc(1, Archives.http("", inner)), Deflater.NO_COMPRESSION);
        outer[outer.length - 6] ^= 1;
        byte[] content = Archives.join(
                Archives.gzip(Archives.warc(0, Archives.http(0))),
                outer,
                Archives.gzip(Archives.warc(2, Archives.http(2))));
        assertThat(Archives.read(content).numbers()).containsExactly(0, 2);
    }

    @Test
    void junkBeforeTheFirstMemberIsSkipped() {
        byte[] content = Archives.join(
                Archives.bytes("<html>proxy says hello</html>"), Archives.gzipEach(Archives.records(COUNT)));
        assertThat(Archives.read(content).numbers()).isEqualTo(Archives.upTo(COUNT));
    }

    @Test
    void archivesInsidePayloadsAreNotRecords() {
        List<byte[]> inner = List.of(Archives.warc(90, Archives.http(90)), Archives.warc(91, Archives.http(91)));
        for (byte[] trap : List.of(Archives.join(inner), Archives.gzipEach(inner))) {
            List<byte[]> records = Archives.records(COUNT);
            records.set(BAD, Archives.warc(BAD, Archives.http("", trap)));
            byte[] stored = Archives.join(records.stream()
                    .map(r -> Archives.gzip(r, Deflater.NO_COMPRESSION))
                    .toList());
            for (byte[] content : List.of(Archives.join(records), Archives.gzipEach(records), stored)) {
                assertThat(Archives.read(content).numbers()).isEqualTo(Archives.upTo(COUNT));
            }
        }
    }

    @Test
    void aPayloadAboveTheCapIsCutAndMarkedAndTheNextRecordIsRead() {
        byte[] zeros = new byte[30_000_000];
        byte[] content = Archives.join(
                Archives.gzip(Archives.warc(0, Archives.http("", zeros))),
                Archives.gzip(Archives.warc(1, Archives.http(1))));
        Limits limits = Limits.DEFAULT.withPayloadBytes(100_000);

        Archives.Reading reading = Archives.read(content, ReadSettings.DEFAULT.with(limits));

        assertThat(reading.numbers()).containsExactly(0, 1);
        assertThat(reading.records().get(0).payload().length()).isEqualTo(100_000);
        assertThat(reading.records().get(0).payload().extent()).isEqualTo(Payload.Extent.CAPPED);
    }

    @Test
    void aMemberThatInflatesBeyondItsRecordIsLeft() {
        byte[] bomb = Archives.gzip(Archives.join(Archives.warc(1, Archives.http(1)), new byte[60_000_000]));
        byte[] content = Archives.join(
                Archives.gzip(Archives.warc(0, Archives.http(0))),
                bomb,
                Archives.gzip(Archives.warc(2, Archives.http(2))));
        Archives.Reading reading = Archives.read(content);
        assertThat(reading.numbers()).containsExactly(0, 1, 2);
        assertThat(reading.lost()).extracting(Damage::reason).containsExactly(DamageReason.JUNK);
    }

    @Test
    void aHeaderWithoutEndIsOverTheLimit() {
        byte[] bomb = Archives.gzip(Archives.join(Archives.bytes("WARC/1.0\r\nX: "), new byte[30_000_000]));
        byte[] content = Archives.join(bomb, Archives.gzip(Archives.warc(2, Archives.http(2))));

        Archives.Reading reading = Archives.read(content);

        assertThat(reading.numbers()).containsExactly(2);
        assertThat(reading.lost()).extracting(Damage::reason).containsExactly(DamageReason.OVER_LIMIT);
    }

    @Test
    void aMemberWithAWrongChecksumIsLostOrGivenUnproved() {
        List<byte[]> members =
                new ArrayList<>(Archives.records(3).stream().map(Archives::gzip).toList());
        byte[] bad = members.get(1).clone();
        bad[bad.length - 6] ^= 0x10;
        members.set(1, bad);
        byte[] content = Archives.join(members);

        Archives.Reading left = Archives.read(content);
        Archives.Reading given = Archives.read(content, ReadSettings.DEFAULT.with(ReadSettings.Unproved.GIVE));

        assertThat(left.numbers()).containsExactly(0, 2);
        assertThat(left.lost()).extracting(Damage::reason).containsExactly(DamageReason.WRONG_CHECKSUM);
        assertThat(given.records()).extracting(CrawlRecord::unproved).containsExactly(false, true, false);
        assertThat(given.lost()).isEqualTo(left.lost());
    }

    @Test
    void headersAloneGiveTheSameRecordsWithoutPayload() {
        byte[] content = Archives.gzipEach(Archives.records(COUNT));

        Archives.Reading reading = Archives.read(content, ReadSettings.DEFAULT.with(ReadSettings.Want.HEADERS));

        assertThat(reading.numbers()).isEqualTo(Archives.upTo(COUNT));
        assertThat(reading.records()).allMatch(r -> r.payload().length() == 0 && r.status() == 200);
        assertThat(reading.records())
                .extracting(CrawlRecord::place)
                .isEqualTo(Archives.read(content).records().stream()
                        .map(CrawlRecord::place)
                        .toList());
    }

    @Test
    void revisitsAndSegmentsComeOutWithTheirReferences() {
        String revisit =
                "WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Record-ID: <urn:uuid:r>\r\nWARC-Date: 2024-03-01T00:00:00Z\r\n"
                        + "WARC-Target-URI: <http://a.example/x>\r\nWARC-Refers-To: <urn:uuid:o>\r\n"
                        + "WARC-Payload-Digest: sha1:ABC\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
        String segment =
                "WARC/1.0\r\nWARC-Type: continuation\r\nWARC-Record-ID: <urn:uuid:s>\r\nWARC-Date: 2024-03-01T00:00:00Z\r\n"
                        + "WARC-Segment-Number: 2\r\nWARC-Segment-Origin-ID: <urn:uuid:o>\r\nContent-Length: 4\r\n\r\nrest\r\n\r\n";

        List<CrawlRecord> records =
                Archives.read(Archives.bytes(revisit + segment)).records();

        assertThat(records.get(0).refersTo()).isEqualTo("urn:uuid:o");
        assertThat(records.get(0).targetUri()).isEqualTo("http://a.example/x");
        assertThat(records.get(0).declaredDigest()).isEqualTo("sha1:ABC");
        assertThat(records.get(1).segmentNumber()).isEqualTo(2);
        assertThat(records.get(1).segmentOrigin()).isEqualTo("urn:uuid:o");
        assertThat(records.get(1).payload().bytes()).isEqualTo(Archives.bytes("rest"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/a b c 192.0.2.1 20240301000500 text/html, http://a.example/a b c, 2024-03-01T00:05:00Z",
        "http://a.example/x 20240301000500 192.0.2.1 text/html, http://a.example/x, 2024-03-01T00:05:00Z",
        "http://a.example/x 192.0.2.1 2024030100 text/html, http://a.example/x, 2024-03-01T00:00:00Z",
        "http://a.example/x 192.0.2.1 202403010005001234 text/html, http://a.example/x, 2024-03-01T00:05:00Z",
        "http://a.example/x None 20240301000500 text/html 200 - - 1000000000 x.arc, http://a.example/x, 2024-03-01T00:05:00Z"
    })
    void arcLinesAreReadInAllTheirOddForms(String line, String url, Instant date) {
        byte[] block = Archives.http(1);
        String version = "1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n\n";
        byte[] content = Archives.join(
                Archives.bytes(
                        "filedesc://x.arc 0.0.0.0 20240301000000 text/plain " + version.length() + "\n" + version),
                Archives.bytes(line + " " + block.length + "\n"),
                block,
                Archives.bytes("\n"),
                Archives.bytes("http://b.example/ 192.0.2.1 20240301000500 text/html 5\nhello\n"));

        Archives.Reading reading = Archives.read(content);

        assertThat(reading.damage()).isEmpty();
        assertThat(reading.records()).extracting(CrawlRecord::typeName).containsExactly("arc-filedesc", "arc", "arc");
        assertThat(reading.records().get(1).targetUri()).isEqualTo(url);
        assertThat(reading.records().get(1).date()).isEqualTo(date);
        assertThat(reading.records().get(1).payload().bytes()).isEqualTo(Archives.bytes(Archives.page(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-19T05:05:05Z, 2024-06-19T05:05:05Z, true",
        "2024-06-19T05:05:05.123456789Z, 2024-06-19T05:05:05.123456789Z, true",
        "2024-06-19T05:05Z, 2024-06-19T05:05:00Z, true",
        "2024-06-19, 2024-06-19T00:00:00Z, true",
        "2024, 2024-01-01T00:00:00Z, true",
        "20240619050505, 2024-06-19T05:05:05Z, false",
        "2024-06-19T14:05:05+09:00, 2024-06-19T05:05:05Z, false",
        "2024-13-45T99:00:00Z, , false",
        "+999999999-12-31T00:00:00Z, , false"
    })
    void captureTimesAreReadOrLeftRaw(String raw, Instant expected, boolean regular) {
        assertThat(CaptureDate.ofWarc(raw)).isEqualTo(new CaptureDate(expected, regular));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>a page</html>", "\u0089PNG\r\n", "\u001f\u008b\u0008", "\u001f", "WARC/x"})
    void whatIsNoArchiveIsOneDamageOverTheWholeFile(String content) {
        Archives.Reading reading = Archives.read(Archives.bytes(content));
        assertThat(reading.records()).isEmpty();
        assertThat(reading.lost()).hasSize(1);
        assertThat(reading.lost().get(0).length()).isEqualTo(content.length());
    }

    @Test
    void lz4IsRefusedWithAReason() {
        Archives.Reading reading = Archives.read(Archives.bytes("\u0004\"M\u0018abcdefghijk"));
        assertThat(reading.damage().get(0).reason()).isEqualTo(DamageReason.UNSUPPORTED);
        assertThat(reading.damage().get(0).detail()).contains("lz4 is not read");
    }

    @Test
    void anEmptyFileGivesNothing() {
        assertThat(Archives.read(new byte[0]).items()).isEmpty();
        assertThat(Archives.read(Archives.gzip(new byte[0])).items()).isEmpty();
        assertThat(Archives.read(Archives.bytes("\r\n\r\n")).items()).isEmpty();
    }

    @Test
    void manyFalseStartsCostLinearTime() {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            content.append(String.format(
                    Locale.ROOT, "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n", 1_000_000 - 40 * i));
        }
        Archives.Reading reading = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Archives.read(Archives.bytes(content.toString())));
        assertThat(reading.unaccounted()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n"})
    void headersThatNeverEndOrOnlyOnceCostLinearTime(String end) {
        String content = "WARC/1.0\r\n".repeat(300_000) + end;
        Archives.Reading reading = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Archives.read(Archives.bytes(content)));
        assertThat(reading.records()).isEmpty();
        assertThat(reading.unaccounted()).isEqualTo(-1);
    }
}
