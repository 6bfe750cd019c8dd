package org.pactlens.cli;

import java.util.Locale;
import org.pactlens.lake.Publication;

/** What one line can say of an unexpected failure. */
final class Failure {
    private static final int LONGEST = 300;

    private Failure() {}

    /** The innermost cause, in one line, and what it means for the tables where that is known. */
    static String of(Throwable failure) {
        boolean begun = failure instanceof Publication.Unfinished;
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            begun |= cause instanceof Publication.Unfinished;
        }
        boolean full = isDiskFull(failure);
        String what = full
                ? "the disk is full; make room and start again"
                : isEnding() ? "it was stopped from outside; start it again" : firstLine(cause);
        if (begun) {
            return what + "; some tables are published and others not yet, the next start finishes them first";
        }
        return full ? what + ", the tables are as they were" : what;
    }

    /** Whether the JVM is ending, by a signal: what fails then fails because Spark has been shut down beneath it. */
    private static boolean isEnding() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            String message =
                    cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
            if (message.contains("no space left on device") || message.contains("disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage().strip();
        String line = message.lines().findFirst().orElse("");
        String text = line.isEmpty() ? cause.getClass().getSimpleName() : line;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    /** Where the log file lies, if the launcher set one. */
    static String logPlace() {
        String file = System.getProperty("pactlens.log");
        return file == null ? "" : ": " + file;
    }
}
