package org.pactlens.source;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;
import org.pactlens.crawl.Splits.Split;

/** The splits that one task reads. */
record WarcPartition(List<Slice> slices) implements InputPartition {
    /** A split of one file, in values that travel. */
    record Slice(String uri, long fileBytes, long from, long to, long step) implements Serializable {
        static Slice of(String uri, long fileBytes, Split split) {
            return new Slice(uri, fileBytes, split.from(), split.to(), split.step());
        }

        Split split() {
            return new Split(from, to, step);
        }

        long bytes() {
            return Math.min(fileBytes, to) - from;
        }
    }
}
