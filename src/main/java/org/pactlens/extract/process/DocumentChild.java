package org.pactlens.extract.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.concurrent.atomic.AtomicReference;
import org.pactlens.extract.DocumentText;
import org.pactlens.extract.ExtractionError;

/** The child's main class: documents on standard input, texts on standard output, until the input ends. Its one argument is the stack in MiB. */
final class DocumentChild {
    /** Exit code when a document took its processor time, or several times as long by the clock. */
    static final int OWN_TIMEOUT = 4;

    private static final long STEP_MILLIS = 50;
    private static final long NANOS = 1_000_000;

    private DocumentChild() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        // A parser that prints must not break into the protocol.
        System.setOut(System.err);
        refuseNetwork();
        long stackBytes = Long.parseLong(arguments[0]) << 20;
        BoundedTika tika = new BoundedTika();
        out.writeInt(Frames.READY);
        out.flush();
        while (true) {
            Frames.Request request;
            try {
                request = Frames.readRequest(in);
            } catch (EOFException parentGone) {
                return;
            }
            Frames.write(out, answer(tika, request, stackBytes));
        }
    }

    private static DocumentText answer(BoundedTika tika, Frames.Request request, long stackBytes)
            throws InterruptedException {
        AtomicReference<DocumentText> answer = new AtomicReference<>();
        Runnable parse = () -> {
            try {
                answer.set(tika.parse(request));
            } catch (StackOverflowError tooDeep) {
                answer.set(DocumentText.failed(request.mediaType(), ExtractionError.STACK));
            }
        };
        Thread thread = new Thread(null, parse, "parse", stackBytes);
        thread.setDaemon(true);
        thread.start();
        await(thread, request.millis());
        DocumentText found = answer.get();
        return found == null ? DocumentText.failed(request.mediaType(), ExtractionError.CORRUPT) : found;
    }

    /** Ends the process where the thread worked too long. Time it waits for a processor counts less: other work is not its fault. */
    private static void await(Thread thread, long millis) throws InterruptedException {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long endOfWall = System.nanoTime() + millis * ProcessLimits.WALL_FACTOR * NANOS;
        while (true) {
            thread.join(STEP_MILLIS);
            if (!thread.isAlive()) {
                return;
            }
            long worked = clock.getThreadCpuTime(thread.getId());
            if (worked > millis * NANOS || System.nanoTime() - endOfWall > 0) {
                Runtime.getRuntime().halt(OWN_TIMEOUT);
            }
        }
    }

    /** Nothing a document names is fetched, whatever a parser would like to resolve. */
    private static void refuseNetwork() {
        URL.setURLStreamHandlerFactory(protocol -> switch (protocol) {
            case "file", "jar", "jrt", "jmod" -> null;
            default ->
                new URLStreamHandler() {
                    @Override
                    protected URLConnection openConnection(URL url) throws IOException {
                        throw new IOException("documents fetch nothing");
                    }
                };
        });
    }
}
