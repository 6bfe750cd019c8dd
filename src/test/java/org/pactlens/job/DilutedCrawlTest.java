package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pactlens.crawl.ByteSource;
import org.pactlens.crawl.CrawlReaders;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.InputFile;
import org.pactlens.crawl.ItemReader;
import org.pactlens.crawl.ReadSettings;
import org.pactlens.crawl.Splits.Split;
import org.pactlens.job.RecordReader.Screening;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.Lake;
import org.pactlens.lake.LocalSpark;
import org.pactlens.study.StudyLoader;

/**
 * What the screen saves in the whole job where nearly all of a crawl is about something else: each record of the shared
 * crawl among nine other pages. {@code -Dpactlens.diluted.records} takes the first so many records of the crawl alone.
 */
@Tag("scale")
@Timeout(value = 6, unit = TimeUnit.HOURS)
class DilutedCrawlTest {
    private static final Path SHARED = Path.of("..", "shared", "data");
    private static final int RECORDS = Integer.getInteger("pactlens.diluted.records", Integer.MAX_VALUE);
    private static final int OTHERS = 9;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @TempDir
    Path folder;

    private record Run(JobSummary summary, Set<String> relevant, double cpuSeconds) {}

    @Test
    void theScreenKeepsTheRelevantArticlesAndSavesMostOfTheWork() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED), "the shared crawl is not beside this checkout");
        Path crawl = Files.createDirectories(folder.resolve("crawl"));
        write(crawl.resolve("diluted.warc.gz"));

        // The first run also pays for warming up.
        Run screened = run(crawl, Screening.ON);
        Run exhaustive = run(crawl, Screening.OFF);

        System.out.printf(
                "%d records, %d relevant; processor %.0f s screened, %.0f s exhaustive, x%.1f;%n seconds by stage: %s, %s%n",
                screened.summary.records(),
                screened.relevant.size(),
                screened.cpuSeconds,
                exhaustive.cpuSeconds,
                exhaustive.cpuSeconds / screened.cpuSeconds,
                screened.summary.seconds(),
                exhaustive.summary.seconds());
        assertThat(screened.relevant).isEqualTo(exhaustive.relevant);
        if (RECORDS == Integer.MAX_VALUE) {
            assertThat(screened.relevant).isNotEmpty();
            assertThat(screened.cpuSeconds)
                    .as("a small part of the crawl costs what the tables cost")
                    .isLessThan(exhaustive.cpuSeconds);
        }
    }

    private Run run(Path crawl, Screening screening) throws IOException {
        String lake = folder.resolve(screening.on() ? "screened" : "exhaustive").toString();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        long start = MACHINE.getProcessCpuTime();
        JobSummary summary;
        try (Progress progress = new Progress(nowhere, false)) {
            CorpusJob job = new CorpusJob(
                    LocalSpark.session(),
                    StudyLoader.loadBuiltIn("russia-dprk-pact"),
                    "test",
                    progress,
                    Clock.systemUTC());
            summary = job.run(JobOrder.ofCrawl(
                    CrawlListing.of(List.of(crawl.toString()), Sessions.hadoop()),
                    lake,
                    screening,
                    1,
                    4_000_000_000L,
                    null));
        }
        double seconds = (MACHINE.getProcessCpuTime() - start) / 1e9;
        try (Lake open = Lake.open(LocalSpark.session(), lake)) {
            Set<String> relevant = new TreeSet<>();
            open.read(AnalysisTables.RELEVANCE)
                    .where("score >= 0.5")
                    .select("article_id")
                    .collectAsList()
                    .forEach(row -> relevant.add(row.getString(0)));
            return new Run(summary, relevant, seconds);
        }
    }

    private static void write(Path target) throws IOException {
        List<CrawlRecord> others = records(SHARED.resolve("extraction"), Integer.MAX_VALUE);
        int number = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (CrawlRecord record : records(SHARED.resolve("crawl"), RECORDS)) {
                out.write(member(record, record.targetUri(), ""));
                for (int i = 0; i < OTHERS; i++) {
                    CrawlRecord other = others.get(number++ % others.size());
                    // No two pages are the same, or the second would be known by its digest.
                    String mark = "<!-- " + number + " -->";
                    out.write(member(other, "http://other" + number % 500 + ".example/" + number, mark));
                }
            }
        }
    }

    private static byte[] member(CrawlRecord record, String url, String mark) throws IOException {
        String type = record.mediaType() + (record.charset() == null ? "" : "; charset=" + record.charset());
        byte[] http = ("HTTP/1.1 " + record.status() + " X\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] body = record.payload().bytes();
        byte[] end = mark.getBytes(StandardCharsets.US_ASCII);
        String head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <" + url + ">\r\nWARC-Date: "
                + record.dateRaw() + "\r\nWARC-Target-URI: " + url
                + "\r\nContent-Type: application/http\r\nContent-Length: " + (http.length + body.length + end.length)
                + "\r\n\r\n";
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(member)) {
            zip.write(head.getBytes(StandardCharsets.UTF_8));
            zip.write(http);
            zip.write(body);
            zip.write(end);
            zip.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return member.toByteArray();
    }

    private static List<CrawlRecord> records(Path from, int most) throws IOException {
        List<Path> archives;
        try (Stream<Path> files = Files.list(from)) {
            archives = files.filter(f -> f.toString().endsWith(".warc.gz"))
                    .sorted()
                    .toList();
        }
        List<CrawlRecord> records = new ArrayList<>();
        for (Path archive : archives) {
            byte[] bytes = Files.readAllBytes(archive);
            InputFile file = new InputFile(archive.toString(), archive.toString(), inMemory(bytes), null, null);
            try (ItemReader reader = CrawlReaders.open(file, Split.WHOLE, ReadSettings.DEFAULT)) {
                while (reader.hasNext() && records.size() < most) {
                    if (reader.next() instanceof CrawlRecord found && found.status() > 0) {
                        records.add(found);
                    }
                }
            }
        }
        return records;
    }

    private static ByteSource inMemory(byte[] bytes) {
        return new ByteSource() {
            @Override
            public InputStream open(long offset) {
                return new java.io.ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
            }

            @Override
            public long length() {
                return bytes.length;
            }
        };
    }
}
