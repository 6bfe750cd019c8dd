package org.pactlens.job;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.pactlens.crawl.ByteSource;

/** A file on any Hadoop file system as the crawl readers see it. */
final class HadoopBytes implements ByteSource {
    private final FileSystem files;
    private final Path path;
    private final long length;

    HadoopBytes(FileSystem files, Path path, long length) {
        this.files = files;
        this.path = path;
        this.length = length;
    }

    @Override
    public InputStream open(long offset) throws IOException {
        FSDataInputStream in = files.open(path);
        in.seek(offset);
        return in;
    }

    @Override
    public long length() {
        return length;
    }
}
