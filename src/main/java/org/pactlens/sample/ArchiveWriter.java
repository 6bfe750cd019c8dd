package org.pactlens.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes WARC 1.1 records (ISO 28500:2017), one gzip member each, with fixed times so that bytes do not change. */
final class ArchiveWriter {
    private static final DateTimeFormatter WARC_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
    private static final String RESPONSE = "application/http; msgtype=response";
    private static final String HTML = "text/html";
    private static final int FLIPPED_BYTES = 16;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    /** The page of a document, in the document's charset. */
    void page(SampleDocument document, OffsetDateTime time, String page) {
        String charset = document.encoding().charset();
        String type = document.encoding().inHeader() ? HTML + "; charset=" + charset : HTML;
        response(document.url(), time, http("200 OK", type, "", Pages.encode(page, charset)));
    }

    void response(String url, OffsetDateTime time, byte[] answer) {
        record("response", url, time, RESPONSE, "", answer);
    }

    /** The same payload as at an earlier time, not stored again. */
    void revisit(String url, OffsetDateTime time, OffsetDateTime earlier) {
        String refers = "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
                + "WARC-Refers-To: <" + id("response", url, date(earlier)) + ">\r\n"
                + "WARC-Refers-To-Target-URI: " + url + "\r\nWARC-Refers-To-Date: " + date(earlier) + "\r\n";
        record("revisit", url, time, RESPONSE, refers, http("200 OK", HTML, "", new byte[0]));
    }

    /** A response whose member is damaged in the middle, as a broken transfer leaves it. */
    void damagedResponse(String url, OffsetDateTime time, String contentType, byte[] body) {
        byte[] member =
                member(record("response", url, date(time), RESPONSE, "", http("200 OK", contentType, "", body)));
        for (int i = 0; i < FLIPPED_BYTES; i++) {
            member[member.length / 2 + i] ^= 0x5a;
        }
        archive.writeBytes(member);
    }

    /** One record; further header lines may be given, each with its line end. */
    void record(String type, String url, OffsetDateTime time, String contentType, String moreHeaders, byte[] block) {
        archive.writeBytes(member(record(type, url, date(time), contentType, moreHeaders, block)));
    }

    private static byte[] record(
            String type, String url, String date, String contentType, String moreHeaders, byte[] block) {
        String head = "WARC/1.1\r\nWARC-Type: " + type + "\r\n"
                + (url == null ? "" : "WARC-Target-URI: " + url + "\r\n")
                + "WARC-Date: " + date + "\r\nWARC-Record-ID: <" + id(type, url, date) + ">\r\nContent-Type: "
                + contentType + "\r\n" + moreHeaders + "Content-Length: " + block.length + "\r\n\r\n";
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        record.writeBytes(block);
        record.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return record.toByteArray();
    }

    /** Derived from what the record is, so that it is the same in each build. */
    private static String id(String type, String url, String date) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((type + "\n" + url + "\n" + date).getBytes(StandardCharsets.UTF_8));
    }

    private static String date(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).format(WARC_DATE);
    }

    /** The head and body of an HTTP answer. */
    static byte[] http(String status, String contentType, String moreHeaders, byte[] body) {
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + contentType + "\r\n" + moreHeaders
                + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    /** RFC 1952, without name and time. */
    private static byte[] member(byte[] record) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(record);
        deflater.finish();
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        member.writeBytes(GZIP_HEADER);
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            member.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        CRC32 crc = new CRC32();
        crc.update(record);
        littleEndian(member, crc.getValue());
        littleEndian(member, record.length);
        return member.toByteArray();
    }

    private static void littleEndian(ByteArrayOutputStream out, long value) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >>> shift) & 0xff);
        }
    }

    byte[] toByteArray() {
        return archive.toByteArray();
    }
}
