package org.pactlens.cli;

import picocli.CommandLine.Option;

/** {@code --take-over} of the commands that write a lake. */
final class TakeOverOption {
    @Option(
            names = "--take-over",
            paramLabel = "RUN",
            description = "Takes the lake from a run that is known to be dead, by the id that the refusal names (not"
                    + " needed on a local disk).")
    private String run;

    /** Run id of the dead holder, or null. */
    String run() {
        return run;
    }
}
