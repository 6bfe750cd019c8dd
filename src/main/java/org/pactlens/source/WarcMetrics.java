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

    /** Bytes read from storage. Public, as Spark makes metrics by name. */
    public static final class BytesRead extends CustomSumMetric {
        @Override
        public String name() {
            return "archiveBytesRead";
        }

        @Override
        public String description() {
            return "bytes of archives read";
        }
    }

    /** Records read, before filters. */
    public static final class Records extends CustomSumMetric {
        @Override
        public String name() {
            return "archiveRecords";
        }

        @Override
        public String description() {
            return "records read, before filters";
        }
    }

    /** Byte ranges that gave no record. */
    public static final class DamagedRanges extends CustomSumMetric {
        @Override
        public String name() {
            return "archiveDamagedRanges";
        }

        @Override
        public String description() {
            return "damaged ranges";
        }
    }

    /** Bytes in them. */
    public static final class BytesLost extends CustomSumMetric {
        @Override
        public String name() {
            return "archiveBytesLost";
        }

        @Override
        public String description() {
            return "bytes lost to damage";
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
                new Value("archiveBytesRead", bytes + openBytes),
                new Value("archiveRecords", records),
                new Value("archiveDamagedRanges", damaged),
                new Value("archiveBytesLost", lost)
            };
        }
    }

    private record Value(String name, long value) implements CustomTaskMetric {}
}
