package org.pactlens.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock where no operating system keeps it, as on HDFS: a file that only one run can create. */
class LakeLockTest {
    private static final String FIRST = "run aaaa1111 on host-1, process 7, since 2026-01-01T00:00:00Z";
    private static final String SECOND = "run bbbb2222 on host-2, process 8, since 2026-01-02T00:00:00Z";

    /** Files on this disk, of a file system that has no locks. */
    private static final class Shared extends RawLocalFileSystem {
        @Override
        public String getScheme() {
            return "shared";
        }
    }

    @TempDir
    java.nio.file.Path folder;

    private Shared files;
    private Path path;

    @BeforeEach
    void open() throws IOException {
        files = new Shared();
        files.initialize(URI.create("file:///"), new Configuration(false));
        path = new Path(folder.resolve("lake/_work/LOCK").toString());
    }

    private LakeLock acquire(String holder, String takeOver) {
        return LakeLock.acquire(files, path, holder, takeOver);
    }

    @Test
    void aSecondRunIsToldWhoHoldsTheLakeAndHowToTakeItOver() {
        acquire(FIRST, null);
        assertThatThrownBy(() -> acquire(SECOND, null))
                .isInstanceOf(LakeHeld.class)
                .hasMessageContaining(FIRST)
                .hasMessageContaining("--take-over");
    }

    @Test
    void onlyTheWholeRunIdTakesOver() {
        acquire(FIRST, null);
        for (String wrong : new String[] {"", "run", "aaaa", "on", "bbbb2222", "7"}) {
            assertThatThrownBy(() -> acquire(SECOND, wrong)).as("'%s'", wrong).isInstanceOf(LakeHeld.class);
        }
        assertThatCode(() -> acquire(SECOND, "aaaa1111").check()).doesNotThrowAnyException();
    }

    @Test
    void aLockThatItsHolderDiedInMakingCanBeTaken() throws IOException {
        files.create(path, false).close();
        assertThatThrownBy(() -> acquire(SECOND, null))
                .isInstanceOf(LakeHeld.class)
                .hasMessageContaining("--take-over unknown");
        assertThatThrownBy(() -> acquire(SECOND, "aaaa1111")).isInstanceOf(LakeHeld.class);
        assertThatCode(() -> acquire(SECOND, "unknown").check()).doesNotThrowAnyException();
    }

    @Test
    void aRunWhoseLakeWasTakenStopsBeforeItsNextWriteAndLeavesTheOthersLock() throws IOException {
        LakeLock slow = acquire(FIRST, null);
        LakeLock other = acquire(SECOND, "aaaa1111");
        assertThatThrownBy(slow::check)
                .isInstanceOf(LakeHeld.class)
                .hasMessageContaining("the lake was taken from this run (run aaaa1111");
        slow.close();
        assertThat(files.exists(path)).isTrue();
        assertThatCode(other::check).doesNotThrowAnyException();
    }

    @Test
    void aRunThatEndsLeavesTheLakeFree() {
        acquire(FIRST, null).close();
        assertThatCode(() -> acquire(SECOND, null)).doesNotThrowAnyException();
    }
}
