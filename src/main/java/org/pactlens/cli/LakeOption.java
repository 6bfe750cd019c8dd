package org.pactlens.cli;

import picocli.CommandLine.Option;

/** {@code --lake} of the commands that work on tables that are there. */
final class LakeOption {
    @Option(names = "--lake", required = true, paramLabel = "DIR", description = "Folder of the tables.")
    private String folder;

    String folder() {
        return folder;
    }
}
