package org.pactlens.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.pactlens.framing.TermAudit;
import org.pactlens.framing.TermAudit.Kind;
import org.pactlens.framing.TermAudit.Term;
import org.pactlens.sample.SampleCrawl;
import org.pactlens.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: is the study fit to be used? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Validates a study and reports every problem at once: file, line, key, what, how to mend.",
        footer = {
            "",
            "Examples:",
            "  pactlens check --study conf/studies/my-study",
            "  pactlens check --terms",
            "  pactlens check --terms articles.jsonl"
        })
final class CheckCommand implements Callable<Integer> {
    private static final String SAMPLE = "the sample";

    @Option(
            names = "--terms",
            arity = "0..1",
            fallbackValue = SAMPLE,
            paramLabel = "FILE",
            description =
                    "Also tell what each frame's terms do in articles.jsonl, or in the built-in sample: which never"
                            + " match, which stand where another frame's do, which are caught by exclusions.")
    private String texts;

    @Mixin
    private StudyOption study;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Study loaded = study.load();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: no problems. %d frames in %d languages, %d outlets, %d phases; fingerprint %s%n",
                study.place(),
                loaded.codebook().frames().size(),
                loaded.languages().size(),
                loaded.outlets().all().size(),
                loaded.phases().size(),
                loaded.fingerprint().substring(0, 12));
        if (texts != null) {
            tellTerms(audit(loaded).terms(), out);
        }
        return Main.DONE;
    }

    private TermAudit audit(Study loaded) {
        TermAudit audit = TermAudit.of(loaded);
        if (texts.equals(SAMPLE)) {
            SampleCrawl.articles().forEach(audit::read);
        } else {
            JsonLines.readPlaced("--terms", texts, (place, row) -> audit.read(ArticleLine.article(place, row)));
        }
        return audit;
    }

    private static void tellTerms(List<Term> terms, PrintWriter out) {
        Map<String, List<Term>> byLanguage =
                terms.stream().collect(Collectors.groupingBy(Term::language, LinkedHashMap::new, Collectors.toList()));
        byLanguage.forEach((language, own) -> {
            List<Term> never = own.stream().filter(term -> term.matches() == 0).toList();
            List<Term> clash =
                    own.stream().filter(term -> !term.clashes().isEmpty()).toList();
            List<Term> caught = own.stream()
                    .filter(term -> term.caught() > 0 && term.kind() != Kind.EXCLUDE)
                    .toList();
            out.printf(
                    Locale.ROOT,
                    "%n%s: %d terms; %d never match, %d clash, %d are caught by exclusions%n",
                    language,
                    own.size(),
                    never.size(),
                    clash.size(),
                    caught.size());
            clash.forEach(term -> out.println(line("clashes with " + String.join(", ", term.clashes()), term)));
            caught.forEach(term -> out.println(line("caught " + term.caught() + " of " + term.matches(), term)));
            never.forEach(term -> out.println(line("never", term)));
        });
    }

    private static String line(String what, Term term) {
        return String.join(
                "\t",
                Arrays.asList("  " + what, term.frame(), term.kind().name().toLowerCase(Locale.ROOT), term.term()));
    }
}
