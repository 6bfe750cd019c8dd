package org.pactlens.crawl;

import java.io.IOException;
import java.io.InputStream;

/** Opens the reader that fits a file. */
public final class CrawlReaders {
    private static final int START = 4096;

    private CrawlReaders() {}

    /**
     * What a file is taken for.
     *
     * @throws IOException where the storage fails
     */
    public static FileKind kind(InputFile file) throws IOException {
        try (InputStream in = file.source().open(0)) {
            return FileKind.of(file.name(), in.readNBytes(START));
        }
    }

    /**
     * Opens a file as the given kind; {@link FileKind#IGNORED} is tried as an archive. The caller closes the reader.
     *
     * @throws IOException where the storage fails to open it; bad content is never an exception
     */
    public static ItemReader open(InputFile file, FileKind kind, ReadSettings settings, NewsMapping mapping)
            throws IOException {
        return switch (kind) {
            case NEWS_DUMP -> new NewsReader(file.source(), mapping, settings.limits());
            case DOCUMENT -> new DocumentReader(file, settings);
            case ARCHIVE, IGNORED -> archive(file.source(), settings);
        };
    }

    /**
     * Opens the records of one split, which may be none: all splits of a file together give what {@link #open} gives, each
     * record once. Irregularities are given once per split.
     *
     * @param split one of {@link Splits#of} for the same bytes
     * @throws IOException where the storage fails
     */
    public static ItemReader open(InputFile file, Splits.Split split, ReadSettings settings) throws IOException {
        if (split.isWhole()) {
            return archive(file.source(), settings);
        }
        Splits.Window window = Splits.window(file.source(), split);
        return new ArchiveReader(window, settings, window.from());
    }

    private static ItemReader archive(ByteSource source, ReadSettings settings) throws IOException {
        ZipDirectory zip = ZipDirectory.read(source);
        return zip == null ? new ArchiveReader(source, settings) : new WaczReader(source, zip, settings);
    }
}
