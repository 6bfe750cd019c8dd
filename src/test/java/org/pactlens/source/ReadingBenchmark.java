package org.pactlens.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.pactlens.crawl.ByteSource;
import org.pactlens.crawl.CrawlReaders;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.InputFile;
import org.pactlens.crawl.ItemReader;
import org.pactlens.crawl.ReadSettings;
import org.pactlens.crawl.Splits;
import org.pactlens.crawl.Splits.Split;
import org.pactlens.screen.Screen;
import org.pactlens.study.StudyLoader;

/**
 * Ratios in one run, over real pages under ever new addresses. Prints them; asserts only what a busy machine keeps. Times are
 * medians over rounds in alternating order, of the processor and not of the clock: the machine may have other work.
 */
@Tag("benchmark")
class ReadingBenchmark {
    private static final Path SHARED = Path.of("..", "shared", "data");
    private static final long INFLATED = Long.getLong("pactlens.benchmark.megabytes", 1024) << 20;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    private record Timed(long records, double seconds) {}

    /** One thing to measure; its time is the median over the rounds. */
    private static final class Course {
        private final Callable<Timed> work;
        private final List<Double> seconds = new ArrayList<>();
        private long records;

        Course(Callable<Timed> work) {
            this.work = work;
        }

        /** Of work on this thread alone. */
        static Course of(Callable<Long> work) {
            return new Course(() -> {
                long start = THREADS.getCurrentThreadCpuTime();
                long records = work.call();
                return new Timed(records, (THREADS.getCurrentThreadCpuTime() - start) / 1e9);
            });
        }

        void run() throws Exception {
            Timed timed = work.call();
            records = timed.records;
            seconds.add(timed.seconds);
        }

        double seconds() {
            return seconds.stream().sorted().toList().get(seconds.size() / 2);
        }
    }

    private record LocalFile(Path path, long length) implements ByteSource {
        static InputFile of(Path path) throws IOException {
            ByteSource source = new LocalFile(path, Files.size(path));
            return new InputFile(path.toUri().toString(), path.getFileName().toString(), source, null, null);
        }

        @Override
        public InputStream open(long offset) throws IOException {
            InputStream in = Files.newInputStream(path);
            in.skipNBytes(offset);
            return in;
        }
    }

    @Test
    void readingCostsLittleMoreThanInflating() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(SHARED), "the shared pages are not beside this checkout");
        Path archive = archive(folder.resolve("pages.warc.gz"));
        InputFile file = LocalFile.of(archive);
        Screen screen = Screen.of(StudyLoader.loadBuiltIn("russia-dprk-pact"));
        ReadSettings headers = ReadSettings.DEFAULT.with(ReadSettings.Want.HEADERS);
        long[] kept = new long[1];
        Course plain = Course.of(() -> inflate(archive));
        Course records = Course.of(() -> read(file, Split.WHOLE, headers));
        Course peer = Course.of(() -> jwarc(archive, false));
        Course bodies = Course.of(() -> read(file, Split.WHOLE, ReadSettings.DEFAULT));
        Course peerBodies = Course.of(() -> jwarc(archive, true));
        Course two = new Course(() -> parallel(file, 2));
        Course screened = Course.of(() -> screen(file, screen, kept));
        List<Course> order = new ArrayList<>(List.of(plain, records, peer, bodies, peerBodies, two, screened));
        for (int round = 0; round < ROUNDS; round++) {
            for (Course course : order) {
                course.run();
            }
            Collections.reverse(order);
        }
        System.out.printf(
                "%d records; plain inflating %.2f s; headers x%.2f of it, bodies x%.2f, bodies and screening x%.2f"
                        + " (%d kept); records per second against jwarc: headers x%.2f, bodies x%.2f;"
                        + " two threads x%.2f of one%n",
                records.records,
                plain.seconds(),
                records.seconds() / plain.seconds(),
                bodies.seconds() / plain.seconds(),
                screened.seconds() / plain.seconds(),
                kept[0],
                peer.seconds() / records.seconds(),
                peerBodies.seconds() / bodies.seconds(),
                bodies.seconds() / two.seconds());
        assertThat(records.records).isEqualTo(peer.records).isEqualTo(two.records);
        assertThat(records.seconds()).as("reading against inflating").isLessThan(2 * plain.seconds());
    }

    private static long read(InputFile file, Split split, ReadSettings settings) throws IOException {
        long records = 0;
        try (ItemReader reader = CrawlReaders.open(file, split, settings)) {
            while (reader.hasNext()) {
                records += reader.next() instanceof CrawlRecord ? 1 : 0;
            }
        }
        return records;
    }

    private static long screen(InputFile file, Screen screen, long[] kept) throws IOException {
        long records = 0;
        kept[0] = 0;
        try (ItemReader reader = CrawlReaders.open(file, Split.WHOLE, ReadSettings.DEFAULT)) {
            while (reader.hasNext()) {
                if (reader.next() instanceof CrawlRecord found) {
                    records++;
                    Screen.Verdict verdict = screen.test(found.payload().bytes(), found.charset(), found.mediaType());
                    kept[0] += verdict == Screen.Verdict.NO_REQUIRED_CONCEPT ? 0 : 1;
                }
            }
        }
        return records;
    }

    /** The time of the thread that works longest, which is what the whole takes where each has a core. */
    private static Timed parallel(InputFile file, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long step = file.source().length() / threads + 1;
        List<Future<Timed>> parts = new ArrayList<>();
        for (Split split : Splits.of(file.source(), Splits.layout(file.source()), step)) {
            parts.add(pool.submit(() -> timed(file, split)));
        }
        Timed all = new Timed(0, 0);
        for (Future<Timed> part : parts) {
            Timed one = part.get();
            all = new Timed(all.records + one.records, Math.max(all.seconds, one.seconds));
        }
        pool.shutdown();
        return all;
    }

    private static Timed timed(InputFile file, Split split) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        long records = read(file, split, ReadSettings.DEFAULT);
        return new Timed(records, (THREADS.getCurrentThreadCpuTime() - start) / 1e9);
    }

    /** What {@link #read} does, with the HTTP head of every response; bodies are read to their end where asked for. */
    private static long jwarc(Path archive, boolean bodies) throws IOException {
        long records = 0;
        try (WarcReader reader = new WarcReader(archive)) {
            for (WarcRecord found : reader) {
                records++;
                if (found instanceof WarcResponse response) {
                    response.http().headers();
                    if (bodies) {
                        response.http().body().stream().readAllBytes();
                    }
                }
            }
        }
        return records;
    }

    /** Member by member, with checksums, as the archive below is written: headers of ten bytes. */
    private static long inflate(Path archive) throws IOException {
        byte[] in = new byte[1 << 16];
        byte[] out = new byte[1 << 16];
        long total = 0;
        Inflater inflater = new Inflater(true);
        CRC32 crc = new CRC32();
        try (InputStream file = Files.newInputStream(archive)) {
            int end = 0;
            int skip = 10;
            for (int pos = 0; ; ) {
                if (pos == end) {
                    end = file.read(in);
                    pos = 0;
                    if (end < 0) {
                        return total;
                    }
                }
                if (skip > 0) {
                    int n = Math.min(skip, end - pos);
                    skip -= n;
                    pos += n;
                    continue;
                }
                inflater.setInput(in, pos, end - pos);
                int n;
                while ((n = inflater.inflate(out)) > 0) {
                    crc.update(out, 0, n);
                    total += n;
                }
                pos = end - inflater.getRemaining();
                if (inflater.finished()) {
                    inflater.reset();
                    crc.reset();
                    skip = 18;
                }
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
    }

    /** The pages of ../shared again and again, each time under another address, until there are enough bytes. */
    private static Path archive(Path target) throws IOException {
        List<byte[]> pages = pages();
        long size = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            for (int i = 0; size < INFLATED; i++) {
                byte[] page = pages.get(i % pages.size());
                String head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:" + i
                        + ">\r\nWARC-Date: 2024-06-20T00:00:00Z\r\nWARC-Target-URI: http://news" + i % 50 + ".example/"
                        + i
                        + "\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: ";
                String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
                ByteArrayOutputStream member = new ByteArrayOutputStream();
                try (GZIPOutputStream zip = new GZIPOutputStream(member)) {
                    zip.write((head + (http.length() + page.length) + "\r\n\r\n" + http)
                            .getBytes(StandardCharsets.US_ASCII));
                    zip.write(page);
                    zip.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.write(member.toByteArray());
                size += page.length;
            }
        }
        return target;
    }

    private static List<byte[]> pages() throws IOException {
        List<byte[]> pages = new ArrayList<>();
        List<Path> archives;
        try (Stream<Path> files =
                Stream.concat(Files.list(SHARED.resolve("extraction")), Files.list(SHARED.resolve("crawl")))) {
            archives = files.filter(f -> f.toString().endsWith(".warc.gz"))
                    .sorted()
                    .toList();
        }
        for (Path archive : archives) {
            try (ItemReader reader = CrawlReaders.open(LocalFile.of(archive), Split.WHOLE, ReadSettings.DEFAULT)) {
                for (int n = 0; n < 400 && reader.hasNext(); ) {
                    if (reader.next() instanceof CrawlRecord found
                            && found.payload().length() > 0) {
                        pages.add(found.payload().bytes());
                        n++;
                    }
                }
            }
        }
        return pages;
    }
}
