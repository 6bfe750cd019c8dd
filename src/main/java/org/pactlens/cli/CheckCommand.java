package org.pactlens.cli;

import java.util.concurrent.Callable;
import org.pactlens.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code check}: is the study fit to be used? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Validates a study and reports every problem at once: file, line, key, what, how to mend.",
        footer = {"", "Example:", "  pactlens check --study conf/studies/my-study"})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private StudyOption study;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Study loaded = study.load();
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: no problems. %d frames in %d languages, %d outlets, %d phases; fingerprint %s%n",
                        study.place(),
                        loaded.codebook().frames().size(),
                        loaded.languages().size(),
                        loaded.outlets().all().size(),
                        loaded.phases().size(),
                        loaded.fingerprint().substring(0, 12));
        return Main.DONE;
    }
}
