package org.pactlens.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.pactlens.sample.SampleCrawl;

/** Two archives of few records, cut from the sample crawl: enough for a row in each table, quick to run many times. */
record SmallCrawl(Path first, Path second) {
    private static final int RECORDS = 9;

    /** Writes the archives into two folders of their own. */
    static SmallCrawl write(Path folder) throws IOException {
        Path sample = folder.resolve("sample");
        SampleCrawl.write(sample);
        SmallCrawl crawl = new SmallCrawl(
                Files.createDirectories(folder.resolve("crawl")), Files.createDirectories(folder.resolve("more")));
        copyRecords(sample.resolve("sample-00.warc.gz"), crawl.first());
        copyRecords(sample.resolve("sample-01.warc.gz"), crawl.second());
        try (Stream<Path> dropped = Files.list(sample.resolve("drop"))) {
            // The PDF goes through the child process that parses documents.
            for (Path file : dropped.filter(f -> f.toString().endsWith(".pdf")).toList()) {
                Files.copy(file, crawl.second().resolve(file.getFileName()));
            }
        }
        return crawl;
    }

    /** The first records of an archive, each of which is a gzip member. */
    private static void copyRecords(Path archive, Path to) throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        int end = 0;
        for (int found = 0; end < bytes.length; end++) {
            boolean starts = end + 2 < bytes.length
                    && bytes[end] == 0x1f
                    && bytes[end + 1] == (byte) 0x8b
                    && bytes[end + 2] == 8;
            if (starts && ++found > RECORDS) {
                break;
            }
        }
        Files.write(to.resolve(archive.getFileName()), Arrays.copyOf(bytes, end));
    }
}
