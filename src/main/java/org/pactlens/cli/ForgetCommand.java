package org.pactlens.cli;

import java.util.concurrent.Callable;
import org.pactlens.job.JobOrder;
import org.pactlens.job.Takedown;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code forget}: takes rows out for good. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a page, an outlet or a batch out of all tables, makes the figures anew and deletes the old files:",
            "earlier versions of the tables cannot be read afterwards. A page or outlet stays out of later runs; the",
            "files of a batch are read again by the next run that names them."
        },
        footer = {
            "",
            "Examples:",
            "  pactlens forget --lake lake --url https://outlet.example/a-story",
            "  pactlens forget --lake lake --outlet outlet.example",
            "  pactlens forget --lake lake --batch 5f0c1d"
        })
final class ForgetCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private What what;

    private static final class What {
        @Option(names = "--batch", paramLabel = "ID", description = "Batch, as in inputs.batch_id.")
        private String batch;

        @Option(names = "--url", paramLabel = "U", description = "Address of a page, all its versions.")
        private String url;

        @Option(names = "--outlet", paramLabel = "O", description = "Outlet id, as in outlets.outlet.")
        private String outlet;

        Takedown takedown() {
            if (batch != null) {
                return new Takedown(Takedown.Kind.BATCH, batch);
            }
            return url != null ? new Takedown(Takedown.Kind.URL, url) : new Takedown(Takedown.Kind.OUTLET, outlet);
        }
    }

    @Mixin
    private StudyOption study;

    @Mixin
    private TakeOverOption takeOver;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StoredJob.run(
                JobOrder.ofStored("forget", lake.folder(), takeOver.run(), what.takedown(), false),
                study.load(),
                spec.commandLine().getOut());
        return Main.DONE;
    }
}
