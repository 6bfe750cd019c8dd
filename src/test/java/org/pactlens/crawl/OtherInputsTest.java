package org.pactlens.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherInputsTest {
    @ParameterizedTest
    @CsvSource({
        "a.warc, ARCHIVE",
        "a.warc.gz.open, ARCHIVE",
        "a.ARC.gz, ARCHIVE",
        "a.wacz, ARCHIVE",
        "a.warc.wet.gz, ARCHIVE",
        "news.jsonl, NEWS_DUMP",
        "news.jsonl.gz, NEWS_DUMP",
        "page.HTML, DOCUMENT",
        "my.archive.html, DOCUMENT",
        "x.pdf, DOCUMENT",
        "x.docx, DOCUMENT",
        "x.epub, DOCUMENT",
        "x.eml, DOCUMENT",
        "x.png, IGNORED",
        "README, IGNORED",
        "a.txt.gz, IGNORED",
        "warc, IGNORED"
    })
    void aFileIsTakenForWhatItsNameSays(String name, FileKind kind) {
        assertThat(FileKind.of(name, Archives.bytes("whatever"))).isEqualTo(kind);
    }

    @Test
    void anArchiveWithoutANameIsKnownByItsContent() {
        byte[] record = Archives.warc(1, Archives.http(1));
        assertThat(FileKind.of("download", record)).isEqualTo(FileKind.ARCHIVE);
        assertThat(FileKind.of("download", Archives.gzip(record))).isEqualTo(FileKind.ARCHIVE);
        assertThat(FileKind.of("download", Archives.gzip(Archives.bytes("no record"))))
                .isEqualTo(FileKind.IGNORED);
    }

    @Test
    void aDocumentOfAFolderIsOneRecord() {
        CrawlRecord record = Archives.read(Archives.file("story.html", Archives.bytes("<p>text")), ReadSettings.DEFAULT)
                .only();
        assertThat(record.type()).isEqualTo(RecordType.FILE);
        assertThat(record.targetUri()).isEqualTo("file:///in/story.html");
        assertThat(record.mediaType()).isEqualTo("text/html");
        assertThat(record.payload().bytes()).isEqualTo(Archives.bytes("<p>text"));
        assertThat(Archives.read(Archives.file("empty.html", new byte[0]), ReadSettings.DEFAULT)
                        .items())
                .isEmpty();
    }

    @Test
    void aDocumentAboveTheCapIsCutAndMarked() {
        ReadSettings settings = ReadSettings.DEFAULT.with(Limits.DEFAULT.withPayloadBytes(10));
        Payload payload = Archives.read(Archives.file("a.txt", Archives.bytes("0123456789x")), settings)
                .only()
                .payload();
        assertThat(payload.length()).isEqualTo(10);
        assertThat(payload.extent()).isEqualTo(Payload.Extent.CAPPED);
    }

    private static final List<String> DUMP = List.of(
            "{\"url\":\"http://a.example/1\",\"title\":\"T\",\"text\":\"one\",\"date\":\"2024-06-19\"}\n",
            "not json\n",
            "\n{\"url\":\"http://a.example/2\"}\n",
            "[1]\n",
            "{\"url\":\"http://a.example/3\",\"text\":\"three\"}");

    private static byte[] dump(List<String> lines) {
        return Archives.bytes(String.join("", lines));
    }

    private static List<NewsItem> news(Archives.Reading reading) {
        return reading.items().stream()
                .filter(NewsItem.class::isInstance)
                .map(NewsItem.class::cast)
                .toList();
    }

    @Test
    void aNewsDumpGivesItemsAndOneDamageForEachBadLine() {
        for (String name : List.of("d.jsonl", "d.jsonl.gz")) {
            byte[] content = name.endsWith("gz") ? Archives.gzip(dump(DUMP)) : dump(DUMP);
            Archives.Reading reading = Archives.read(Archives.file(name, content), ReadSettings.DEFAULT);
            assertThat(news(reading)).extracting(NewsItem::text).containsExactly("one", "three");
            assertThat(news(reading)).extracting(NewsItem::dateRaw).containsExactly("2024-06-19", null);
            assertThat(reading.damage())
                    .extracting(Damage::detail)
                    .satisfiesExactly(
                            detail -> assertThat(detail).startsWith("line 2: "),
                            detail -> assertThat(detail).startsWith("line 4: "),
                            detail -> assertThat(detail).startsWith("line 5: "));
            assertThat(reading.damage()).allMatch(damage -> damage.reason() == DamageReason.BAD_LINE);
        }
    }

    @Test
    void placesInANewsDumpAreBytesAndEveryByteIsInOneItem() {
        Archives.Reading reading = Archives.read(Archives.file("d.jsonl", dump(DUMP)), ReadSettings.DEFAULT);
        long from = DUMP.get(0).length();
        assertThat(reading.damage())
                .extracting(Damage::from, Damage::to)
                .containsExactly(tuple(from, from + 9), tuple(from + 9, from + 39), tuple(from + 39, from + 43));
        assertThat(news(reading)).extracting(item -> item.place().end()).containsExactly(from, reading.length());
        assertThat(reading.unaccounted()).isEqualTo(-1);
    }

    /** Ten thousand lines in a few hundred bytes: no border is exact, but a bad line still costs something. */
    @Test
    void aBadLineInACompressedDumpIsNeverALossOfNothing() {
        List<String> lines = new ArrayList<>(Collections.nCopies(10_000, DUMP.get(0)));
        lines.set(5000, "bad\n");
        lines.set(9999, DUMP.get(4));
        byte[] content = Archives.gzip(dump(lines));
        Archives.Reading reading = Archives.read(Archives.file("d.jsonl.gz", content), ReadSettings.DEFAULT);
        assertThat(reading.damage()).hasSize(1).allMatch(damage -> damage.length() > 0);
        assertThat(reading.unaccounted()).isEqualTo(-1);
    }

    @Test
    void aCutDumpLosesTheBytesAfterItsLastWholeLine() {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            lines.add("{\"url\":\"http://a.example/" + i + "\",\"text\":\"" + random.nextLong() + "\"}\n");
        }
        byte[] whole = Archives.gzip(dump(lines));
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        Archives.Reading reading = Archives.read(Archives.file("d.jsonl.gz", cut), ReadSettings.DEFAULT);
        assertThat(news(reading)).hasSizeBetween(900, 1100);
        assertThat(reading.damage()).extracting(Damage::reason).containsExactly(DamageReason.CUT);
        assertThat(reading.unaccounted()).isEqualTo(-1);
    }

    @Test
    void aDumpGoesOnAtTheNextMemberAfterDamage() {
        List<byte[]> members = new ArrayList<>();
        Random random = new Random(2);
        for (int m = 0; m < 6; m++) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                lines.append(
                        "{\"url\":\"http://a.example/" + m + "/" + i + "\",\"text\":\"" + random.nextLong() + "\"}\n");
            }
            members.add(Archives.gzip(Archives.bytes(lines.toString())));
        }
        int second = members.get(0).length + members.get(1).length;
        for (int at = 0; at < members.get(2).length; at += 37) {
            byte[] content = Archives.join(members);
            content[second + at] ^= 0x55;
            Archives.Reading reading = Archives.read(Archives.file("d.jsonl.gz", content), ReadSettings.DEFAULT);
            String name = "byte " + at + " of the third member: " + reading.damage();
            for (int m : new int[] {0, 1, 3, 4, 5}) {
                assertThat(news(reading).stream().filter(item -> item.url().startsWith("http://a.example/" + m + "/")))
                        .as(name)
                        .hasSize(50);
            }
            assertThat(reading.lost()).as(name).isNotEmpty();
            // The last member's checksum lies behind the last line.
            assertThat(reading.unaccounted()).as(name).isIn(-1L, content.length - 8L);
        }
    }

    @Test
    void nestedFieldsAreMappedByDots() throws IOException {
        InputFile file = Archives.file(
                "d.jsonl", Archives.bytes("{\"meta\":{\"link\":\"u\",\"x\":[{\"body\":\"no\"}]},\"body\":\"yes\"}"));
        NewsMapping mapping = new NewsMapping("meta.link", "outlet", "date", "title", "body");
        try (ItemReader reader = CrawlReaders.open(file, FileKind.NEWS_DUMP, ReadSettings.DEFAULT, mapping)) {
            assertThat(reader.next()).isInstanceOfSatisfying(NewsItem.class, item -> {
                assertThat(item.url()).isEqualTo("u");
                assertThat(item.text()).isEqualTo("yes");
            });
        }
    }

    @Test
    void aLineAboveTheCapIsDamageAndTheNextIsRead() {
        String content = "{\"url\":\"" + "x".repeat(400_000) + "\"}\n{\"url\":\"u\",\"text\":\"t\"}\n";
        ReadSettings settings = ReadSettings.DEFAULT.with(Limits.DEFAULT.withPayloadBytes(1000));
        Archives.Reading reading = Archives.read(Archives.file("d.jsonl", Archives.bytes(content)), settings);
        assertThat(reading.damage()).extracting(Damage::reason).containsExactly(DamageReason.OVER_LIMIT);
        assertThat(reading.items()).hasSize(2);
    }

    private static byte[] zip(byte[] archive, int method) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("datapackage.json"));
            zip.write(Archives.bytes("{}"));
            ZipEntry entry = new ZipEntry("archive/../../data.warc.gz");
            entry.setMethod(method);
            if (method == ZipEntry.STORED) {
                CRC32 crc = new CRC32();
                crc.update(archive);
                entry.setSize(archive.length);
                entry.setCrc(crc.getValue());
            }
            zip.putNextEntry(entry);
            zip.write(archive);
        }
        return out.toByteArray();
    }

    @Test
    void theArchivesInAWaczAreReadStoredOrDeflated() throws IOException {
        byte[] archive = Archives.gzipEach(Archives.records(4));
        for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
            Archives.Reading reading =
                    Archives.read(Archives.file("a.wacz", zip(archive, method)), ReadSettings.DEFAULT);
            assertThat(reading.format()).isEqualTo("wacz");
            assertThat(reading.numbers()).isEqualTo(Archives.upTo(4));
            assertThat(reading.damage()).isEmpty();
        }
    }

    @Test
    void theBodiesOfAWaczAreChosenByTheirPlaceInTheFile() throws IOException {
        byte[] wacz = zip(Archives.gzipEach(Archives.records(4)), ZipEntry.STORED);
        List<CrawlRecord> all = Archives.read(Archives.file("a.wacz", wacz), ReadSettings.DEFAULT)
                .records();
        long wanted = all.get(2).place().offset();

        List<CrawlRecord> records = Archives.read(
                        Archives.file("a.wacz", wacz),
                        ReadSettings.DEFAULT.withBodies(record -> record.place().offset() == wanted))
                .records();

        assertThat(records)
                .filteredOn(record -> record.payload().length() > 0)
                .extracting(CrawlRecord::recordId)
                .containsExactly(all.get(2).recordId());
    }

    @Test
    void aDeflatedEntryThatIsDamagedIsALostRange() throws IOException {
        byte[] wacz = zip(Archives.join(Archives.records(40)), ZipEntry.DEFLATED);
        Arrays.fill(wacz, wacz.length / 2, wacz.length / 2 + 30, (byte) 0xA5);
        Archives.Reading reading = Archives.read(Archives.file("a.wacz", wacz), ReadSettings.DEFAULT);
        assertThat(reading.lost()).isNotEmpty();
    }

    /** Each damage sends the reader back, and a deflated entry can only be inflated from its start. */
    @Test
    void aDeflatedEntryThatIsDamagedOverAndOverIsInflatedAFewTimesAtMost() throws IOException {
        Random random = new Random(11);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        for (byte[] record : Archives.records(300)) {
            byte[] letters = new byte[60_000];
            random.nextBytes(letters);
            byte[] member = Archives.gzipEach(List.of(Archives.join(List.of(record, letters))));
            Arrays.fill(member, member.length / 2, member.length / 2 + 30, (byte) 0xA5);
            archive.writeBytes(member);
        }
        byte[] wacz = zip(archive.toByteArray(), ZipEntry.DEFLATED);
        AtomicLong read = new AtomicLong();
        ByteSource counted = new ByteSource() {
            @Override
            public long length() {
                return wacz.length;
            }

            @Override
            public InputStream open(long offset) {
                return new ByteArrayInputStream(wacz, (int) offset, wacz.length - (int) offset) {
                    @Override
                    public int read(byte[] into, int at, int length) {
                        int n = super.read(into, at, length);
                        read.addAndGet(Math.max(0, n));
                        return n;
                    }
                };
            }
        };
        Archives.Reading reading =
                Archives.read(new InputFile("file:///in/a.wacz", "a.wacz", counted, null, null), ReadSettings.DEFAULT);
        assertThat(read.get()).isLessThan(40L * wacz.length);
        assertThat(reading.lost()).isNotEmpty();
    }

    @Test
    void aWaczWithoutDirectoryStillGivesItsRecords() throws IOException {
        byte[] whole = zip(Archives.gzipEach(Archives.records(4)), ZipEntry.STORED);
        byte[] cut = Arrays.copyOf(whole, whole.length - 60);
        assertThat(Archives.read(Archives.file("a.wacz", cut), ReadSettings.DEFAULT)
                        .numbers())
                .isEqualTo(Archives.upTo(4));
    }

    @Test
    void aStorageThatFailsIsNoDamageOfTheFile() throws IOException {
        ByteSource failing = new ByteSource() {
            @Override
            public InputStream open(long offset) {
                return new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("disk is gone");
                    }
                };
            }

            @Override
            public long length() {
                return 100;
            }
        };
        try (ItemReader reader = new ArchiveReader(failing, ReadSettings.DEFAULT)) {
            assertThatThrownBy(reader::hasNext)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("disk is gone");
        }
    }

    @Test
    void aSummaryAddsUpAFile() throws IOException {
        List<byte[]> records = Archives.records(4);
        records.add(Archives.warc(9, Archives.http(1)));
        byte[] content = Archives.join(Archives.gzipEach(records), Archives.bytes("junk after the end"));
        InputFile file = Archives.file("x.warc.gz", content);
        try (ItemReader reader = CrawlReaders.open(file, FileKind.ARCHIVE, ReadSettings.DEFAULT, NewsMapping.DEFAULT)) {
            CrawlSummary summary = CrawlSummary.of(file, reader);
            assertThat(summary.records()).isEqualTo(5);
            assertThat(summary.recordsByType()).containsExactly(Map.entry("response", 5L));
            assertThat(summary.duplicates()).isEqualTo(1);
            assertThat(summary.damaged()).isEqualTo(1);
            assertThat(summary.bytesLost()).isEqualTo(18);
            assertThat(summary.lost())
                    .containsExactly(new CrawlSummary.Lost(content.length - 18L, content.length, "junk"));
            assertThat(summary.format()).isEqualTo("warc.gz");
            assertThat(summary.error()).isNull();
        }
    }
}
