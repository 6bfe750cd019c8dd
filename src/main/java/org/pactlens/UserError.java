package org.pactlens;

import java.util.List;

/**
 * A mistake of the user: one message that says what is wrong, where, and how to mend it. Ends a command with exit code
 * 2 and without a stack trace.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UserError(String message) {
        super(message);
    }

    /**
     * One mistake.
     *
     * @param place file, option or key
     * @param problem what is wrong there, a clause without a full stop
     * @param remedy what to do, one or two sentences
     */
    public static UserError of(String place, String problem, String remedy) {
        return new UserError(place + ": " + problem + ". " + remedy);
    }

    /** Several mistakes that were found together, each already a full message. */
    public static UserError of(List<String> messages) {
        return new UserError(String.join(System.lineSeparator(), messages));
    }
}
