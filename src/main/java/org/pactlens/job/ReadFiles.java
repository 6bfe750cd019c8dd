package org.pactlens.job;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Table;
import org.pactlens.study.Study;

/** The task that reads files: each gives the rows of its records as they come, and at its end one row of its own. */
final class ReadFiles implements MapPartitionsFunction<PlannedFile, Row>, Serializable {
    private static final long serialVersionUID = 1L;

    /** One outcome: exactly one of the four parts is there, but an article or a reject comes with its capture. */
    static final StructType SCHEMA = new StructType(new StructField[] {
        part("capture", IngestTables.CAPTURES),
        part("article", IngestTables.ARTICLES),
        part("reject", IngestTables.REJECTS),
        part("input", IngestTables.INPUTS)
    });

    private final Broadcast<Study> study;
    private final Broadcast<SerializableConfiguration> hadoop;
    private final RecordReader.Screening screening;
    private final String batchId;
    private final String version;
    private final LongAccumulator bytes;

    ReadFiles(
            Broadcast<Study> study,
            Broadcast<SerializableConfiguration> hadoop,
            RecordReader.Screening screening,
            String batchId,
            String version,
            LongAccumulator bytes) {
        this.study = study;
        this.hadoop = hadoop;
        this.screening = screening;
        this.batchId = batchId;
        this.version = version;
        this.bytes = bytes;
    }

    private static StructField part(String name, Table<?> table) {
        return DataTypes.createStructField(name, table.schema().asNullable(), true);
    }

    @Override
    public Iterator<Row> call(Iterator<PlannedFile> files) {
        RecordReader reader = new RecordReader(Rules.of(study.value()), screening);
        Rows rows = new Rows(files, reader);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> {
            rows.close();
            reader.close();
        });
        return rows;
    }

    /** Streams: at no time more than one record's rows are held. */
    private final class Rows implements Iterator<Row> {
        private final Iterator<PlannedFile> files;
        private final RecordReader reader;
        private final ArrayDeque<Row> ready = new ArrayDeque<>();
        private FileReading open;

        Rows(Iterator<PlannedFile> files, RecordReader reader) {
            this.files = files;
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty()) {
                if (open == null) {
                    if (!files.hasNext()) {
                        return false;
                    }
                    open = new FileReading(files.next(), hadoop.value().value(), reader, batchId, version, bytes::add);
                }
                if (!open.next(ready::add)) {
                    open = null;
                }
            }
            return true;
        }

        /** Of a task that is ended early: a limit, a failure, a kill. */
        void close() {
            if (open != null) {
                open.close();
                open = null;
            }
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.poll();
        }
    }
}
