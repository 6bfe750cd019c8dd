package org.pactlens.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.pactlens.text.Article;
import picocli.CommandLine.Option;

/** {@code --articles} and {@code --out} of the commands that go from articles to rows without a lake. */
final class ArticleFiles {
    @Option(
            names = "--articles",
            required = true,
            paramLabel = "FILE",
            description = "articles.jsonl, plain or gzipped; - for standard input. Only url and text are needed.")
    private String articles;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the rows go; - for standard output.")
    private String out;

    /** Hands over each article in order. */
    void read(Consumer<Article> each) {
        JsonLines.read("--articles", articles, row -> each.accept(ArticleLine.article(row)));
    }

    /** Opens the output, does the work, which hands over its rows, and closes it. */
    void write(PrintWriter standard, Consumer<Consumer<ObjectNode>> work) {
        try (Writer rows = JsonLines.writer("--out", out, standard)) {
            work.accept(row -> JsonLines.write(rows, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
