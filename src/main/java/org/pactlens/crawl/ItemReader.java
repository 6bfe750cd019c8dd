package org.pactlens.crawl;

import java.io.Closeable;
import java.util.Iterator;

/**
 * The items of one file in its order. Never raises on bad data, which is a {@link Damage}; where the storage fails, {@code
 * hasNext} and {@code next} throw {@link java.io.UncheckedIOException}: what the file holds is not known then, and a later
 * reading may give all of it. Close it on every path.
 */
public interface ItemReader extends Iterator<CrawlItem>, Closeable {
    /** What the file turned out to be, for people: {@code warc.gz}, {@code wacz}, {@code jsonl}; settled at the end. */
    String format();
}
