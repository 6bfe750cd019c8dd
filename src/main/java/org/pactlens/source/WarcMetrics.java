package org.pactlens.source;

import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What the Spark UI shows of a scan. For operators: Spark may count a repeated task twice. */
public final class WarcMetrics {
    private WarcMetrics() {}

    static CustomMetric[] all() {
        return new CustomMetric[] {new BytesRead(), new Records(), new DamagedRanges(), new BytesLost()};
    }

    private static final String BYTES_READ = "archiveBytesRead";
    private static final String RECORDS = "archiveRecords";
    private static final String DAMAGED_RANGES = "archiveDamagedRanges";
    private static final String BYTES_LOST = "archiveBytesLost";

    /** A sum over tasks; Spark makes each kind by the name of its class, without arguments. */
    private abstract static class Sum extends CustomSumMetric {
        private final String name;
        private final String description;

        Sum(String name, String description) {
            this.name = name;
            this.description = description;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return description;
        }
    }

    /** Bytes read from storage. */
    public static final class BytesRead extends Sum {
        /** Called by Spark. */
        public BytesRead() {
            super(BYTES_READ, "bytes of archives read");
        }
    }

    /** Records read, before filters. */
    public static final class Records extends Sum {
        /** Called by Spark. */
        public Records() {
            super(RECORDS, "records read, before filters");
        }
    }

    /** Byte ranges that gave no record. */
    public static final class DamagedRanges extends Sum {
        /** Called by Spark. */
        public DamagedRanges() {
            super(DAMAGED_RANGES, "damaged ranges");
        }
    }

    /** Bytes in them. */
    public static final class BytesLost extends Sum {
        /** Called by Spark. */
        public BytesLost() {
            super(BYTES_LOST, "bytes lost to damage");
        }
    }

    /** The counts of one task. */
    static final class Counts {
        long bytes;
        long records;
        long damaged;
        long lost;

        CustomTaskMetric[] values(long openBytes) {
            return new CustomTaskMetric[] {
                new Value(BYTES_READ, bytes + openBytes),
                new Value(RECORDS, records),
                new Value(DAMAGED_RANGES, damaged),
                new Value(BYTES_LOST, lost)
            };
        }
    }

    private record Value(String name, long value) implements CustomTaskMetric {}
}
