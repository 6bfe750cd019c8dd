package org.pactlens.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.pactlens.job.Rules;
import org.pactlens.relevance.Relevance;
import org.pactlens.reuse.Credit;
import org.pactlens.text.Article;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code code}: articles.jsonl to coded.jsonl. */
@Command(
        name = "code",
        mixinStandardHelpOptions = true,
        description = "Scores and codes articles: relevance, frames with voice, names, quotations. Needs no lake.",
        footer = {
            "",
            "Examples:",
            "  pactlens code --articles articles.jsonl --out coded.jsonl",
            "  pactlens extract --pages page.html --out - | pactlens code --articles - --out -"
        })
final class CodeCommand implements Callable<Integer> {
    @Mixin
    private ArticlesOption articles;

    @Mixin
    private RowsOption out;

    @Mixin
    private StudyOption study;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Rules rules = Rules.of(study.load());
        out.write(spec.commandLine().getOut(), rows -> articles.read(article -> rows.accept(code(article, rules))));
        return Main.DONE;
    }

    private static ObjectNode code(Article article, Rules rules) {
        Relevance relevance = rules.relevance().score(article);
        ObjectNode row = CodedLine.row(article.url(), relevance, rules.coder().code(article, relevance));
        Credit credit = rules.credits().find(article);
        ObjectNode wire = row.putObject("wire");
        if (credit.agencies().isEmpty()) {
            wire.putNull("agency");
            wire.putNull("basis");
        } else {
            if (credit.agencies().size() == 1) {
                wire.put("agency", credit.agencies().get(0));
            } else {
                ArrayNode list = wire.putArray("agency");
                credit.agencies().forEach(list::add);
            }
            wire.put("basis", "credit");
        }
        return row;
    }
}
