package org.pactlens.cli;

import java.util.concurrent.Callable;
import org.pactlens.lake.Dictionary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tables}: the data dictionary. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        description = "Prints the data dictionary: each table, its grain, key, partition, columns and constraints.",
        footer = {"", "Example:", "  pactlens tables --markdown > docs/tables.md"})
final class TablesCommand implements Callable<Integer> {
    @Option(names = "--markdown", description = "As a Markdown page instead of plain text.")
    private boolean markdown;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(markdown ? Dictionary.markdown() : Dictionary.text());
        spec.commandLine().getOut().flush();
        return Main.DONE;
    }
}
