package org.pactlens.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pactlens.UserError;
import org.pactlens.lake.IngestTables.Reject;
import org.pactlens.lake.Publication.Manifest;
import org.pactlens.lake.Publication.Mode;
import org.pactlens.lake.Publication.Step;

class LakeTest {
    @TempDir
    Path folder;

    @Test
    void everyColumnOfEveryTableHasACommentInDelta() {
        try (Lake lake = hold()) {
            for (Table<?> table : Dictionary.TABLES) {
                lake.create(table);
                for (StructField field : lake.read(table).schema().fields()) {
                    assertThat(field.getComment().isDefined())
                            .as("%s.%s has a comment", table, field.name())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aPublicationRepeatedAfterACrashChangesNothing() {
        try (Lake lake = hold()) {
            Publication publication = new Publication(lake, List.of(IngestTables.REJECTS));
            Manifest manifest = new Manifest("run1", List.of(staged(lake, publication, "b1", reject("r1", "b1"))));
            publication.publish(manifest);

            // As a start after a kill between the last commit and the removal of the manifest finds it.
            lake.work().write(lake.work().path("PUBLISH"), manifest);
            assertThat(publication.rollForward()).isEqualTo("run1");

            assertThat(lake.read(IngestTables.REJECTS).count()).isEqualTo(1);
            assertThat(publication.pending()).isFalse();
        }
    }

    @Test
    void aTornManifestCountsAsAbsent() throws IOException {
        try (Lake lake = hold()) {
            Files.createDirectories(folder.resolve("lake/_work"));
            Files.writeString(folder.resolve("lake/_work/PUBLISH"), "{\"runId\": \"run");
            Publication publication = new Publication(lake, List.of(IngestTables.REJECTS));
            assertThat(publication.rollForward()).isNull();
        }
    }

    @Test
    void rowsThatBreakAConstraintLeaveTheTableAsItWas() {
        try (Lake lake = hold()) {
            Publication publication = new Publication(lake, List.of(IngestTables.REJECTS));
            publication.publish(new Manifest("run1", List.of(staged(lake, publication, "b1", reject("r1", "b1")))));
            Reject wrong = new Reject("r2", "i", 0, "cook", "x", null, 0, null, "b2", "v");

            assertThatThrownBy(() ->
                            publication.publish(new Manifest("run2", List.of(staged(lake, publication, "b2", wrong)))))
                    .hasStackTraceContaining("reject_stage");
            assertThat(lake.read(IngestTables.REJECTS).count()).isEqualTo(1);
        }
    }

    @Test
    void aKeyThatOccursTwiceStopsBeforeAnyTableIsTouched() {
        try (Lake lake = hold()) {
            Publication publication = new Publication(lake, List.of(IngestTables.REJECTS));
            assertThatThrownBy(() -> staged(lake, publication, "b1", reject("r1", "b1"), reject("r1", "b1")))
                    .hasMessageContaining("the key of rejects occurs twice");
            assertThat(lake.has(IngestTables.REJECTS)).isFalse();
        }
    }

    @Test
    void aSecondWriterIsToldWhoHoldsTheLake() {
        try (Lake lake = hold()) {
            assertThat(lake.location()).isNotEmpty();
            assertThatThrownBy(this::hold)
                    .isInstanceOf(LakeHeld.class)
                    .hasMessageContaining("the lake is held by run abc on this host");
        }
        hold().close();
    }

    @Test
    void aLakeOfAnotherStudyIsRefused() {
        hold().close();
        assertThatThrownBy(() -> Lake.hold(LocalSpark.session(), lakeFolder(), "other-study", "run x", null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the lake belongs to the study a-study, not to other-study");
    }

    @Test
    void aLakeOfANewerLayoutIsRefused() throws IOException {
        hold().close();
        Files.delete(folder.resolve("lake/.lake.json.crc"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"layout\": 99, \"study\": \"a-study\"}");
        assertThatThrownBy(this::hold)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("written by a newer Pactlens (layout 99");
    }

    @Test
    void aFolderWithForeignFilesIsNotTakenForALake() throws IOException {
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/thesis.txt"), "mine");
        assertThatThrownBy(this::hold).isInstanceOf(UserError.class).hasMessageContaining("holds files and is no lake");
    }

    @Test
    void readingWhatIsNoLakeIsAUserError() {
        assertThatThrownBy(() -> Lake.open(LocalSpark.session(), lakeFolder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no lake");
    }

    private String lakeFolder() {
        return folder.resolve("lake").toString();
    }

    private Lake hold() {
        return Lake.hold(LocalSpark.session(), lakeFolder(), "a-study", "run abc on this host", null);
    }

    private static Reject reject(String id, String batch) {
        return new Reject(id, "i", 0, "read", "cut", Instant.EPOCH.toString(), 10, null, batch, "v");
    }

    private static Step staged(Lake lake, Publication publication, String batch, Reject... rejects) {
        List<Row> rows =
                java.util.Arrays.stream(rejects).map(IngestTables.REJECTS::row).toList();
        Dataset<Row> dataset = lake.spark().createDataFrame(rows, IngestTables.REJECTS.schema());
        return publication.stage(
                dataset, IngestTables.REJECTS, Mode.APPEND, lake.work().path(batch, "rejects"), batch);
    }
}
