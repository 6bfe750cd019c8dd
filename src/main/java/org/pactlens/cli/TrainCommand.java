package org.pactlens.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train}: learns what a study does not say by hand. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Learns the numbers of a study from labelled articles.",
        footer = {"", "Example:", "  pactlens train relevance --labels labelled.jsonl.gz"},
        subcommands = TrainRelevanceCommand.class)
final class TrainCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to train: pactlens train relevance");
    }
}
