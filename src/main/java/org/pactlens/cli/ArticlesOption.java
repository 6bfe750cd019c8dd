package org.pactlens.cli;

import java.util.function.Consumer;
import org.pactlens.text.Article;
import picocli.CommandLine.Option;

/** {@code --articles} of the commands that go from articles to rows without a lake. */
final class ArticlesOption {
    @Option(
            names = "--articles",
            required = true,
            paramLabel = "FILE",
            description = "articles.jsonl, plain or gzipped; - for standard input. Only url and text are needed.")
    private String file;

    /** Hands over each article in order. */
    void read(Consumer<Article> each) {
        JsonLines.readPlaced("--articles", file, (place, row) -> each.accept(ArticleLine.article(place, row)));
    }
}
