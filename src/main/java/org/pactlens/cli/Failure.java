package org.pactlens.cli;

import java.util.Locale;

/** What one line can say of an unexpected failure. */
final class Failure {
    private static final int LONGEST = 300;

    private Failure() {}

    /** The innermost cause, in one line. */
    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "" : cause.getMessage().strip();
        if (message.toLowerCase(Locale.ROOT).contains("no space left on device")) {
            return "the disk is full; make room and start again, the tables are as they were";
        }
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
