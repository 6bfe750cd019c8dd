package org.pactlens.lake;

/** Another run holds the lake. Ends a command with exit code 3. */
public final class LakeHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LakeHeld(String message) {
        super(message);
    }
}
