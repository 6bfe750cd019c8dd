package org.pactlens.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pactlens.framing.ArticleCoder;
import org.pactlens.framing.Quotation;
import org.pactlens.relevance.Relevance;
import org.pactlens.reuse.Preparation;
import org.pactlens.reuse.Prepared;
import org.pactlens.reuse.Quoted;
import org.pactlens.reuse.ReuseTracer;
import org.pactlens.reuse.Traced;
import org.pactlens.study.Study;
import org.pactlens.text.Article;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trace}: articles.jsonl to reuse.jsonl. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Traces who copied whom: story families, roles, origins, wire credits. Needs no lake.",
        footer = {
            "",
            "Examples:",
            "  pactlens trace --articles articles.jsonl --out reuse.jsonl",
            "  pactlens extract --pages pages/ --out - | pactlens trace --articles - --out -"
        })
final class TraceCommand implements Callable<Integer> {
    /** Quotations are found in every article; frames, which need a score, are not wanted. */
    private static final Relevance UNSCORED = new Relevance(0, 0, null, List.of(), List.of(), List.of());

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
        Study rules = study.load();
        Preparation preparation = Preparation.of(rules);
        ArticleCoder coder = ArticleCoder.of(rules);
        // Of several captures of one URL the last counts, in the place of the first.
        Map<String, Prepared> prepared = new LinkedHashMap<>();
        articles.read(article ->
                prepared.put(article.url(), preparation.prepare(article.url(), article, quoted(article, coder))));
        Map<String, Traced> traced = new LinkedHashMap<>();
        ReuseTracer.of(rules.settings().reuse())
                .trace(prepared.values())
                .articles()
                .forEach(one -> traced.put(one.id(), one));
        out.write(
                spec.commandLine().getOut(),
                rows -> prepared.keySet().forEach(url -> rows.accept(TracedLine.row(traced.get(url)))));
        return Main.DONE;
    }

    private static List<Quoted> quoted(Article article, ArticleCoder coder) {
        return coder.code(article, UNSCORED).quotations().stream()
                .filter(Quotation::isVerbatimInText)
                .map(quotation -> new Quoted(quotation.span(), quotation.speaker()))
                .toList();
    }
}
