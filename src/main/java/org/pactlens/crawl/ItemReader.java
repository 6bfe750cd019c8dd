package org.pactlens.crawl;

import java.io.Closeable;
import java.util.Iterator;

/**
 * The items of one file in its order. Never raises on bad data, nor where the storage fails: that is a {@link Damage}.
 * Close it on every path.
 */
public interface ItemReader extends Iterator<CrawlItem>, Closeable {
    /** What the file turned out to be, for people: {@code warc.gz}, {@code wacz}, {@code jsonl}; settled at the end. */
    String format();
}
