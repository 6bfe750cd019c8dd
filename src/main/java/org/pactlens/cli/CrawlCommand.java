package org.pactlens.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.pactlens.crawl.CrawlSummary;
import org.pactlens.crawl.InputFile;
import org.pactlens.crawl.ItemReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crawl}: an operator's first look at archives and folders. */
@Command(
        name = "crawl",
        mixinStandardHelpOptions = true,
        description = "Says what is in archives and folders: records by type, hosts, dates, media types, damage.",
        footer = {"", "Examples:", "  pactlens crawl crawls/", "  pactlens crawl --json a.warc.gz | jq .lost"})
final class CrawlCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
    private List<Path> paths;

    @Option(names = "--json", description = "One JSON object a line and file.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (InputFile file : Pages.files("crawl", paths)) {
            CrawlSummary summary = summary(file);
            out.println(json ? row(summary).toString() : text(summary));
        }
        return Main.DONE;
    }

    private static CrawlSummary summary(InputFile file) {
        try (ItemReader items = Pages.open(file)) {
            return CrawlSummary.of(file, items);
        } catch (UncheckedIOException e) {
            throw Pages.unreadable(file, e.getCause());
        } catch (IOException e) {
            throw Pages.unreadable(file, e);
        }
    }

    private static ObjectNode row(CrawlSummary summary) {
        ObjectNode row = JsonLines.JSON.createObjectNode();
        row.put("file", summary.file());
        row.put("format", summary.format());
        row.put("bytes", summary.bytes());
        row.put("records", summary.records());
        row.put("damaged", summary.damaged());
        ObjectNode types = row.putObject("records_by_type");
        summary.recordsByType().forEach(types::put);
        ArrayNode lost = row.putArray("lost");
        summary.lost()
                .forEach(l ->
                        lost.addObject().put("from", l.from()).put("to", l.to()).put("reason", l.reason()));
        row.put("error", summary.error());
        return row;
    }

    private static String text(CrawlSummary summary) {
        String text = String.format(
                Locale.ROOT,
                "%s: %s, %s, %s%n  types   %s%n  hosts   %s%n  media   %s%n",
                summary.file(),
                summary.format(),
                number(summary.bytes(), "byte"),
                number(summary.records(), "record"),
                counts(summary.recordsByType()),
                counts(summary.hosts()),
                counts(summary.mediaTypes()));
        if (summary.first() != null) {
            text += String.format("  dates   %s to %s%n", summary.first(), summary.last());
        }
        text += String.format(
                Locale.ROOT,
                "  damage  %s, %s lost; %s, %,d truncated",
                number(summary.damaged(), "place"),
                number(summary.bytesLost(), "byte"),
                number(summary.duplicates(), "duplicate"),
                summary.truncated());
        return summary.error() == null ? text : text + System.lineSeparator() + "  error   " + summary.error();
    }

    private static String number(long count, String of) {
        return String.format(Locale.ROOT, "%,d %s%s", count, of, count == 1 ? "" : "s");
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
