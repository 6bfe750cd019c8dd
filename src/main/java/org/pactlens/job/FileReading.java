package org.pactlens.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.pactlens.Spelling;
import org.pactlens.crawl.CrawlItem;
import org.pactlens.crawl.CrawlReaders;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.Damage;
import org.pactlens.crawl.Ids;
import org.pactlens.crawl.InputFile;
import org.pactlens.crawl.ItemReader;
import org.pactlens.crawl.NewsItem;
import org.pactlens.crawl.NewsMapping;
import org.pactlens.crawl.Payload;
import org.pactlens.crawl.Place;
import org.pactlens.crawl.ReadSettings;
import org.pactlens.crawl.RecordType;
import org.pactlens.crawl.UrlKey;
import org.pactlens.extract.Extraction;
import org.pactlens.job.RecordReader.Outcome;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.IngestTables.ArticleRow;
import org.pactlens.lake.IngestTables.Capture;
import org.pactlens.lake.IngestTables.Count;
import org.pactlens.lake.IngestTables.Input;
import org.pactlens.lake.IngestTables.Reject;
import org.pactlens.text.Article;

/** The reading of one file: rows of {@link ReadFiles#SCHEMA} for each record, each lost range, and the file itself. */
final class FileReading {
    static final String UNKNOWN_MONTH = "unknown";
    private static final int LONGEST_DETAIL = 500;

    private final PlannedFile file;
    private final RecordReader reader;
    private final String batchId;
    private final String version;
    private final LongConsumer bytesRead;
    private final Set<Long> wanted;
    private final ItemReader items;
    private final Map<String, Long> types = new TreeMap<>();
    private final Map<String, Long> fates = new TreeMap<>();
    private long records;
    private long lost;
    private long position;
    private String error;

    FileReading(
            PlannedFile file,
            Configuration hadoop,
            RecordReader reader,
            String batchId,
            String version,
            LongConsumer bytesRead) {
        this.file = file;
        this.reader = reader;
        this.batchId = batchId;
        this.version = version;
        this.bytesRead = bytesRead;
        this.wanted = Set.copyOf(file.wanted());
        this.items = open(hadoop);
    }

    private ItemReader open(Configuration hadoop) {
        try {
            Path path = new Path(file.uri());
            FileSystem files = path.getFileSystem(hadoop);
            InputFile input = CrawlListing.source(files, path, file.sizeBytes(), file.modifiedAt());
            ReadSettings settings = ReadSettings.DEFAULT.withBodies(record -> isWanted(record.place()));
            return CrawlReaders.open(input, CrawlReaders.kind(input), settings, NewsMapping.DEFAULT);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Not a fault of the data: the task is tried again, and if that does not help the run fails and publishes nothing. */
    private UncheckedIOException unreadable(IOException cause) {
        UncheckedIOException failure = new UncheckedIOException(new IOException(file.uri() + " cannot be read ("
                + cause.getMessage()
                + "): mend its permissions or its storage, or leave it out of the crawl, and start again"));
        failure.addSuppressed(cause);
        return failure;
    }

    private boolean isWanted(Place place) {
        return wanted.isEmpty() || wanted.contains(place.offset());
    }

    /** Gives the rows of the next record or lost range; at the end the file's own row, and false. */
    boolean next(Consumer<Row> rows) {
        CrawlItem item = nextItem();
        if (item == null) {
            close();
            advance(file.sizeBytes());
            rows.accept(RowFactory.create(null, null, null, IngestTables.INPUTS.row(input())));
            return false;
        }
        if (item instanceof CrawlRecord record) {
            read(record, rows);
        } else if (item instanceof NewsItem news) {
            read(news, rows);
        } else if (item instanceof Damage damage) {
            lose(damage, rows);
        }
        return true;
    }

    private CrawlItem nextItem() {
        try {
            return items.hasNext() ? items.next() : null;
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        }
    }

    /** Gives the file back before its end. */
    void close() {
        try {
            items.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void advance(long to) {
        if (to > position) {
            bytesRead.accept(to - position);
            position = to;
        }
    }

    private void lose(Damage damage, Consumer<Row> rows) {
        advance(damage.to());
        lost += damage.length();
        if (records == 0 && damage.from() == 0 && damage.to() >= file.sizeBytes()) {
            error = damage.reason().id();
        }
        rows.accept(row(
                null,
                null,
                reject(damage.from(), "read", damage.reason().id(), damage.detail(), damage.length(), null)));
    }

    private void read(CrawlRecord record, Consumer<Row> rows) {
        advance(record.place().end());
        if (!isWanted(record.place())) {
            return;
        }
        count(record.type().id());
        Outcome outcome = reader.read(record);
        if (outcome.fate() == Fate.NOT_A_PAGE) {
            fates.merge(Fate.NOT_A_PAGE.id(), 1L, Long::sum);
            return;
        }
        Capture capture = capture(record, outcome);
        Row article = outcome.fate() == Fate.ARTICLE ? IngestTables.ARTICLES.row(article(outcome, capture)) : null;
        Reject reject = outcome.fate() == Fate.REJECTED
                ? reject(
                        record.place().offset(),
                        "extract",
                        outcome.reason(),
                        outcome.extraction().mediaType(),
                        0,
                        capture.captureId())
                : null;
        rows.accept(row(IngestTables.CAPTURES.row(capture), article, reject));
    }

    private void read(NewsItem item, Consumer<Row> rows) {
        advance(item.place().end());
        if (!isWanted(item.place())) {
            return;
        }
        count(RecordType.NEWS_ITEM.id());
        Outcome outcome = reader.read(item);
        Capture capture = capture(item, outcome);
        Row article = outcome.fate() == Fate.ARTICLE ? IngestTables.ARTICLES.row(article(outcome, capture)) : null;
        rows.accept(row(IngestTables.CAPTURES.row(capture), article, null));
    }

    private void count(String type) {
        records++;
        types.merge(type, 1L, Long::sum);
    }

    private static Row row(Row capture, Row article, Reject reject) {
        return RowFactory.create(capture, article, reject == null ? null : IngestTables.REJECTS.row(reject), null);
    }

    private Capture capture(CrawlRecord record, Outcome outcome) {
        String url = RecordReader.url(record);
        String urlKey = UrlKey.of(url);
        boolean revisit = record.type() == RecordType.REVISIT;
        String earlier = record.refersToUri() == null ? urlKey : UrlKey.of(record.refersToUri());
        return new Capture(
                Ids.capture(record),
                file.id(),
                record.place().offset(),
                record.place().length(),
                record.recordId(),
                record.refersTo(),
                revisit ? earlier : null,
                revisit ? record.refersToInstant() : null,
                record.type().id(),
                url,
                urlKey,
                reader.outlet(url),
                record.date(),
                month(record.date()),
                record.status() < 0 ? null : record.status(),
                record.mediaType(),
                record.charset(),
                record.payload().length() == 0 ? null : record.payload().sha256(),
                record.declaredDigest(),
                record.payload().length(),
                record.payload().extent() != Payload.Extent.WHOLE,
                outcome.fate().id(),
                outcome.reason(),
                articleId(urlKey, outcome),
                batchId,
                version);
    }

    private Capture capture(NewsItem item, Outcome outcome) {
        String urlKey = UrlKey.of(item.url());
        return new Capture(
                Ids.capture(item),
                file.id(),
                item.place().offset(),
                item.place().length(),
                null,
                null,
                null,
                null,
                RecordType.NEWS_ITEM.id(),
                item.url(),
                urlKey,
                reader.outlet(item.url()),
                null,
                UNKNOWN_MONTH,
                null,
                "application/json",
                "utf-8",
                item.sha256(),
                null,
                item.text().getBytes(StandardCharsets.UTF_8).length,
                false,
                outcome.fate().id(),
                outcome.reason(),
                articleId(urlKey, outcome),
                batchId,
                version);
    }

    private static String articleId(String urlKey, Outcome outcome) {
        return outcome.article() == null
                ? null
                : RowId.of(urlKey + "\n" + outcome.article().text());
    }

    private ArticleRow article(Outcome outcome, Capture capture) {
        Extraction extraction = outcome.extraction();
        Article article = outcome.article();
        return new ArticleRow(
                capture.articleId(),
                capture.url(),
                capture.urlKey(),
                article.outlet(),
                1,
                true,
                article.title().isEmpty() ? null : article.title(),
                article.authors(),
                article.publishedAt(),
                article.publishedDate(),
                article.publishedDate() == null
                        ? null
                        : extraction == null ? "dump" : Spelling.of(extraction.dateBasis()),
                month(article.publishedDate()),
                capture.captureId(),
                capture.capturedAt(),
                capture.capturedAt(),
                article.language(),
                article.language() == null ? null : outcome.languageConfidence(),
                extraction == null ? "article" : Spelling.of(extraction.pageKind()),
                extraction == null ? "utf-8" : extraction.charset(),
                extraction == null ? null : extraction.quality(),
                extraction == null
                        ? List.of()
                        : extraction.notes().stream().map(Spelling::of).sorted().toList(),
                batchId,
                version,
                article.text());
    }

    private Reject reject(long offset, String stage, String reason, String detail, long bytes, String captureId) {
        String kept = detail == null || detail.isEmpty()
                ? null
                : detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
        String identity =
                String.join("\n", file.id(), String.valueOf(offset), stage, reason, String.valueOf(captureId));
        return new Reject(
                RowId.of(identity + "\n" + bytes + "\n" + kept),
                file.id(),
                offset,
                stage,
                reason,
                kept,
                bytes,
                captureId,
                batchId,
                version);
    }

    private Input input() {
        String state = error != null ? "unreadable" : lost > 0 ? "damaged" : "complete";
        return new Input(
                file.id(),
                file.uri(),
                file.sizeBytes(),
                file.modifiedAt(),
                items.format(),
                state,
                position,
                lost,
                records,
                counts(types),
                counts(fates),
                error,
                reader.rules().study().screenFingerprint(),
                batchId,
                version);
    }

    private static List<Count> counts(Map<String, Long> counted) {
        return counted.entrySet().stream()
                .map(e -> new Count(e.getKey(), e.getValue()))
                .toList();
    }

    static String month(Instant instant) {
        return instant == null
                ? UNKNOWN_MONTH
                : YearMonth.from(instant.atZone(ZoneOffset.UTC)).toString();
    }

    static String month(LocalDate day) {
        return day == null ? UNKNOWN_MONTH : YearMonth.from(day).toString();
    }
}
