package org.pactlens.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads files of all sizes with their bodies in a process with a small heap: memory does not grow with the file. */
@Tag("scale")
class FlatMemoryTest {
    private static final String HEAP = "-Xmx256m";
    private static final int PAGE = 40_000;
    private static final long SMALL = 100L << 20;
    private static final long LARGE = 4L << 30;
    private static final String CLAIM = "Content-Length: 21474836480\r\n";

    @TempDir
    private Path folder;

    /** Reads a file and says what was in it: records, damaged ranges, most memory in use at any time in MiB. */
    static final class Reading {
        public static void main(String[] files) throws IOException {
            Path path = Path.of(files[0]);
            ByteSource source = new OnDisk(path, Files.size(path));
            long records = 0;
            long damaged = 0;
            InputFile file = new InputFile(path.toUri().toString(), path.toString(), source, null, null);
            try (ItemReader reader = CrawlReaders.open(file, Splits.Split.WHOLE, ReadSettings.DEFAULT)) {
                while (reader.hasNext()) {
                    boolean record = reader.next() instanceof CrawlRecord;
                    records += record ? 1 : 0;
                    damaged += record ? 0 : 1;
                }
            }
            System.out.println(records + " " + damaged + " " + residentMegabytes());
        }

        private static long residentMegabytes() throws IOException {
            Path status = Path.of("/proc/self/status");
            if (!Files.exists(status)) {
                return 0;
            }
            String line = Files.readAllLines(status).stream()
                    .filter(l -> l.startsWith("VmHWM:"))
                    .findFirst()
                    .orElse("VmHWM: 0 kB");
            return Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10;
        }
    }

    private record OnDisk(Path path, long length) implements ByteSource {
        @Override
        public InputStream open(long offset) throws IOException {
            InputStream in = Files.newInputStream(path);
            in.skipNBytes(offset);
            return in;
        }
    }

    private record Read(long records, long damaged, long megabytes) {}

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fourGigabytesNeedWhatOneHundredMegabytesNeed(boolean gzip) throws Exception {
        Read small = read(pages(SMALL, gzip));
        Read large = read(pages(LARGE, gzip));
        System.out.printf(
                "%s, %s: resident at most %d MiB for %d records, %d MiB for %d%n",
                gzip ? "gzip" : "plain", HEAP, small.megabytes, small.records, large.megabytes, large.records);
        assertThat(large.records).isGreaterThan(40 * small.records);
        assertThat(small.damaged + large.damaged).isZero();
        // Both fill the heap they may have before they tidy up.
        assertThat(large.megabytes).isLessThan(256 + 128);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRecordThatClaimsTwentyGigabytesCostsOneRecord(boolean gzip) throws Exception {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            byte[] block = Archives.http("", page(i));
            byte[] written = i == 10 ? Archives.warc(i, CLAIM, block) : Archives.warc(i, block);
            archive.writeBytes(gzip ? Archives.gzip(written) : written);
        }
        Read read = read(Files.write(folder.resolve("claim.bin"), archive.toByteArray()));
        System.out.printf("a claim of 20 GiB, %s: resident at most %d MiB%n", gzip ? "gzip" : "plain", read.megabytes);
        assertThat(read.records).isEqualTo(19);
        assertThat(read.damaged).isPositive();
    }

    private Path pages(long size, boolean gzip) throws IOException {
        Path target = folder.resolve("pages-" + size + (gzip ? ".warc.gz" : ".warc"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            long written = 0;
            for (int i = 0; written < size; i++) {
                byte[] record = Archives.warc(i, Archives.http("", page(i)));
                written += record.length;
                out.write(gzip ? packed(record) : record);
            }
        }
        return target;
    }

    private static byte[] packed(byte[] record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            zip.write(record);
        }
        return out.toByteArray();
    }

    private static byte[] page(int number) {
        byte[] page = new byte[PAGE];
        java.util.Arrays.fill(page, (byte) 'a');
        new Random(number).ints(PAGE / 20, 0, PAGE).forEach(at -> page[at] = (byte) ('a' + at % 26));
        return page;
    }

    private Read read(Path archive) throws Exception {
        Path output = Files.createTempFile(folder, "read", ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        Reading.class.getName(),
                        archive.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        if (!process.waitFor(15, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        Files.delete(archive);
        String said = Files.readString(output).strip();
        assertThat(said).matches("\\d+ \\d+ \\d+");
        String[] numbers = said.split(" ");
        return new Read(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
}
