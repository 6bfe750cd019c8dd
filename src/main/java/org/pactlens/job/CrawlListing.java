package org.pactlens.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.pactlens.UserError;
import org.pactlens.crawl.CrawlReaders;
import org.pactlens.crawl.FileKind;
import org.pactlens.crawl.InputFile;
import org.pactlens.source.FoundFile;
import org.pactlens.source.HadoopBytes;

/**
 * What lies under the paths of a crawl.
 *
 * @param files of known formats, in the order of their URIs
 * @param ignored files of other formats in folders
 */
public record CrawlListing(List<PlannedFile> files, long ignored) {
    private static final String KNOWN =
            "Known are web archives (warc, arc, wet, wacz; also .gz, .zst), documents (html, pdf, docx, doc, rtf, odt,"
                    + " epub, txt, eml, xml) and news dumps (jsonl).";

    /** Size of all files. */
    public long bytes() {
        return files.stream().mapToLong(PlannedFile::sizeBytes).sum();
    }

    /**
     * Lists files, folders and patterns.
     *
     * @throws UserError where nothing of a known format lies there, or a path cannot be listed
     */
    public static CrawlListing of(List<String> paths, Configuration hadoop) {
        TreeMap<String, PlannedFile> found = new TreeMap<>();
        long ignored = 0;
        for (String path : paths) {
            ignored += list(path, hadoop, found);
        }
        if (found.isEmpty()) {
            throw nothingKnown("--crawl " + String.join(" ", paths));
        }
        return new CrawlListing(List.copyOf(found.values()), ignored);
    }

    /** The message where paths hold no file of a known format; {@code where} names them. */
    public static UserError nothingKnown(String where) {
        return UserError.of(where, "no file of a known format lies there", KNOWN);
    }

    private static long list(String given, Configuration hadoop, TreeMap<String, PlannedFile> found) {
        try {
            long ignored = 0;
            for (FoundFile file : FoundFile.of(given, hadoop)) {
                if (file.named() || !file.isHidden() && isKnown(file)) {
                    add(file, found);
                } else {
                    ignored++;
                }
            }
            return ignored;
        } catch (FileNotFoundException e) {
            throw UserError.of(
                    "--crawl " + given,
                    "nothing lies there",
                    "Name a file, a folder or a pattern such as crawl/*.warc.gz (in quotation marks for the shell).");
        } catch (IOException | IllegalArgumentException e) {
            throw UserError.of(
                    "--crawl " + given,
                    "it cannot be listed (" + e.getMessage() + ")",
                    "Check the path and its permissions.");
        }
    }

    /** By name, and where the name says nothing by the first bytes: an archive may have any name. */
    private static boolean isKnown(FoundFile file) throws IOException {
        return CrawlReaders.kind(source(file)) != FileKind.IGNORED;
    }

    private static InputFile source(FoundFile file) {
        FileStatus status = file.status();
        return source(
                file.storage(), status.getPath(), status.getLen(), Instant.ofEpochMilli(status.getModificationTime()));
    }

    /** A file as the crawl readers see it. */
    static InputFile source(FileSystem files, Path path, long bytes, Instant modified) {
        return new InputFile(path.toString(), path.getName(), new HadoopBytes(files, path, bytes), modified, null);
    }

    private static void add(FoundFile file, TreeMap<String, PlannedFile> found) {
        InputFile source = source(file);
        found.put(
                source.uri(),
                new PlannedFile(source.id(), source.uri(), file.status().getLen(), source.modified(), List.of()));
    }
}
