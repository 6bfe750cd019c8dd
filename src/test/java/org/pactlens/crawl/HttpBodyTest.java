package org.pactlens.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HttpBodyTest {
    private static final byte[] PAGE = Archives.bytes(Archives.page(1));

    private static CrawlRecord read(byte[] block) {
        return Archives.read(Archives.gzip(Archives.warc(1, block))).only();
    }

    private static byte[] body(String headers, byte[] body) {
        return read(Archives.http(headers, body)).payload().bytes();
    }

    private static byte[] deflate(byte[] content, boolean raw) {
        Deflater deflater = new Deflater(6, raw);
        deflater.setInput(content);
        deflater.finish();
        byte[] out = new byte[content.length + 100];
        int size = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, size);
    }

    private static byte[] chunked(byte[] content) {
        int half = content.length / 2;
        return Archives.join(
                Archives.bytes(Integer.toHexString(half) + ";name=v\r\n"),
                Arrays.copyOf(content, half),
                Archives.bytes(
                        "\r\n" + Integer.toHexString(content.length - half).toUpperCase(Locale.ROOT) + "\r\n"),
                Arrays.copyOfRange(content, half, content.length),
                Archives.bytes("\r\n0\r\nX-Trailer: 1\r\n\r\n"));
    }

    /** Brotli without compression: window of 16 bits, one plain meta-block, an empty last one (RFC 7932, 9.2). */
    private static byte[] brotli(byte[] content) {
        long head = (long) (content.length - 1) << 4 | 1L << 20;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            out.write((int) (head >> 8 * i));
        }
        out.writeBytes(content);
        out.write(3);
        return out.toByteArray();
    }

    @Test
    void everyCodingIsUndone() {
        byte[] gzip = Archives.gzip(PAGE);
        assertThat(body("Content-Encoding: gzip\r\n", gzip)).isEqualTo(PAGE);
        assertThat(body("Content-Encoding: X-GZIP\r\n", gzip)).isEqualTo(PAGE);
        assertThat(body("Content-Encoding: gzip, gzip\r\n", Archives.gzip(gzip)))
                .isEqualTo(PAGE);
        assertThat(body("Content-Encoding: deflate\r\n", deflate(PAGE, false))).isEqualTo(PAGE);
        assertThat(body("Content-Encoding: deflate\r\n", deflate(PAGE, true))).isEqualTo(PAGE);
        assertThat(body("Content-Encoding: br\r\n", brotli(PAGE))).isEqualTo(PAGE);
        assertThat(body("Content-Encoding: zstd\r\n", Zstd.compress(PAGE))).isEqualTo(PAGE);
        assertThat(body("Transfer-Encoding: chunked\r\n", chunked(PAGE))).isEqualTo(PAGE);
        assertThat(body("Transfer-Encoding: gzip, chunked\r\n", chunked(gzip))).isEqualTo(PAGE);
        assertThat(body("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzip)))
                .isEqualTo(PAGE);
        assertThat(body("Content-Encoding: identity\r\n", PAGE)).isEqualTo(PAGE);
    }

    @Test
    void aGzipBodyOfTwoMembersIsOneBody() {
        byte[] two = Archives.join(Archives.gzip(Archives.bytes("one ")), Archives.gzip(Archives.bytes("two")));
        assertThat(body("Content-Encoding: gzip\r\n", two)).isEqualTo(Archives.bytes("one two"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip",
                "Content-Encoding: br",
                "Content-Encoding: deflate",
                "Content-Encoding: zstd",
                "Content-Encoding: sdch",
                "Transfer-Encoding: chunked",
                "Content-Length: 3",
                "Content-Length: 99999999999"
            })
    void aHeaderThatLiesLeavesTheBodyAsItIs(String header) {
        CrawlRecord record = read(Archives.http(header + "\r\n", PAGE));
        assertThat(record.payload().bytes()).isEqualTo(PAGE);
        assertThat(record.notes().contains(Note.CODING)).isEqualTo(!header.startsWith("Content-Length"));
    }

    @Test
    void aCodedBodyThatBreaksOffKeepsItsBeginning() {
        byte[] long1 = Archives.bytes(Archives.page(1).repeat(20));
        byte[] gzip = Archives.gzip(long1, Deflater.BEST_SPEED);
        CrawlRecord cut = read(Archives.http("Content-Encoding: gzip\r\n", Arrays.copyOf(gzip, gzip.length - 30)));
        assertThat(cut.payload().extent()).isEqualTo(Payload.Extent.BROKEN_OFF);
        assertThat(new String(cut.payload().bytes(), StandardCharsets.UTF_8)).startsWith("<html><title>Page 1");

        byte[] chunks = chunked(PAGE);
        CrawlRecord half =
                read(Archives.http("Transfer-Encoding: chunked\r\n", Arrays.copyOf(chunks, chunks.length - 60)));
        assertThat(half.payload().extent()).isEqualTo(Payload.Extent.BROKEN_OFF);
        assertThat(PAGE).startsWith(half.payload().bytes());
    }

    @Test
    void aBodyBombIsCapped() {
        byte[] bomb = Archives.gzip(new byte[50_000_000], Deflater.BEST_COMPRESSION);
        CrawlRecord record = read(Archives.http("Content-Encoding: gzip\r\n", bomb));
        assertThat(record.payload().extent()).isEqualTo(Payload.Extent.CAPPED);
        assertThat(record.payload().length()).isLessThanOrEqualTo(Limits.DEFAULT.payloadBytes());
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK, 200",
        "HTTP/1.1 200, 200",
        "HTTP/2 404, 404",
        "ICY 200 OK, 200",
        "http/1.1 301 moved, 301",
        "HTTP/1.1 0 , 0",
        "HTTP/1.1, -1",
        "HTTP/1.1 -1 Odd, -1",
        "HTTP/1.1 99999 Odd, 99999"
    })
    void statusLinesAreReadLeniently(String line, int status) {
        CrawlRecord record = read(Archives.bytes(line + "\nContent-Type: text/plain\n\nbody"));
        assertThat(record.status()).isEqualTo(status);
        assertThat(record.mediaType()).isEqualTo("text/plain");
        assertThat(record.payload().bytes()).isEqualTo(Archives.bytes("body"));
    }

    @Test
    void aBlockWithoutHttpHeadIsTheBody() {
        CrawlRecord record = read(PAGE);
        assertThat(record.http()).isNull();
        assertThat(record.status()).isEqualTo(-1);
        assertThat(record.payload().bytes()).isEqualTo(PAGE);
        assertThat(record.notes()).contains(Note.HTTP_HEAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=utf-8|text/html|utf-8",
                "TEXT/HTML;Charset=\"Windows-1251\"|text/html|Windows-1251",
                "text/html; charset = 'euc-kr' ; x=y|text/html|euc-kr",
                "text/html|text/html|",
                "; charset=|  |"
            })
    void contentTypesAreReadLeniently(String value, String type, String charset) {
        String expected = type == null || type.isBlank() ? null : type;
        assertThat(ContentType.parse(value)).isEqualTo(new ContentType(expected, charset));
    }

    @Test
    void equalDocumentsHaveEqualDigestsHoweverTheyWereSent() {
        String plain = read(Archives.http("", PAGE)).payload().sha256();
        String coded = read(Archives.http("Content-Encoding: gzip\r\n", Archives.gzip(PAGE)))
                .payload()
                .sha256();
        assertThat(coded).isEqualTo(plain).hasSize(32);
    }
}
