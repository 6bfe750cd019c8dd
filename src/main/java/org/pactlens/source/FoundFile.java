package org.pactlens.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A file that a user's path stands for.
 *
 * @param named whether the path or pattern is the file's own; false for what lies in a folder it names
 */
public record FoundFile(FileSystem storage, FileStatus status, boolean named) {
    /**
     * All files of a path, which is a file, a folder with all below it, or a pattern; those of a folder in their order.
     *
     * @throws FileNotFoundException where nothing lies there
     * @throws IOException where it cannot be listed
     */
    public static List<FoundFile> of(String given, Configuration hadoop) throws IOException {
        Path path = new Path(given);
        FileSystem storage = path.getFileSystem(hadoop);
        FileStatus[] matches = storage.globStatus(path);
        if (matches == null || matches.length == 0) {
            throw new FileNotFoundException("no file matches " + given);
        }
        List<FoundFile> found = new ArrayList<>();
        for (FileStatus match : matches) {
            if (match.isFile()) {
                found.add(new FoundFile(storage, match, true));
            } else {
                found.addAll(below(storage, match.getPath()));
            }
        }
        return found;
    }

    private static List<FoundFile> below(FileSystem storage, Path folder) throws IOException {
        List<FoundFile> found = new ArrayList<>();
        RemoteIterator<? extends FileStatus> inside = storage.listFiles(folder, true);
        while (inside.hasNext()) {
            found.add(new FoundFile(storage, inside.next(), false));
        }
        found.sort(Comparator.comparing(file -> file.status().getPath()));
        return found;
    }

    /** Whether it is one of the files that tools leave in folders, such as checksums and markers of success. */
    public boolean isHidden() {
        String name = status.getPath().getName();
        return name.startsWith(".") || name.startsWith("_");
    }
}
