package org.pactlens.cli;

import java.util.concurrent.Callable;
import org.pactlens.job.JobOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code recode}: a changed study over stored articles. */
@Command(
        name = "recode",
        mixinStandardHelpOptions = true,
        description = {
            "Makes relevance, framing, families and statistics anew from the stored articles; reads no crawl.",
            "Does nothing where neither the study nor the program has changed since the last run. With --reextract the",
            "articles too are made anew, from the pages at their places in the crawl files."
        },
        footer = {
            "",
            "Examples:",
            "  pactlens recode --lake lake --study conf/studies/my-study",
            "  pactlens recode --lake lake --reextract"
        })
final class RecodeCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Mixin
    private StudyOption study;

    @Mixin
    private TakeOverOption takeOver;

    @Option(
            names = "--reextract",
            description = "First extracts the stored pages anew, for a program that extracts better. Pages whose files"
                    + " are gone stay as they were; what the screen had dropped stays dropped.")
    private boolean reextract;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StoredJob.run(
                JobOrder.ofStored("recode", lake.folder(), takeOver.run(), null, reextract),
                study.load(),
                spec.commandLine().getOut());
        return Main.DONE;
    }
}
