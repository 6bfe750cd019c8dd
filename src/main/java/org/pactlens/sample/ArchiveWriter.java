package org.pactlens.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes WARC 1.1 records (ISO 28500:2017), one gzip member each, with fixed times so that bytes do not change. */
final class ArchiveWriter {
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    /** Record id of a capture: derived from what it is, so that it is the same in each build. */
    static String id(String type, String url, String date) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((type + "\n" + url + "\n" + date).getBytes(StandardCharsets.UTF_8));
    }

    /** One record; further header lines may be given, each with its line end. */
    void record(String type, String url, String date, String contentType, String moreHeaders, byte[] block) {
        archive.writeBytes(member(bytes(type, url, date, contentType, moreHeaders, block)));
    }

    /** A record whose member is damaged in the middle, as a broken transfer leaves it. */
    void damagedRecord(String url, String date, byte[] block) {
        byte[] member = member(bytes("response", url, date, "application/http; msgtype=response", "", block));
        for (int i = member.length / 2; i < member.length / 2 + 16; i++) {
            member[i] ^= 0x5a;
        }
        archive.writeBytes(member);
    }

    private static byte[] bytes(
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

    /** The head and body of an HTTP answer. */
    static byte[] http(String status, String contentType, String moreHeaders, byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(
                ("HTTP/1.1 " + status + "\r\n" + (contentType == null ? "" : "Content-Type: " + contentType + "\r\n")
                                + moreHeaders + "Content-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
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

    void writeTo(java.nio.file.Path file) {
        try {
            java.nio.file.Files.write(file, toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
