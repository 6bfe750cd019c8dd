package org.pactlens.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pactlens.UserError;
import org.pactlens.crawl.CrawlItem;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.InputFile;
import org.pactlens.crawl.NewsItem;
import org.pactlens.job.RecordReader;
import org.pactlens.job.RecordReader.Screening;
import org.pactlens.job.Rules;
import org.pactlens.relevance.draft.Background;
import org.pactlens.relevance.draft.DraftFiles;
import org.pactlens.relevance.draft.StudyDraft;
import org.pactlens.sample.SampleCrawl;
import org.pactlens.study.Study;
import org.pactlens.study.StudyFiles;
import org.pactlens.study.StudyLoader;
import org.pactlens.text.Article;

/** A study drafted from a few documents, written to a folder of its own. */
final class DraftedStudy {
    private final Map<String, byte[]> taken = new TreeMap<>();
    private final Study from;

    /** @param files study that all is taken over from which says nothing of the event */
    DraftedStudy(StudyFiles files) {
        try {
            // What the loader opens is what a study consists of.
            from = StudyLoader.load(name -> {
                Optional<InputStream> file = files.open(name);
                if (file.isEmpty()) {
                    return file;
                }
                try (InputStream in = file.get()) {
                    taken.put(name, in.readAllBytes());
                }
                return Optional.of(new ByteArrayInputStream(taken.get(name)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the study.
     *
     * @param against folder of documents about look-alikes, or null
     */
    void write(Path seeds, Path against, Path folder, PrintWriter out) {
        refuseFilled(folder);
        List<Article> about = read("--seeds", seeds);
        List<Article> others = against == null ? List.of() : read("--against", against);
        StudyDraft draft = StudyDraft.of(about, others, Background.of(SampleCrawl.articles(), from));
        Map<String, byte[]> files = new TreeMap<>(taken);
        DraftFiles.of(draft, id(folder), new String(taken.get("study.yaml"), StandardCharsets.UTF_8))
                .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw UserError.of(
                    "--out " + folder,
                    "it cannot be written (" + e.getMessage() + ")",
                    "Check the folder's permissions.");
        }
        out.printf(
                "A draft from %d seeds and %d documents held against them. Read %s, then try: pactlens check --study %s%n",
                about.size(), others.size(), folder.resolve("README.md"), folder);
        out.flush();
    }

    /** What a person has written is never written over. */
    private static void refuseFilled(Path folder) {
        try (Stream<Path> inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            if (Files.isRegularFile(folder) || inside.findAny().isPresent()) {
                throw UserError.of(
                        "--out " + folder,
                        Files.isDirectory(folder) ? "the folder is not empty" : "it is a file",
                        "Name a new folder for the study.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Article> read(String option, Path folder) {
        List<Article> articles = new ArrayList<>();
        try (RecordReader reader = new RecordReader(Rules.of(from), Screening.OFF)) {
            for (InputFile file : Pages.files(option, List.of(folder))) {
                Pages.read(List.of(file), item -> articles.add(article(option + " " + file.name(), item, reader)));
            }
        }
        return articles;
    }

    private static Article article(String place, CrawlItem item, RecordReader reader) {
        Article article = null;
        if (item instanceof CrawlRecord record) {
            article = reader.read(record).article();
        } else if (item instanceof NewsItem news) {
            article = reader.read(news).article();
        }
        if (article == null) {
            throw UserError.of(place, "it holds no article", "Give pages or plain texts of one article each.");
        }
        return article;
    }

    private static String id(Path folder) {
        String id = folder.toAbsolutePath()
                .normalize()
                .getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return id.length() > 64 ? id.substring(0, 64) : id;
    }
}
