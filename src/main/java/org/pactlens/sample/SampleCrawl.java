package org.pactlens.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Builds the sample crawl: {@code sample-00.warc.gz}, {@code sample-01.warc.gz}, the folder {@code drop/} and
 * {@code gold.jsonl} with a row for each document.
 */
public final class SampleCrawl {
    private static final int ARCHIVES = 2;
    private static final int DAYS_BETWEEN_CAPTURES = 2;

    private final Pages pages = new Pages();
    private final List<SampleDocument> documents = SampleSources.documents();

    private SampleCrawl() {}

    /** Writes the sample into a folder, which is made where it is missing. The same bytes each time. */
    public static void write(Path folder) throws IOException {
        new SampleCrawl().writeAll(folder);
    }

    private void writeAll(Path folder) throws IOException {
        Path drop = Files.createDirectories(folder.resolve("drop"));
        for (SampleDocument document : documents) {
            if (document.drop().isPresent()) {
                Files.write(drop.resolve(DropFile.name(document)), DropFile.bytes(document));
            }
        }
        List<SampleDocument> served =
                documents.stream().filter(d -> d.drop().isEmpty()).toList();
        for (int number = 0; number < ARCHIVES; number++) {
            Files.write(folder.resolve("sample-0" + number + ".warc.gz"), archive(served, number));
        }
        SampleGold gold = new SampleGold(documents, pages);
        Files.write(
                folder.resolve("gold.jsonl"), documents.stream().map(gold::line).toList());
    }

    /** Each document in one archive; what is no article in the last one, damage in its middle. */
    private byte[] archive(List<SampleDocument> served, int number) {
        ArchiveWriter archive = new ArchiveWriter();
        archive.record(
                "warcinfo",
                null,
                OffsetDateTime.parse("2024-06-17T00:00:00Z"),
                "application/warc-fields",
                "",
                "software: pactlens sample\r\nformat: WARC File Format 1.1\r\n".getBytes(StandardCharsets.UTF_8));
        OtherRecords others = new OtherRecords(archive, pages);
        for (int i = number; i < served.size(); i += ARCHIVES) {
            if (number == ARCHIVES - 1 && i / ARCHIVES == served.size() / (2 * ARCHIVES)) {
                others.write(served);
            }
            captures(served.get(i), archive);
        }
        return archive.toByteArray();
    }

    private void captures(SampleDocument document, ArchiveWriter archive) {
        OffsetDateTime time = document.published().plusDays(1);
        for (SampleDocument.Capture capture : document.captures()) {
            switch (capture) {
                case PAGE -> archive.page(document, time, pages.page(document));
                case EARLIER -> archive.page(document, time, pages.earlierPage(document));
                case REVISIT -> archive.revisit(document.url(), time, time.minusDays(DAYS_BETWEEN_CAPTURES));
            }
            time = time.plusDays(DAYS_BETWEEN_CAPTURES);
        }
    }
}
