package org.pactlens.job;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pactlens.Spelling;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.NewsItem;
import org.pactlens.crawl.Payload;
import org.pactlens.crawl.RecordType;
import org.pactlens.crawl.WebAddress;
import org.pactlens.extract.ArticleExtractor;
import org.pactlens.extract.Extraction;
import org.pactlens.extract.ExtractionError;
import org.pactlens.extract.RawDocument;
import org.pactlens.extract.StatedDates;
import org.pactlens.extract.StatedDates.Stated;
import org.pactlens.extract.process.DocumentParserProcess;
import org.pactlens.extract.process.ProcessLimits;
import org.pactlens.screen.Screen;
import org.pactlens.study.Outlet;
import org.pactlens.text.Article;
import org.pactlens.text.LanguageDetector.Detected;

/**
 * From one crawl record to its fate and, where it holds one, its article. The same for a run and for {@code extract};
 * one for each thread, since it owns a child process for documents that can hang a parser.
 */
public final class RecordReader implements AutoCloseable {
    /**
     * Whether records are screened before they are parsed.
     *
     * @param on whether records without a required concept are dropped
     * @param auditRate share of the dropped pages, 0..1, that are read all the same, to see what the screen misses; they
     *     are chosen by their digests, so that every run chooses the same
     */
    public record Screening(boolean on, double auditRate) implements Serializable {
        /** One page in a thousand is audited. */
        public static final Screening ON = new Screening(true, 0.001);

        /** Every page is read. */
        public static final Screening OFF = new Screening(false, 0);

        boolean audits(String digest) {
            return Long.parseLong(digest.substring(0, 8), 16) < auditRate * (1L << 32);
        }
    }

    /** Reason of a page that the screen had dropped and that was read all the same: it holds nothing. */
    static final String AUDITED = "audited";

    /** Reason of a page that the screen had dropped although its article has a score. */
    static final String SCREEN_MISSED = "screen_missed";

    /**
     * What one record gave.
     *
     * @param reason more about the fate, a word of a closed set; or null
     * @param extraction what was read; null where nothing was
     * @param article the article; null for all fates but {@link Fate#ARTICLE}
     * @param languageConfidence 0..1; 0 where no language was found
     */
    public record Outcome(Fate fate, String reason, Extraction extraction, Article article, double languageConfidence) {
        static Outcome of(Fate fate, String reason) {
            return new Outcome(fate, reason, null, null, 0);
        }
    }

    private final Rules rules;
    private final Screening screening;
    private final DocumentParserProcess parser;
    private final ArticleExtractor extractor;
    private final StatedDates dates = new StatedDates();

    public RecordReader(Rules rules, Screening screening) {
        this(rules, screening, new DocumentParserProcess(ProcessLimits.DEFAULT));
    }

    /** @param parser is closed with the reader */
    public RecordReader(Rules rules, Screening screening, DocumentParserProcess parser) {
        this.rules = rules;
        this.screening = screening;
        this.parser = parser;
        this.extractor = new ArticleExtractor(
                parser, text -> Rules.languages().detect(text).language());
    }

    /** Loads what every reader of this JVM shares, whatever the study; else the first reader does. */
    public static void loadShared() {
        Rules.languages();
        ArticleExtractor.forPages();
    }

    Rules rules() {
        return rules;
    }

    /** The fate of a record. Never throws on what a record holds. */
    public Outcome read(CrawlRecord record) {
        if (!record.type().carriesDocument() || record.type() == RecordType.CONTINUATION) {
            return Outcome.of(Fate.NOT_A_PAGE, record.type().id());
        }
        if (record.type() == RecordType.REVISIT) {
            return Outcome.of(Fate.REVISIT, "unresolved");
        }
        int status = record.status();
        if (status > 0 && (status < 200 || status > 299)) {
            return Outcome.of(Fate.HTTP_ERROR, String.valueOf(status));
        }
        if (record.payload().length() == 0) {
            return Outcome.of(Fate.EMPTY, null);
        }
        if (isOtherMedia(record.mediaType())) {
            return Outcome.of(Fate.OTHER_MEDIA, null);
        }
        Payload payload = record.payload();
        return screened(payload.bytes(), record.charset(), record.mediaType(), payload.sha256(), () -> extract(record));
    }

    /** The fate of an item of a news dump: somebody has extracted its text already. */
    public Outcome read(NewsItem item) {
        if (item.text().isBlank()) {
            return Outcome.of(Fate.EMPTY, null);
        }
        byte[] text = (item.title() + "\n" + item.text()).getBytes(StandardCharsets.UTF_8);
        return screened(text, "utf-8", "text/plain", item.sha256(), () -> article(item));
    }

    private Outcome article(NewsItem item) {
        Detected language = Rules.languages().detect(item.text());
        Stated published = dates.read(item.dateRaw(), language.language(), item.url());
        Article article = new Article(
                item.url(),
                outlet(item.url()),
                language.language(),
                published.instant(),
                published.day(),
                item.title(),
                List.of(),
                item.text().strip());
        return new Outcome(Fate.ARTICLE, null, null, article, language.confidence());
    }

    private Outcome screened(
            byte[] payload, String charset, String mediaType, String digest, Supplier<Outcome> reading) {
        if (!screening.on() || rules.screen().test(payload, charset, mediaType) != Screen.Verdict.NO_REQUIRED_CONCEPT) {
            return reading.get();
        }
        if (!screening.audits(digest)) {
            return Outcome.of(Fate.SCREENED_OUT, "no_required_concept");
        }
        Outcome read = reading.get();
        boolean missed = read.article() != null
                && rules.relevance().score(read.article()).score() > 0;
        return missed
                ? new Outcome(read.fate(), SCREEN_MISSED, read.extraction(), read.article(), read.languageConfidence())
                : Outcome.of(Fate.SCREENED_OUT, AUDITED);
    }

    private Outcome extract(CrawlRecord record) {
        String url = url(record);
        Extraction extraction = extractor.extract(
                new RawDocument(record.payload().bytes(), record.mediaType(), record.charset(), url, record.date()));
        if (extraction.error() != null) {
            return new Outcome(fateOf(extraction.error()), Spelling.of(extraction.error()), extraction, null, 0);
        }
        if (extraction.text().isBlank()) {
            return new Outcome(Fate.NO_ARTICLE, Spelling.of(extraction.pageKind()), extraction, null, 0);
        }
        Detected language = Rules.languages().detect(extraction.text());
        Article article = new Article(
                url,
                outlet(url),
                language.language() == null ? extraction.language() : language.language(),
                extraction.publishedAt(),
                extraction.publishedDate(),
                extraction.title(),
                extraction.authors(),
                extraction.text());
        return new Outcome(Fate.ARTICLE, null, extraction, article, language.confidence());
    }

    private static Fate fateOf(ExtractionError error) {
        return switch (error) {
            case EMPTY -> Fate.EMPTY;
            case UNSUPPORTED -> Fate.OTHER_MEDIA;
            case CORRUPT, ENCRYPTED, TIMEOUT, MEMORY, STACK, INTERNAL -> Fate.REJECTED;
        };
    }

    /** Declared types of payloads that hold no article, whatever their bytes are. */
    private static boolean isOtherMedia(String mediaType) {
        return mediaType != null
                && (mediaType.startsWith("image/")
                        || mediaType.startsWith("audio/")
                        || mediaType.startsWith("video/")
                        || mediaType.startsWith("font/")
                        || mediaType.equals("text/css")
                        || mediaType.endsWith("javascript")
                        || mediaType.equals("text/dns"));
    }

    /** The record's address; never null. */
    static String url(CrawlRecord record) {
        return record.targetUri() == null ? "" : record.targetUri();
    }

    /** Outlet id of an address: through the study's outlets, else its registrable domain; null without a host. */
    public String outlet(String url) {
        String host = WebAddress.host(url);
        if (host == null || host.isEmpty()) {
            return null;
        }
        Optional<Outlet> known = rules.study().outlets().ofHost(host);
        return known.map(Outlet::domain).orElseGet(() -> WebAddress.registrableDomain(host));
    }

    /** A constant as tables and messages write it. */
    @Override
    public void close() {
        parser.close();
    }
}
