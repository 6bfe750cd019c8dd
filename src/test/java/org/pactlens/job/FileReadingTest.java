package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.pactlens.lake.IngestTables.Count;
import org.pactlens.lake.Table;
import org.pactlens.study.StudyLoader;

class FileReadingTest {
    private static final String GOOD =
            "{\"url\":\"http://a.example/1\",\"text\":\"The council met and spoke of the bridge.\",\"date\":\"2024-06-19\"}\n";
    private static final String BAD = "no json\n";

    @TempDir
    Path folder;

    private List<Row> read(String name, String content) throws IOException {
        return read(name, content, Screening.OFF);
    }

    private List<Row> read(String name, String content, Screening screening) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return read(file, Files.size(file), screening);
    }

    private static List<Row> read(Path file, long bytes, Screening screening) throws IOException {
        PlannedFile planned = new PlannedFile(
                "input", file.toUri().toString(), bytes, Instant.parse("2024-07-01T00:00:00Z"), List.of());
        List<Row> rows = new ArrayList<>();
        Rules rules = Rules.of(StudyLoader.loadBuiltIn("russia-dprk-pact"));
        try (RecordReader reader = new RecordReader(rules, screening)) {
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
                table == IngestTables.INPUTS
                        ? "input"
                        : table == IngestTables.REJECTS
                                ? "reject"
                                : table == IngestTables.CAPTURES ? "capture" : "article");
        return outcomes.stream()
                .filter(row -> !row.isNullAt(part))
                .map(row -> row.getStruct(part).get(table.schema().fieldIndex(column)))
                .toList();
    }

    /** Were it a lost range, the file would count as read. */
    @Test
    void aFileThatTheStorageDoesNotGiveFailsAndIsNamed() {
        Path gone = folder.resolve("gone.jsonl");
        assertThatThrownBy(() -> read(gone, 100, Screening.OFF)).hasMessageContaining("gone.jsonl cannot be read");
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
    void ofTheDroppedPagesAShareIsReadAllTheSame() throws IOException {
        assertThat(values(read("dump.jsonl", GOOD, new Screening(true, 0)), IngestTables.CAPTURES, "fate_reason"))
                .containsExactly("no_required_concept");
        List<Row> rows = read("dump.jsonl", GOOD, new Screening(true, 1));
        assertThat(values(rows, IngestTables.CAPTURES, "fate_reason")).containsExactly("audited");
        assertThat(values(rows, IngestTables.CAPTURES, "fate")).containsExactly("screened_out");
    }

    /** The screen takes a tag to end at its first bracket, which here stands in an attribute: a known loss. */
    @Test
    void whatTheScreenMissesIsFoundByItsAuditAndKept() throws IOException {
        String page = "<html><body><article><p>Nor<b title=\"a>b\">th</b> Korea and Russia signed a treaty on"
                + " comprehensive strategic partnership on 19 June 2024.</p></article></body></html>";
        assertThat(values(read("a.html", page, new Screening(true, 0)), IngestTables.CAPTURES, "fate"))
                .containsExactly("screened_out");
        List<Row> rows = read("a.html", page, new Screening(true, 1));
        assertThat(values(rows, IngestTables.CAPTURES, "fate")).containsExactly("article");
        assertThat(values(rows, IngestTables.CAPTURES, "fate_reason")).containsExactly("screen_missed");
    }

    @Test
    void theAuditChoosesItsShareOfTheDigests() {
        Screening half = new Screening(true, 0.5);
        assertThat(half.audits("7fffffff00")).isTrue();
        assertThat(half.audits("8000000000")).isFalse();
    }

    /** Wilson's upper limit of 0 of n is z2 / (n + z2). */
    @Test
    void theMissRateIsStoredWithItsInterval() {
        assertThat(RunLog.audit(0, 0)).isEmpty();
        assertThat(RunLog.audit(1000, 0))
                .containsExactly(
                        new Count("audited", 1000),
                        new Count("audit_missed", 0),
                        new Count("miss_low_ppm", 0),
                        new Count("miss_high_ppm", 3827));
    }

    @Test
    void theDayThatADumpStatesIsTheDayOfItsArticle() throws IOException {
        List<Row> rows = read("dump.jsonl", GOOD);
        assertThat(values(rows, IngestTables.ARTICLES, "published_date")).containsExactly(LocalDate.of(2024, 6, 19));
        assertThat(values(rows, IngestTables.ARTICLES, "date_basis")).containsExactly("dump");
        assertThat(values(rows, IngestTables.ARTICLES, "published_month")).containsExactly("2024-06");
    }
}
