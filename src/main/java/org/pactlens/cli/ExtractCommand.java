package org.pactlens.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.pactlens.Spelling;
import org.pactlens.UserError;
import org.pactlens.crawl.CrawlItem;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.FileKind;
import org.pactlens.crawl.Ids;
import org.pactlens.crawl.InputFile;
import org.pactlens.crawl.NewsItem;
import org.pactlens.extract.ArticleExtractor;
import org.pactlens.extract.Extraction;
import org.pactlens.extract.RawDocument;
import org.pactlens.extract.process.DocumentParserProcess;
import org.pactlens.extract.process.ProcessLimits;
import org.pactlens.job.RecordReader;
import org.pactlens.job.RecordReader.Outcome;
import org.pactlens.job.RecordReader.Screening;
import org.pactlens.job.Rules;
import org.pactlens.text.Article;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code extract}: pages to articles.jsonl. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Extracts the articles of pages, archives or documents, one JSON object a line. Needs no lake.",
        footer = {"", "Example:", "  pactlens extract --pages page.html crawl.warc.gz --out articles.jsonl"})
final class ExtractCommand implements Callable<Integer> {
    @Option(names = "--pages", arity = "1..*", required = true, paramLabel = "PATH", description = "Files or folders.")
    private List<Path> pages;

    @Mixin
    private RowsOption out;

    @Option(names = "--latest", description = "Of several captures of one URL, writes the newest alone.")
    private boolean latest;

    @Option(
            names = "--debug",
            paramLabel = "URL_OR_ID",
            description = "Writes instead one HTML page that shows which blocks of this page were kept, and why.")
    private String debug;

    @Mixin
    private StudyOption study;

    @Spec
    private CommandSpec spec;

    private final Map<String, ObjectNode> newest = new LinkedHashMap<>();
    private final Map<String, Instant> newestAt = new LinkedHashMap<>();

    @Override
    public Integer call() {
        var files = Pages.files("--pages", pages);
        if (debug != null) {
            return explain(files);
        }
        try (DocumentParserProcess parser = new DocumentParserProcess(ProcessLimits.DEFAULT);
                RecordReader reader = reader(files, parser)) {
            out.write(spec.commandLine().getOut(), rows -> {
                Pages.read(files, item -> take(item, reader, rows));
                newest.values().forEach(rows);
            });
        }
        return Main.DONE;
    }

    /** The study, what no study shapes, and the parser's JVM take more than a second each: all are begun at once. */
    private RecordReader reader(List<InputFile> files, DocumentParserProcess parser) {
        CompletableFuture.runAsync(RecordReader::loadShared);
        if (files.stream().anyMatch(file -> FileKind.isParsedApart(file.name()))) {
            parser.startAhead();
        }
        return new RecordReader(Rules.of(study.load()), Screening.OFF, parser);
    }

    private int explain(List<InputFile> files) {
        List<String> shown = new ArrayList<>();
        Pages.read(files, item -> {
            if (shown.isEmpty()
                    && item instanceof CrawlRecord record
                    && record.payload().length() > 0) {
                String url = record.targetUri() == null ? "" : record.targetUri();
                if (debug.equals(url) || debug.equals(Ids.capture(record))) {
                    shown.add(ArticleExtractor.explain(new RawDocument(
                            record.payload().bytes(), record.mediaType(), record.charset(), url, record.date())));
                }
            }
        });
        if (shown.isEmpty()) {
            throw UserError.of(
                    "--debug " + debug, "no page of --pages has this URL or capture id", "See 'extract' for both.");
        }
        out.writeText(spec.commandLine().getOut(), shown.get(0));
        return Main.DONE;
    }

    private void take(CrawlItem item, RecordReader reader, Consumer<JsonNode> rows) {
        if (item instanceof CrawlRecord record) {
            Outcome outcome = reader.read(record);
            boolean wasRead =
                    switch (outcome.fate()) {
                        case ARTICLE, NO_ARTICLE, REJECTED, EMPTY -> true;
                        case SCREENED_OUT, HTTP_ERROR, OTHER_MEDIA, REVISIT, NOT_A_PAGE, DUPLICATE, TAKEN_DOWN -> false;
                    };
            if (wasRead) {
                String url = record.targetUri() == null ? "" : record.targetUri();
                put(row(url, Ids.capture(record), record.date(), outcome, reader), url, record.date(), rows);
            }
        } else if (item instanceof NewsItem news) {
            put(row(news.url(), Ids.capture(news), null, reader.read(news), reader), news.url(), null, rows);
        }
    }

    private void put(ObjectNode row, String url, Instant capturedAt, Consumer<JsonNode> rows) {
        if (!latest) {
            rows.accept(row);
            return;
        }
        Instant at = capturedAt == null ? Instant.MIN : capturedAt;
        if (!newest.containsKey(url) || !at.isBefore(newestAt.get(url))) {
            newest.put(url, row);
            newestAt.put(url, at);
        }
    }

    private static ObjectNode row(
            String url, String captureId, Instant capturedAt, Outcome outcome, RecordReader reader) {
        Extraction extraction = outcome.extraction();
        Article article = outcome.article();
        ObjectNode row = JsonLines.JSON.createObjectNode();
        row.put("pactlens", "1");
        row.put("url", url);
        row.put("capture_id", captureId);
        row.put("captured_at", ArticleLine.iso(capturedAt));
        row.put("outlet", reader.outlet(url));
        row.put("language", article == null ? null : primary(article.language()));
        boolean known = extraction != null;
        row.put("published_at", article == null ? date(extraction) : ArticleLine.iso(article.publishedAt()));
        row.put(
                "published_date",
                known && extraction.publishedDate() != null
                        ? extraction.publishedDate().toString()
                        : article != null && article.publishedDate() != null
                                ? article.publishedDate().toString()
                                : null);
        String title = article != null ? article.title() : known ? extraction.title() : "";
        row.put("title", title.isEmpty() ? null : title);
        ArrayNode authors = row.putArray("authors");
        (article != null ? article.authors() : known ? extraction.authors() : List.<String>of()).forEach(authors::add);
        row.put("text", article == null ? "" : article.text());
        row.put("page_kind", known ? Spelling.of(extraction.pageKind()) : "article");
        row.put("error", error(outcome));
        return row;
    }

    /** Null where the page could be read, article or not. */
    private static String error(Outcome outcome) {
        return switch (outcome.fate()) {
            case REJECTED -> outcome.reason();
            case EMPTY -> outcome.fate().id();
            default -> null;
        };
    }

    private static String date(Extraction extraction) {
        return extraction == null ? null : ArticleLine.iso(extraction.publishedAt());
    }

    private static String primary(String tag) {
        return tag == null ? null : tag.split("-", 2)[0];
    }
}
