package org.pactlens.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pactlens.UserError;
import org.pactlens.crawl.ByteSource;
import org.pactlens.crawl.CrawlItem;
import org.pactlens.crawl.CrawlReaders;
import org.pactlens.crawl.FileKind;
import org.pactlens.crawl.InputFile;
import org.pactlens.crawl.ItemReader;
import org.pactlens.crawl.NewsMapping;
import org.pactlens.crawl.ReadSettings;
import org.pactlens.job.CrawlListing;

/** Local files as the crawl readers see them: for the verbs that need no Spark. */
final class Pages {
    private Pages() {}

    /** Files that paths name, folders searched for known formats, in the order of their names. */
    static List<InputFile> files(String option, List<Path> paths) {
        List<InputFile> files = new ArrayList<>();
        for (Path path : paths) {
            try {
                if (Files.isDirectory(path)) {
                    try (Stream<Path> inside = Files.walk(path)) {
                        for (Path file :
                                inside.filter(Files::isRegularFile).sorted().toList()) {
                            InputFile input = input(file);
                            if (CrawlReaders.kind(input) != FileKind.IGNORED) {
                                files.add(input);
                            }
                        }
                    }
                } else if (Files.isRegularFile(path)) {
                    files.add(input(path));
                } else {
                    throw UserError.of(option + " " + path, "nothing lies there", "Name a file or a folder.");
                }
            } catch (IOException e) {
                throw UserError.of(
                        option + " " + path, "it cannot be read (" + e.getMessage() + ")", "Check its permissions.");
            }
        }
        if (files.isEmpty()) {
            throw CrawlListing.nothingKnown(
                    option + " " + paths.stream().map(Path::toString).collect(Collectors.joining(" ")));
        }
        return files;
    }

    private static InputFile input(Path file) throws IOException {
        long size = Files.size(file);
        ByteSource source = new ByteSource() {
            @Override
            public InputStream open(long offset) throws IOException {
                InputStream in = Files.newInputStream(file);
                in.skipNBytes(offset);
                return in;
            }

            @Override
            public long length() {
                return size;
            }
        };
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        return new InputFile(
                file.toAbsolutePath().toUri().toString(), file.getFileName().toString(), source, modified, null);
    }

    /** A reader of one file; the caller closes it. */
    static ItemReader open(InputFile file) throws IOException {
        return CrawlReaders.open(file, CrawlReaders.kind(file), ReadSettings.DEFAULT, NewsMapping.DEFAULT);
    }

    /** Hands on each item of each file, in order. */
    static void read(List<InputFile> files, Consumer<CrawlItem> each) {
        for (InputFile file : files) {
            try (ItemReader items = open(file)) {
                CrawlItem item = next(items);
                while (item != null) {
                    each.accept(item);
                    item = next(items);
                }
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
    }

    /** The next item, or null at the end. */
    private static CrawlItem next(ItemReader items) throws IOException {
        try {
            return items.hasNext() ? items.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static UserError unreadable(InputFile file, IOException cause) {
        return UserError.of(
                file.uri(), "it cannot be read (" + cause.getMessage() + ")", "Check its permissions and the disk.");
    }
}
