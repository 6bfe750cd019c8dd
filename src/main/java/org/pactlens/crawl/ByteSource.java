package org.pactlens.crawl;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of one file, readable from any offset. Implemented at the edge (Hadoop file system, local file); the room
 * opens no file itself.
 */
public interface ByteSource {
    /**
     * A stream of the bytes from {@code offset} to the end. The caller closes it. Several may be open at a time.
     *
     * @param offset 0 to {@link #length()}; at the end the stream is empty
     */
    InputStream open(long offset) throws IOException;

    /** Size in bytes. It may be wrong by the time the stream is read: readers go by what the stream gives. */
    long length();
}
