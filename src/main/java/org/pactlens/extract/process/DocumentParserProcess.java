package org.pactlens.extract.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pactlens.extract.DocumentParser;
import org.pactlens.extract.DocumentText;
import org.pactlens.extract.ExtractionError;

/**
 * A child JVM that parses one document after the other. It is started with the first document, ended when a document takes
 * too long or too much, and started anew for the next one. One per task slot; calls from several threads wait for each
 * other. The process ends with {@link #close()}, with the parent's stream, or by its own clock, whichever comes first.
 */
public final class DocumentParserProcess implements DocumentParser, AutoCloseable {
    /** The JVM's exit code under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private final ProcessLimits limits;
    private final ExecutorService exchange = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "document-parser-exchange");
        thread.setDaemon(true);
        return thread;
    });
    private Child child;
    private boolean closed;

    public DocumentParserProcess(ProcessLimits limits) {
        this.limits = limits;
    }

    private static final class Child {
        private final Process process;
        private final DataOutputStream out;
        private final DataInputStream in;
        private boolean ready;

        Child(Process process) {
            this.process = process;
            this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
            this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        }
    }

    /**
     * Starts the child where documents are known to come, without waiting for it; else the first one does. A start that
     * fails is told by {@link #parse}.
     */
    public synchronized void startAhead() {
        try {
            launch();
        } catch (IOException retried) {
            end();
        }
    }

    private Child launch() throws IOException {
        if (closed) {
            throw new Unavailable("the document parser is closed");
        }
        if (child == null || !child.process.isAlive()) {
            end();
            child = new Child(ChildCommand.of(limits).start());
        }
        return child;
    }

    /**
     * @throws Unavailable where the child cannot be started at all, after {@link #close()}, or where the thread was interrupted
     */
    @Override
    public synchronized DocumentText parse(byte[] bytes, String mediaType, String url) {
        Child running = running();
        long millis = limits.perDocument().toMillis();
        Frames.Request request = new Frames.Request(mediaType, url, limits.outputChars(), millis, bytes);
        try {
            // The child ends itself when its time is up; this is for one that cannot.
            return within(limits.perDocument().multipliedBy(ProcessLimits.WALL_FACTOR + 1), () -> {
                Frames.write(running.out, request);
                return Frames.readAnswer(running.in);
            });
        } catch (TimeoutException late) {
            end();
            return DocumentText.failed(mediaType, ExtractionError.TIMEOUT);
        } catch (IOException broken) {
            return DocumentText.failed(mediaType, causeOfEnd());
        }
    }

    /** The process that answers now, for tests that look at what became of it. */
    synchronized ProcessHandle handle() {
        return child == null ? null : child.process.toHandle();
    }

    private Child running() {
        try {
            Child started = launch();
            if (!started.ready) {
                int word = within(limits.start(), started.in::readInt);
                if (word != Frames.READY) {
                    throw new IOException("the child said " + Integer.toHexString(word));
                }
                started.ready = true;
            }
            return started;
        } catch (IOException | TimeoutException failed) {
            end();
            throw new Unavailable("the JVM that parses PDF and office files did not start (" + failed.getMessage()
                    + "); it needs " + limits.heapMebibytes() + " MiB and the java program of the JVM that starts it");
        }
    }

    private interface Exchange<T> {
        T run() throws IOException;
    }

    private <T> T within(Duration limit, Exchange<T> work) throws IOException, TimeoutException {
        Future<T> answer = exchange.submit(work::run);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            end();
            Thread.currentThread().interrupt();
            throw new Unavailable("the document parser was interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IOException(failed.getCause());
        }
    }

    private ExtractionError causeOfEnd() {
        ExtractionError cause = ExtractionError.CORRUPT;
        try {
            boolean ended = child != null && child.process.waitFor(2, TimeUnit.SECONDS);
            if (ended && child.process.exitValue() == OUT_OF_MEMORY) {
                cause = ExtractionError.MEMORY;
            } else if (ended && child.process.exitValue() == DocumentChild.OWN_TIMEOUT) {
                cause = ExtractionError.TIMEOUT;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        end();
        return cause;
    }

    private void end() {
        if (child != null) {
            child.process.destroyForcibly();
            child = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        end();
        exchange.shutdownNow();
    }
}
