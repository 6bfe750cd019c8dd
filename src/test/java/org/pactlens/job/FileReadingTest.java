package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pactlens.job.RecordReader.Screening;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Table;
import org.pactlens.study.StudyLoader;

class FileReadingTest {
    private static final String GOOD =
            "{\"url\":\"http://a.example/1\",\"text\":\"The council met and spoke of the bridge.\",\"date\":\"2024-06-19\"}\n";
    private static final String BAD = "no json\n";

    @TempDir
    Path folder;

    private List<Row> read(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        PlannedFile planned = new PlannedFile(
                "input", file.toUri().toString(), Files.size(file), Instant.parse("2024-07-01T00:00:00Z"));
        List<Row> rows = new ArrayList<>();
        Rules rules = Rules.of(StudyLoader.loadBuiltIn("russia-dprk-pact"));
        try (RecordReader reader = new RecordReader(rules, Screening.OFF)) {
            FileReading reading = new FileReading(planned, new Configuration(), reader, "batch", "version", n -> {});
            while (reading.next(rows::add)) {
                // the rows are taken as they come
            }
        }
        return rows;
    }

    /** Values of a column in those outcomes that have this part. */
    private static List<Object> values(List<Row> outcomes, Table<?> table, String column) {
        int part = ReadFiles.SCHEMA.fieldIndex(
                table == IngestTables.INPUTS ? "input" : table == IngestTables.REJECTS ? "reject" : "article");
        return outcomes.stream()
                .filter(row -> !row.isNullAt(part))
                .map(row -> row.getStruct(part).get(table.schema().fieldIndex(column)))
                .toList();
    }

    @Test
    void aBadLineOfADumpIsLostInBytes() throws IOException {
        List<Row> rows = read("dump.jsonl", GOOD + BAD + GOOD);
        assertThat(values(rows, IngestTables.REJECTS, "bytes_skipped")).containsExactly((long) BAD.length());
        assertThat(values(rows, IngestTables.REJECTS, "record_offset")).containsExactly((long) GOOD.length());
        assertThat(values(rows, IngestTables.INPUTS, "bytes_lost")).containsExactly((long) BAD.length());
        assertThat(values(rows, IngestTables.INPUTS, "state")).containsExactly("damaged");
    }

    @Test
    void theDayThatADumpStatesIsTheDayOfItsArticle() throws IOException {
        List<Row> rows = read("dump.jsonl", GOOD);
        assertThat(values(rows, IngestTables.ARTICLES, "published_date")).containsExactly(LocalDate.of(2024, 6, 19));
        assertThat(values(rows, IngestTables.ARTICLES, "date_basis")).containsExactly("dump");
        assertThat(values(rows, IngestTables.ARTICLES, "published_month")).containsExactly("2024-06");
    }
}
