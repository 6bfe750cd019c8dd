package org.pactlens.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
import org.pactlens.lake.RunTables.Run;

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
            Manifest manifest = new Manifest(run("run1"), List.of(staged(lake, publication, "b1", reject("r1", "b1"))));
            List<String> ended = new ArrayList<>();
            publication.publish(manifest, run -> ended.add(run.runId()));

            // As a start after a kill between the last commit and the removal of the manifest finds it.
            lake.work().write(lake.work().path("PUBLISH"), manifest);
            publication.finish(publication.begun().orElseThrow(), run -> ended.add(run.runId()));

            assertThat(lake.read(IngestTables.REJECTS).count()).isEqualTo(1);
            assertThat(publication.begun()).isEmpty();
            assertThat(ended).containsExactly("run1", "run1");
        }
    }

    @Test
    void aManifestOfAnotherVersionIsNotTakenForAbsent() throws IOException {
        try (Lake lake = hold()) {
            Files.createDirectories(folder.resolve("lake/_work"));
            Files.writeString(folder.resolve("lake/_work/PUBLISH"), "{\"run\": null, \"steps\": [], \"since\": 2}");
            Publication publication = new Publication(lake, List.of(IngestTables.REJECTS));
            assertThatThrownBy(publication::begun)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("another version of Pactlens wrote it")
                    .hasMessageContaining("Start that version once more");
        }
    }

    @Test
    void aTornManifestCountsAsAbsent() throws IOException {
        try (Lake lake = hold()) {
            Files.createDirectories(folder.resolve("lake/_work"));
            Files.writeString(folder.resolve("lake/_work/PUBLISH"), "{\"runId\": \"run");
            Publication publication = new Publication(lake, List.of(IngestTables.REJECTS));
            assertThat(publication.begun()).isEmpty();
        }
    }

    @Test
    void rowsThatBreakAConstraintLeaveTheTableAsItWas() {
        try (Lake lake = hold()) {
            Publication publication = new Publication(lake, List.of(IngestTables.REJECTS));
            publication.publish(
                    new Manifest(run("run1"), List.of(staged(lake, publication, "b1", reject("r1", "b1")))), run -> {});
            Reject wrong = new Reject("r2", "i", 0, "cook", "junk", null, 0, null, "b2", "v");

            Manifest bad = new Manifest(run("run2"), List.of(staged(lake, publication, "b2", wrong)));
            assertThatThrownBy(() -> publication.publish(bad, run -> {}))
                    .isInstanceOf(Publication.Unfinished.class)
                    .hasMessage("run run2 had begun to publish")
                    .hasStackTraceContaining("rejects_stage");
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
    void aTableWhoseCreationWasKilledBeforeItsFirstCommitIsMadeAgain() throws IOException {
        try (Lake lake = hold()) {
            Files.createDirectories(folder.resolve("lake/rejects/_delta_log"));
            assertThat(lake.has(IngestTables.REJECTS)).isFalse();
            assertThat(lake.read(IngestTables.REJECTS).count()).isZero();
            Publication publication = new Publication(lake, List.of(IngestTables.REJECTS));
            publication.publish(
                    new Manifest(run("run1"), List.of(staged(lake, publication, "b1", reject("r1", "b1")))), run -> {});
            assertThat(lake.read(IngestTables.REJECTS).count()).isEqualTo(1);
        }
    }

    @Test
    void whatAKilledWriteLeavesLiesInTheWorkArea() throws IOException {
        WorkArea work = new WorkArea(
                new org.apache.hadoop.fs.Path(lakeFolder()),
                LocalSpark.session().sparkContext().hadoopConfiguration());
        // A folder where the half is to become the file makes the rename fail, as a kill before it would.
        Files.createDirectories(folder.resolve("lake/lake.json/full"));
        assertThatThrownBy(() -> work.write(new org.apache.hadoop.fs.Path(lakeFolder(), "lake.json"), "x"));
        try (java.util.stream.Stream<Path> left = Files.list(folder.resolve("lake"))) {
            assertThat(left.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("lake.json", "_work");
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
    void aLakeOfAnOlderLayoutIsRefused() throws IOException {
        hold().close();
        Files.delete(folder.resolve("lake/.lake.json.crc"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"layout\": 1, \"study\": \"a-study\"}");
        assertThatThrownBy(this::hold)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("written by an older Pactlens (layout 1")
                .hasMessageContaining("run the crawl into another folder");
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

    private static Run run(String id) {
        return new Run(
                id,
                "run",
                Instant.EPOCH,
                Instant.EPOCH,
                "done",
                "host",
                "a-study",
                "f",
                "v",
                "4",
                List.of("b1"),
                1,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of());
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
                dataset, IngestTables.REJECTS, Mode.APPEND, lake.work().path(batch), batch);
    }
}
