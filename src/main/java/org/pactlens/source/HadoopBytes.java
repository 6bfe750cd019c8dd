package org.pactlens.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.pactlens.crawl.ByteSource;

/** A file on any Hadoop file system as the crawl readers see it. Counts what is read of it. */
public final class HadoopBytes implements ByteSource {
    private final FileSystem files;
    private final Path path;
    private final long length;
    private long read;

    public HadoopBytes(FileSystem files, Path path, long length) {
        this.files = files;
        this.path = path;
        this.length = length;
    }

    @Override
    public InputStream open(long offset) throws IOException {
        FSDataInputStream in = files.open(path);
        try {
            in.seek(offset);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int next = in.read();
                read += next < 0 ? 0 : 1;
                return next;
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                int n = in.read(into, from, count);
                read += Math.max(0, n);
                return n;
            }
        };
    }

    @Override
    public long length() {
        return length;
    }

    /** Bytes read so far, those read twice counted twice. */
    long bytesRead() {
        return read;
    }
}
