package org.pactlens.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.pactlens.UserError;
import org.pactlens.crawl.CrawlReaders;
import org.pactlens.crawl.FileKind;
import org.pactlens.crawl.InputFile;
import org.pactlens.source.HadoopBytes;

/**
 * What lies under the paths of a crawl.
 *
 * @param files of known formats, in the order of their URIs
 * @param ignored files of other formats in folders
 */
public record CrawlListing(List<PlannedFile> files, long ignored) {
    /** Size of all files. */
    public long bytes() {
        return files.stream().mapToLong(PlannedFile::sizeBytes).sum();
    }

    /**
     * Lists files, folders and patterns.
     *
     * @throws UserError where nothing of a known format lies there, or a path cannot be listed
     */
    static CrawlListing of(List<String> paths, Configuration hadoop) {
        TreeMap<String, PlannedFile> found = new TreeMap<>();
        long ignored = 0;
        for (String path : paths) {
            ignored += list(path, hadoop, found);
        }
        if (found.isEmpty()) {
            throw UserError.of(
                    "--crawl " + String.join(" ", paths),
                    "no file of a known format lies there",
                    "Known are web archives (warc, arc, wet, wacz; also .gz, .zst), documents (html, pdf, docx, doc, rtf,"
                            + " odt, epub, txt, eml, xml) and news dumps (jsonl).");
        }
        return new CrawlListing(List.copyOf(found.values()), ignored);
    }

    private static long list(String given, Configuration hadoop, TreeMap<String, PlannedFile> found) {
        try {
            Path path = new Path(given);
            FileSystem files = path.getFileSystem(hadoop);
            FileStatus[] matches = files.globStatus(path);
            if (matches == null || matches.length == 0) {
                throw new FileNotFoundException();
            }
            long ignored = 0;
            for (FileStatus match : matches) {
                if (match.isFile()) {
                    add(files, match, found);
                } else {
                    ignored += listFolder(files, match.getPath(), found);
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

    private static long listFolder(FileSystem files, Path folder, TreeMap<String, PlannedFile> found)
            throws IOException {
        long ignored = 0;
        RemoteIterator<LocatedFileStatus> inside = files.listFiles(folder, true);
        while (inside.hasNext()) {
            FileStatus file = inside.next();
            String name = file.getPath().getName();
            if (name.startsWith(".") || name.startsWith("_") || !isKnown(files, file)) {
                ignored++;
            } else {
                add(files, file, found);
            }
        }
        return ignored;
    }

    /** By name, and where the name says nothing by the first bytes: an archive may have any name. */
    private static boolean isKnown(FileSystem files, FileStatus file) throws IOException {
        return CrawlReaders.kind(source(files, file)) != FileKind.IGNORED;
    }

    private static InputFile source(FileSystem files, FileStatus file) {
        return source(files, file.getPath(), file.getLen(), Instant.ofEpochMilli(file.getModificationTime()));
    }

    /** A file as the crawl readers see it. */
    static InputFile source(FileSystem files, Path path, long bytes, Instant modified) {
        return new InputFile(path.toString(), path.getName(), new HadoopBytes(files, path, bytes), modified, null);
    }

    private static void add(FileSystem files, FileStatus file, TreeMap<String, PlannedFile> found) {
        InputFile source = source(files, file);
        found.put(source.uri(), new PlannedFile(source.id(), source.uri(), file.getLen(), source.modified()));
    }
}
