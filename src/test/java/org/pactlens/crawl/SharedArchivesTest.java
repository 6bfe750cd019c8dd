package org.pactlens.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real archives of many writers: as many records as an independent scanner counted, in each of them. */
class SharedArchivesTest {
    private static final Path FOLDER = Path.of("..", "shared", "data", "warc");
    /** One archive of 2 kB unpacks to 537 MB, which a busy machine takes more than ten seconds for. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private record Expected(String file, int wholeRecords) {}

    private static List<Expected> index() throws IOException {
        List<Expected> rows = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("WARC_INDEX.tsv"))) {
            String[] cells = line.split("\t");
            if (!cells[0].equals("file") && !cells[0].contains("!")) {
                rows.add(new Expected(cells[0], cells[5].matches("\\d+") ? Integer.parseInt(cells[5]) : 0));
            }
        }
        return rows;
    }

    @Test
    void everyArchiveGivesAtLeastTheRecordsThatAreWhole() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the shared archives are not beside this checkout");
        List<String> fewer = new ArrayList<>();
        for (Expected expected : index()) {
            byte[] content = Files.readAllBytes(FOLDER.resolve(expected.file));
            InputFile file = Archives.file(Path.of(expected.file).getFileName().toString(), content);
            Archives.Reading reading =
                    Assertions.assertTimeoutPreemptively(LONGEST, () -> archive(file), expected.file);
            if (reading.records().size() < expected.wholeRecords) {
                fewer.add(expected + " gave " + reading.records().size());
            }
        }
        assertThat(fewer).isEmpty();
    }

    private static Archives.Reading archive(InputFile file) {
        List<CrawlItem> items = new ArrayList<>();
        try (ItemReader reader = CrawlReaders.open(file, FileKind.ARCHIVE, ReadSettings.DEFAULT, NewsMapping.DEFAULT)) {
            reader.forEachRemaining(items::add);
            return new Archives.Reading(items, file.source().length(), reader.format());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
