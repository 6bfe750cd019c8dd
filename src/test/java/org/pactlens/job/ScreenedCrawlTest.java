package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pactlens.crawl.CrawlItem;
import org.pactlens.crawl.CrawlReaders;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.InputFile;
import org.pactlens.crawl.ItemReader;
import org.pactlens.crawl.NewsMapping;
import org.pactlens.crawl.Payload;
import org.pactlens.crawl.ReadSettings;
import org.pactlens.job.RecordReader.Outcome;
import org.pactlens.job.RecordReader.Screening;
import org.pactlens.relevance.Relevance;
import org.pactlens.screen.Screen;
import org.pactlens.study.BuiltInStudy;

/**
 * Every page of a real crawl extracted and scored, one after the other in one thread: what the screen would have lost of
 * them, and what a score costs. Run it with {@code mvn -Pscale surefire:test -Dtest=ScreenedCrawlTest}.
 */
@Tag("scale")
class ScreenedCrawlTest {
    private static final Path CRAWL = Path.of("..", "shared", "data", "crawl");

    private final Rules rules = Rules.of(BuiltInStudy.load());
    private int articles;
    private int dropped;
    private int scored;
    private int relevant;
    private long reading;
    private long scoring;
    private final List<String> lost = new ArrayList<>();

    @Test
    void theScreenLosesNoPageWithAScoreAndAScoreCostsLessThanATenthOfAnExtraction() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(CRAWL), "the shared crawl is not beside this checkout");
        CrawlListing listing = CrawlListing.of(List.of(CRAWL + "/*.warc.gz"), Sessions.hadoop());
        try (RecordReader reader = new RecordReader(rules, Screening.OFF)) {
            for (PlannedFile file : listing.files()) {
                readAll(file, reader);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "crawl unscreened: %d articles, the screen drops %d; %d with a score, %d relevant; of those dropped: %s;"
                        + " %.2f ms to extract one, %.3f ms to score one (%.3f)%n",
                articles,
                dropped,
                scored,
                relevant,
                lost,
                reading / 1e6 / articles,
                scoring / 1e6 / articles,
                (double) scoring / reading);
        assertThat(relevant).isPositive();
        assertThat(dropped).isPositive();
        assertThat(lost).isEmpty();
        assertThat(scoring).isLessThan(reading / 10);
    }

    private void readAll(PlannedFile file, RecordReader reader) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.uri());
        FileSystem files = path.getFileSystem(Sessions.hadoop());
        InputFile input = CrawlListing.source(files, path, file.sizeBytes(), file.modifiedAt());
        try (ItemReader items =
                CrawlReaders.open(input, CrawlReaders.kind(input), ReadSettings.DEFAULT, NewsMapping.DEFAULT)) {
            while (items.hasNext()) {
                CrawlItem item = items.next();
                if (item instanceof CrawlRecord record) {
                    read(record, reader);
                }
            }
        }
    }

    private void read(CrawlRecord record, RecordReader reader) {
        long begin = System.nanoTime();
        Outcome outcome = reader.read(record);
        long read = System.nanoTime();
        if (outcome.article() == null) {
            return;
        }
        Relevance relevance = rules.relevance().score(outcome.article());
        scoring += System.nanoTime() - read;
        reading += read - begin;
        articles++;
        Payload payload = record.payload();
        boolean drops = rules.screen().test(payload.bytes(), record.charset(), record.mediaType())
                == Screen.Verdict.NO_REQUIRED_CONCEPT;
        dropped += drops ? 1 : 0;
        scored += relevance.score() > 0 ? 1 : 0;
        relevant += relevance.score() >= Relevance.CUT ? 1 : 0;
        if (drops && relevance.score() > 0) {
            lost.add(record.targetUri() + " " + relevance.score());
        }
    }
}
