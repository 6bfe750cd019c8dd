package org.pactlens.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
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
 * Which files a run reads: those the lake has not read yet, in batches.
 *
 * @param found files of known formats under the given paths
 * @param ignored files of other formats in folders
 * @param batches new files, in the order of their URIs
 */
public record Plan(List<PlannedFile> found, long ignored, List<Batch> batches) {
    /** What lies under the given paths; see {@code run --dry-run}. */
    public record Listing(List<String> files, long bytes, long ignored) {}

    /** Files that are read, staged and published together. */
    record Batch(String id, List<PlannedFile> files) {
        long bytes() {
            return files.stream().mapToLong(PlannedFile::sizeBytes).sum();
        }
    }

    long bytes() {
        return batches.stream().mapToLong(Batch::bytes).sum();
    }

    /** Number of files to read. */
    long files() {
        return batches.stream().mapToLong(b -> b.files().size()).sum();
    }

    /**
     * Lists the paths and parts what is new.
     *
     * @param done ids of inputs that need no reading
     * @param rowsDependOn all that shapes the rows of a batch, beside its files
     */
    static Plan of(List<String> paths, Configuration hadoop, Set<String> done, long batchBytes, String rowsDependOn) {
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
        List<PlannedFile> fresh =
                found.values().stream().filter(f -> !done.contains(f.id())).toList();
        return new Plan(List.copyOf(found.values()), ignored, batches(fresh, batchBytes, rowsDependOn));
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

    private static List<Batch> batches(List<PlannedFile> files, long batchBytes, String rowsDependOn) {
        List<Batch> batches = new ArrayList<>();
        List<PlannedFile> open = new ArrayList<>();
        long bytes = 0;
        for (PlannedFile file : files) {
            if (!open.isEmpty() && bytes + file.sizeBytes() > batchBytes) {
                batches.add(batch(open, batches, rowsDependOn));
                open.clear();
                bytes = 0;
            }
            open.add(file);
            bytes += file.sizeBytes();
        }
        if (!open.isEmpty()) {
            batches.add(batch(open, batches, rowsDependOn));
        }
        return batches;
    }

    /** A capture that an earlier batch of the run has is not in a later one, so the earlier are part of its identity. */
    private static Batch batch(List<PlannedFile> files, List<Batch> earlier, String rowsDependOn) {
        StringBuilder identity = new StringBuilder(rowsDependOn);
        earlier.forEach(batch -> identity.append('\n').append(batch.id()));
        files.stream()
                .map(PlannedFile::id)
                .sorted(Comparator.naturalOrder())
                .forEach(id -> identity.append('\n').append(id));
        return new Batch(sha256(identity.toString()), List.copyOf(files));
    }

    /** First 32 hex digits of the SHA-256 of a text: how ids are made. */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
