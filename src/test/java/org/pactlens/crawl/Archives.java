package org.pactlens.crawl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small archives of known content, and readers' answers to them. */
final class Archives {
    private static final String[] WORDS = {
        "harbour", "council", "signed", "river", "bridge", "minister", "festival", "weather", "museum", "budget"
    };

    private Archives() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] join(List<byte[]> parts) {
        return join(parts.toArray(byte[][]::new));
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "urn:uuid:00000000-0000-4000-8000-%012d", number);
    }

    static String url(int number) {
        return "http://news" + number % 3 + ".example/story/" + number;
    }

    /** Text of a page, different for each number. */
    static String page(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder("<html><title>Page " + number + "</title><p>");
        for (int i = 0; i < 60; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text + "</p></html>";
    }

    static byte[] http(String headers, byte[] body) {
        return join(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n"), body);
    }

    static byte[] http(int number) {
        return http("", bytes(page(number)));
    }

    static byte[] warc(int number, byte[] block) {
        return warc(number, "Content-Length: " + block.length + "\r\n", block);
    }

    static byte[] warc(int number, String lengthLines, byte[] block) {
        String head =
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <" + id(number) + ">\r\nWARC-Date: 2024-03-01T00:"
                        + String.format(Locale.ROOT, "%02d", number % 60) + ":00Z\r\nWARC-Target-URI: " + url(number)
                        + "\r\nContent-Type: application/http; msgtype=response\r\n" + lengthLines + "\r\n";
        return join(bytes(head), block, bytes("\r\n\r\n"));
    }

    /** Sound records with the numbers 0 to {@code count - 1}. */
    static List<byte[]> records(int count) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(warc(i, http(i)));
        }
        return records;
    }

    static byte[] gzip(byte[] content) {
        return gzip(content, Deflater.DEFAULT_COMPRESSION);
    }

    static byte[] gzip(byte[] content, int level) {
        Deflater deflater = new Deflater(level, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 255});
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        CRC32 crc = new CRC32();
        crc.update(content);
        little(out, crc.getValue());
        little(out, content.length);
        return out.toByteArray();
    }

    private static void little(ByteArrayOutputStream out, long value) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >> shift) & 0xFF);
        }
    }

    static byte[] gzipEach(List<byte[]> records) {
        return join(records.stream().map(Archives::gzip).toList());
    }

    /** The numbers 0 to {@code count - 1} but one. */
    static List<Integer> allBut(int missing, int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i != missing) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    static List<Integer> upTo(int count) {
        return allBut(-1, count);
    }

    static InputFile file(String name, byte[] content) {
        return new InputFile("file:///in/" + name, name, new BytesSource(content), null, null);
    }

    static Reading read(byte[] content) {
        return read(content, ReadSettings.DEFAULT);
    }

    static Reading read(byte[] content, ReadSettings settings) {
        return read(file("x.warc.gz", content), settings);
    }

    static Reading read(InputFile file, ReadSettings settings) {
        List<CrawlItem> items = new ArrayList<>();
        try (ItemReader reader = CrawlReaders.open(file, CrawlReaders.kind(file), settings, NewsMapping.DEFAULT)) {
            reader.forEachRemaining(items::add);
            return new Reading(items, file.source().length(), reader.format());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a reader gave of a file. */
    record Reading(List<CrawlItem> items, long length, String format) {
        List<CrawlRecord> records() {
            return items.stream()
                    .filter(CrawlRecord.class::isInstance)
                    .map(CrawlRecord.class::cast)
                    .toList();
        }

        CrawlRecord only() {
            if (records().size() != 1) {
                throw new AssertionError("one record was expected, not " + items);
            }
            return records().get(0);
        }

        /** Numbers of the proved records, as {@link Archives#id} wrote them. */
        List<Integer> numbers() {
            return records().stream()
                    .filter(found -> !found.unproved() && found.recordId() != null)
                    .map(Reading::number)
                    .toList();
        }

        List<Damage> damage() {
            return items.stream()
                    .filter(Damage.class::isInstance)
                    .map(Damage.class::cast)
                    .toList();
        }

        /** -1 for a record that was damaged where no checksum guards it: its id is not that of its page. */
        private static int number(CrawlRecord found) {
            String digits = found.recordId().substring(found.recordId().lastIndexOf('-') + 1);
            boolean sound = digits.matches("0{6}[0-9]{6}")
                    && url(Integer.parseInt(digits)).equals(found.targetUri());
            return sound ? Integer.parseInt(digits) : -1;
        }

        /** Damage that lost bytes. */
        List<Damage> lost() {
            return damage().stream().filter(damage -> damage.length() > 0).toList();
        }

        /** The first byte that is in no item or in two; -1 where every byte is in exactly one. */
        long unaccounted() {
            long at = 0;
            for (CrawlItem item : items) {
                long from = at;
                long to = at;
                if (item instanceof Damage damage && damage.length() > 0) {
                    from = damage.from();
                    to = damage.to();
                } else if (item instanceof CrawlRecord found && !found.unproved()) {
                    from = found.place().offset();
                    to = found.place().end();
                } else if (item instanceof NewsItem news) {
                    from = news.place().offset();
                    to = news.place().end();
                }
                if (from != at) {
                    return at;
                }
                at = to;
            }
            return at == length ? -1 : at;
        }
    }
}
