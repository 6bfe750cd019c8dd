package org.pactlens.job;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how far a run is: one line that is rewritten in a terminal, a plain line each half minute elsewhere. What it
 * shows is for the eye; no figure of the tables comes from here.
 */
public final class Progress implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final int WIDTH = 100;

    private final PrintStream err;
    private final boolean terminal;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private String stage;
    private String unit;
    private long total;
    private LongSupplier done;
    private long started;

    /** Progress on the given stream; {@code terminal} says whether lines can be rewritten there. */
    public Progress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        long period = terminal ? 1 : 30;
        clock.scheduleAtFixedRate(this::show, period, period, TimeUnit.SECONDS);
    }

    /**
     * Progress on standard error. Whether it is a terminal the launcher tells ({@code -Dpactlens.terminal}), since Java
     * only knows about the other two streams; else they decide.
     */
    public static Progress onStandardError() {
        String told = System.getProperty("pactlens.terminal");
        return new Progress(System.err, told == null ? System.console() != null : Boolean.parseBoolean(told));
    }

    /** Begins a stage of a known amount of work; ends the one before. */
    public synchronized void stage(String name, String unitName, long totalUnits, LongSupplier doneUnits) {
        end();
        stage = name;
        unit = unitName;
        total = totalUnits;
        done = doneUnits;
        started = System.nanoTime();
        LOG.info("stage {} begins: {} {}", name, totalUnits, unitName);
        if (!terminal) {
            err.println("pactlens: " + name + " ...");
        }
    }

    /** Begins a stage whose amount is not known beforehand. */
    public void stage(String name) {
        stage(name, "", 0, () -> 0);
    }

    /** Ends the present stage. */
    public synchronized void end() {
        if (stage == null) {
            return;
        }
        double took = elapsed();
        seconds.merge(stage, took, Double::sum);
        LOG.info("stage {} ended after {} s", stage, String.format(Locale.ROOT, "%.1f", took));
        if (terminal) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
        }
        stage = null;
    }

    /** Seconds by stage, in the order in which they began. */
    public synchronized Map<String, Double> seconds() {
        return new LinkedHashMap<>(seconds);
    }

    private double elapsed() {
        return (System.nanoTime() - started) / 1e9;
    }

    private synchronized void show() {
        if (stage == null) {
            return;
        }
        String line = line(stage, unit, done.getAsLong(), total, elapsed());
        if (terminal) {
            String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
            err.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
            err.flush();
        } else {
            err.println(line);
        }
    }

    /** One line: stage, share done, rate, time left; the last two where they can be known. */
    static String line(String stage, String unit, long done, long total, double elapsed) {
        String line = "pactlens: " + stage;
        if (total <= 0) {
            return line + String.format(Locale.ROOT, ", %.0f s", elapsed);
        }
        long part = Math.min(done, total);
        line += String.format(Locale.ROOT, " %3d %%, ", 100 * part / total);
        line += unit.equals("bytes")
                ? String.format(Locale.ROOT, "%.1f of %.1f MB", part / 1e6, total / 1e6)
                : part + " of " + total + " " + unit;
        if (part > 0 && elapsed >= 1) {
            double rate = part / elapsed;
            line += unit.equals("bytes")
                    ? String.format(Locale.ROOT, ", %.1f MB/s", rate / 1e6)
                    : String.format(Locale.ROOT, ", %.0f/s", rate);
            Duration left = Duration.ofSeconds(Math.round((total - part) / rate));
            line += String.format(Locale.ROOT, ", %d:%02d left", left.toMinutes(), left.toSecondsPart());
        }
        return line;
    }

    @Override
    public void close() {
        end();
        clock.shutdownNow();
    }
}
