package org.pactlens.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * One writer per lake. On a local disk an operating-system lock, which dies with its process; elsewhere a file that
 * only one can create, which a person takes over when its holder is known to be dead.
 */
final class LakeLock implements AutoCloseable {
    private static final String UNKNOWN = "unknown";

    private final FileSystem files;
    private final Path path;
    private final String holder;
    private final FileChannel channel;
    private final FileLock lock;

    private LakeLock(FileSystem files, Path path, String holder, FileChannel channel, FileLock lock) {
        this.files = files;
        this.path = path;
        this.holder = holder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock or says who holds it.
     *
     * @param holder what the lock file says of this run: {@code run ID on ...}, with host, process, start
     * @param takeOver run id of a dead holder whose lock file may be replaced, {@code unknown} where it is empty; null for
     *     none
     */
    static LakeLock acquire(FileSystem files, Path path, String holder, String takeOver) {
        try {
            files.mkdirs(path.getParent());
            return files.getScheme().equals("file")
                    ? local(files, path, holder)
                    : shared(files, path, holder, takeOver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LakeLock local(FileSystem files, Path path, String holder) throws IOException {
        FileChannel channel = FileChannel.open(
                java.nio.file.Path.of(path.toUri().getPath()),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            String held = Files.readString(java.nio.file.Path.of(path.toUri().getPath()))
                    .strip();
            throw new LakeHeld(path.getParent().getParent() + ": the lake is held by "
                    + (held.isEmpty() ? "a run that has just started" : held)
                    + ". Wait until it has ended, then start again.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
        return new LakeLock(files, path, holder, channel, lock);
    }

    private static LakeLock shared(FileSystem files, Path path, String holder, String takeOver) throws IOException {
        if (files.exists(path)) {
            String held = held(files, path);
            // A holder that was killed between making the file and writing it has left no id.
            boolean given = held.isEmpty() ? UNKNOWN.equals(takeOver) : held.startsWith("run " + takeOver + " ");
            if (!given) {
                throw new LakeHeld(path.getParent().getParent() + ": the lake is held by "
                        + (held.isEmpty() ? "a run that has left no name" : held)
                        + ". Wait until it has ended; or, where you know it to be dead, start again with --take-over "
                        + (held.isEmpty() ? UNKNOWN : "and its run id") + ".");
            }
            files.delete(path, false);
        }
        try (OutputStream out = files.create(path, false)) {
            out.write(holder.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw new LakeHeld(path.getParent().getParent() + ": another run has just taken the lake. Start again.");
        }
        return new LakeLock(files, path, holder, null, null);
    }

    private static String held(FileSystem files, Path path) throws IOException {
        try (InputStream in = files.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** Fails where the lock is no longer this run's: a person has taken it over. */
    void check() {
        try {
            if (lock == null && !isOwn()) {
                throw new LakeHeld(path.getParent().getParent() + ": the lake was taken from this run (" + holder
                        + "); it stops before its next write.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOwn() throws IOException {
        return files.exists(path) && held(files, path).equals(holder);
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
                channel.close();
            } else if (isOwn()) {
                files.delete(path, false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
