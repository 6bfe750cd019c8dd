package org.pactlens.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pactlens.text.Article;

/** Builds the sample crawl: {@code sample-00.warc.gz}, {@code sample-01.warc.gz} and the folder {@code drop/}. */
public final class SampleCrawl {
    private static final int ARCHIVES = 2;
    private static final int DAYS_BETWEEN_CAPTURES = 2;

    private final Pages pages = new Pages();
    private final List<SampleDocument> documents = SampleSources.documents();

    private SampleCrawl() {}

    /** The documents as the rules would see them, each read without fault. */
    public static List<Article> articles() {
        return SampleSources.documents().stream()
                .map(one -> new Article(
                        "https://" + one.outlet() + "/" + one.path(),
                        one.outlet(),
                        one.language(),
                        one.published().toInstant(),
                        one.published().toLocalDate(),
                        one.title(),
                        one.authors(),
                        one.text()))
                .toList();
    }

    /**
     * Writes the crawl, the same bytes each time. A file that is already so is left alone and keeps its time, so that a
     * later run over the folder finds nothing new.
     *
     * @param folder the sample's own, made where it is missing; files that the sample does not hold are deleted from it
     */
    public static void write(Path folder) throws IOException {
        new SampleCrawl().writeCrawl(folder);
    }

    /**
     * Writes the crawl and its gold.
     *
     * @param gold a file outside the folder, or the crawl would hold it: one JSON object a line for each document
     */
    public static void write(Path folder, Path gold) throws IOException {
        SampleCrawl sample = new SampleCrawl();
        sample.writeCrawl(folder);
        writeIfNew(gold, sample.gold());
    }

    private void writeCrawl(Path folder) throws IOException {
        Map<Path, byte[]> files = files(folder);
        Files.createDirectories(folder.resolve("drop"));
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            writeIfNew(file.getKey(), file.getValue());
        }
        deleteAllBut(files.keySet(), folder);
    }

    private static void writeIfNew(Path file, byte[] bytes) throws IOException {
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.write(file, bytes);
        }
    }

    private static void deleteAllBut(Set<Path> kept, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!kept.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Map<Path, byte[]> files(Path folder) throws IOException {
        Map<Path, byte[]> files = new HashMap<>();
        List<SampleDocument> served = new ArrayList<>();
        for (SampleDocument document : documents) {
            if (document.drop().isPresent()) {
                files.put(folder.resolve("drop").resolve(DropFile.name(document)), DropFile.bytes(document));
            } else {
                served.add(document);
            }
        }
        for (int number = 0; number < ARCHIVES; number++) {
            files.put(folder.resolve("sample-0" + number + ".warc.gz"), archive(served, number));
        }
        return files;
    }

    private byte[] gold() {
        SampleGold rows = new SampleGold(documents, pages);
        return documents.stream()
                .map(d -> rows.line(d) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
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
