package org.pactlens.lake;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.pactlens.Spelling;
import org.pactlens.crawl.DamageReason;
import org.pactlens.extract.DateBasis;
import org.pactlens.extract.ExtractionError;
import org.pactlens.extract.Note;
import org.pactlens.extract.PageKind;

/** The tables that reading a crawl fills: one batch of input files adds its rows, once. */
public final class IngestTables {
    private IngestTables() {}

    static final ArrayType STRINGS = new ArrayType(StringType, true);

    /** A number of records under a name. */
    public record Count(String name, long count) {}

    static final Struct<Count> COUNT = Struct.<Count>of()
            .column("name", StringType, Count::name, "What is counted")
            .column("count", LongType, Count::count, "How many; 0 and more")
            .build();

    /** See {@link #INPUTS}. */
    public record Input(
            String inputId,
            String uri,
            long sizeBytes,
            Instant modifiedAt,
            String format,
            String state,
            long bytesRead,
            long bytesLost,
            long records,
            List<Count> recordsByType,
            List<Count> recordsByFate,
            String error,
            String screenFingerprint,
            String batchId,
            String softwareVersion) {}

    public static final Table<Input> INPUTS = Table.<Input>of(
                    "inputs", "One row per input file that was read: what it held and what became of its records")
            .column(
                    "input_id",
                    StringType,
                    Input::inputId,
                    "Identity of the file: sha256 prefix over URI, size and modification time")
            .column("uri", StringType, Input::uri, "Where the file lay when it was read")
            .column("size_bytes", LongType, Input::sizeBytes, "Size on disk in bytes")
            .column("modified_at", TimestampType, Input::modifiedAt, "Modification time of the file, UTC")
            .column("format", StringType, Input::format, "Format found by the first bytes, such as warc.gz or pdf")
            .word(
                    "state",
                    Input::state,
                    "How well it could be read",
                    List.of("complete", "damaged (bytes were lost)", "unreadable"))
            .column("bytes_read", LongType, Input::bytesRead, "Bytes of the file that the reader went through")
            .column("bytes_lost", LongType, Input::bytesLost, "Bytes in damaged ranges; each range is a row of rejects")
            .column("records", LongType, Input::records, "Whole records read; equals the sum of records_by_fate")
            .column(
                    "records_by_type",
                    COUNT.array(),
                    i -> COUNT.rows(i.recordsByType()),
                    "Records by record type (response, request, revisit, ...)")
            .column(
                    "records_by_fate",
                    COUNT.array(),
                    i -> COUNT.rows(i.recordsByFate()),
                    "Records by fate; every record has exactly one: those of captures.fate, not_a_page (requests, metadata;"
                            + " no row of captures), duplicate (read before) or taken_down")
            .nullable("error", StringType, Input::error, "Why the file could not be read; null where it could")
            .column(
                    "screen_fingerprint",
                    StringType,
                    Input::screenFingerprint,
                    "Fingerprint of the required concepts that records were screened by")
            .column("batch_id", StringType, Input::batchId, "Batch that read the file")
            .column("software_version", StringType, Input::softwareVersion, "Version of Pactlens that read it")
            .key("input_id")
            .check("input_counts", "records >= 0 AND bytes_read >= 0 AND bytes_lost >= 0 AND size_bytes >= 0")
            .build();

    /** See {@link #CAPTURES}. */
    public record Capture(
            String captureId,
            String inputId,
            long recordOffset,
            long recordLength,
            String recordId,
            String refersTo,
            String refersToKey,
            Instant refersToAt,
            String recordType,
            String url,
            String urlKey,
            String outlet,
            Instant capturedAt,
            String capturedMonth,
            Integer httpStatus,
            String mediaType,
            String charset,
            String payloadDigest,
            String statedDigest,
            long payloadBytes,
            boolean truncated,
            String fate,
            String fateReason,
            String articleId,
            String batchId,
            String softwareVersion) {}

    public static final Table<Capture> CAPTURES = Table.<Capture>of(
                    "captures", "One row per page-like record of the crawl, kept or dropped: the denominators")
            .column(
                    "capture_id",
                    StringType,
                    Capture::captureId,
                    "sha256 prefix over record id, URL, capture time and payload digest; the same in a copied file")
            .column("input_id", StringType, Capture::inputId, "File it was read from, see inputs")
            .column("record_offset", LongType, Capture::recordOffset, "First byte of the record in the file")
            .column("record_length", LongType, Capture::recordLength, "Bytes of the record in the file")
            .nullable("record_id", StringType, Capture::recordId, "Record id as written; null where there is none")
            .nullable("refers_to", StringType, Capture::refersTo, "Of a revisit: id of the earlier record, if stated")
            .nullable(
                    "refers_to_key",
                    StringType,
                    Capture::refersToKey,
                    "Of a revisit: url_key of the earlier record, its own where none is stated; else null")
            .nullable(
                    "refers_to_at",
                    TimestampType,
                    Capture::refersToAt,
                    "Of a revisit: capture time of the earlier record, UTC; null where not stated")
            .column("record_type", StringType, Capture::recordType, "response, resource, revisit or conversion")
            .column("url", StringType, Capture::url, "Target URI, unchanged; untrusted")
            .column("url_key", StringType, Capture::urlKey, "URL without what does not tell pages apart")
            .nullable("outlet", StringType, Capture::outlet, "Outlet id; null where the URL has no host")
            .nullable("captured_at", TimestampType, Capture::capturedAt, "Capture time, UTC; null where unreadable")
            .column("captured_month", StringType, Capture::capturedMonth, "YYYY-MM of captured_at, or unknown")
            .nullable("http_status", IntegerType, Capture::httpStatus, "HTTP status; null without an HTTP header")
            .nullable("media_type", StringType, Capture::mediaType, "Media type as declared; null where undeclared")
            .nullable("charset", StringType, Capture::charset, "Charset as declared; null where undeclared")
            .nullable(
                    "payload_digest", StringType, Capture::payloadDigest, "sha256 prefix of the payload; null if none")
            .nullable(
                    "stated_digest",
                    StringType,
                    Capture::statedDigest,
                    "Payload digest that the crawler has stated, algorithm:value, unchecked; null if none")
            .column("payload_bytes", LongType, Capture::payloadBytes, "Bytes of the decoded payload that were kept")
            .column("truncated", BooleanType, Capture::truncated, "Whether the payload was longer than the cap")
            .word(
                    "fate",
                    Capture::fate,
                    "What became of it",
                    List.of(
                            "article (see article_id)",
                            "no_article (a list, a front page, a wall)",
                            "screened_out (no required concept)",
                            "http_error",
                            "other_media",
                            "empty",
                            "revisit (a note that nothing had changed)",
                            "rejected (see rejects)"))
            .nullable(
                    "fate_reason",
                    StringType,
                    Capture::fateReason,
                    "More about the fate: HTTP status, kind of page, what was wrong with the document, unresolved, audited"
                            + " (dropped, read and found to hold nothing) or screen_missed (dropped, read and kept)")
            .nullable("article_id", StringType, Capture::articleId, "Article it gave, see articles; null if none")
            .column("batch_id", StringType, Capture::batchId, "Batch that read the record")
            .column("software_version", StringType, Capture::softwareVersion, "Version of Pactlens that read it")
            .key("capture_id")
            .partition("captured_month")
            .check("capture_article", "(fate <> 'article') OR (article_id IS NOT NULL)")
            .build();

    /** See {@link #REJECTS}. */
    public record Reject(
            String rejectId,
            String inputId,
            long recordOffset,
            String stage,
            String reason,
            String detail,
            long bytesSkipped,
            String captureId,
            String batchId,
            String softwareVersion) {}

    /** Damage of a file, then failures of a document. */
    private static final List<String> REASONS = Stream.of(DamageReason.class, ExtractionError.class)
            .map(Spelling::all)
            .flatMap(List::stream)
            .distinct()
            .toList();

    public static final Table<Reject> REJECTS = Table.<Reject>of(
                    "rejects", "One row per lost byte range, unreadable file or document that could not be parsed")
            .column("reject_id", StringType, Reject::rejectId, "sha256 prefix over input, offset, stage and reason")
            .column("input_id", StringType, Reject::inputId, "File it happened in, see inputs")
            .column("record_offset", LongType, Reject::recordOffset, "First byte of the range or record in the file")
            .word(
                    "stage",
                    Reject::stage,
                    "Where it happened",
                    List.of("read (archive damage)", "extract (document could not be read)"))
            .word("reason", Reject::reason, "What went wrong", REASONS)
            .nullable("detail", StringType, Reject::detail, "More about it, for a person; at most 500 characters")
            .column(
                    "bytes_skipped",
                    LongType,
                    Reject::bytesSkipped,
                    "Bytes of the file that were lost; 0 for documents")
            .nullable("capture_id", StringType, Reject::captureId, "Capture whose document failed; null for lost bytes")
            .column("batch_id", StringType, Reject::batchId, "Batch that met it")
            .column("software_version", StringType, Reject::softwareVersion, "Version of Pactlens that met it")
            .key("reject_id")
            .partition("stage")
            .build();

    /** See {@link #ARTICLES}. */
    public record ArticleRow(
            String articleId,
            String url,
            String urlKey,
            String outlet,
            int versionNo,
            boolean isLatest,
            String title,
            List<String> authors,
            Instant publishedAt,
            LocalDate publishedDate,
            String dateBasis,
            String publishedMonth,
            String captureId,
            Instant firstCapturedAt,
            Instant lastCapturedAt,
            String language,
            Double languageConfidence,
            String pageKind,
            String charset,
            Double extractQuality,
            List<String> notes,
            String batchId,
            String softwareVersion,
            String text) {}

    /** Of pages, then of news dumps. */
    private static final List<String> DATE_BASES = Stream.concat(
                    Stream.of(DateBasis.values())
                            .filter(basis -> basis != DateBasis.NONE)
                            .map(Spelling::of),
                    Stream.of("dump"))
            .toList();

    public static final Table<ArticleRow> ARTICLES = Table.<ArticleRow>of(
                    "articles", "One row per distinct text at one URL that passed the screen: a candidate")
            .column("article_id", StringType, ArticleRow::articleId, "sha256 prefix over url_key and text")
            .column("url", StringType, ArticleRow::url, "Target URI of the first capture with this text; untrusted")
            .column("url_key", StringType, ArticleRow::urlKey, "URL without what does not tell pages apart")
            .nullable("outlet", StringType, ArticleRow::outlet, "Outlet id, see outlets; null where none is known")
            .column(
                    "version_no",
                    IntegerType,
                    ArticleRow::versionNo,
                    "Number of this text among those of the url_key, from 1")
            .column("is_latest", BooleanType, ArticleRow::isLatest, "Whether it is the newest text of its url_key")
            .nullable("title", StringType, ArticleRow::title, "Headline without the site's name; null if unknown")
            .column(
                    "authors",
                    STRINGS,
                    a -> a.authors().toArray(String[]::new),
                    "Names of persons in the page's order; empty where none")
            .nullable(
                    "published_at",
                    TimestampType,
                    ArticleRow::publishedAt,
                    "Instant of publication, UTC; null if unknown")
            .nullable("published_date", DateType, ArticleRow::publishedDate, "Local day at the outlet; null if unknown")
            .nullableWord(
                    "date_basis", ArticleRow::dateBasis, "Where the date was found", DATE_BASES, "null without a date")
            .column("published_month", StringType, ArticleRow::publishedMonth, "YYYY-MM of published_date, or unknown")
            .column("capture_id", StringType, ArticleRow::captureId, "First capture with this text, see captures")
            .nullable(
                    "first_captured_at",
                    TimestampType,
                    ArticleRow::firstCapturedAt,
                    "Earliest capture of this text, UTC")
            .nullable("last_captured_at", TimestampType, ArticleRow::lastCapturedAt, "Latest capture of this text, UTC")
            .nullable("language", StringType, ArticleRow::language, "BCP 47 tag of the text; null if undecided")
            .nullable("language_confidence", DoubleType, ArticleRow::languageConfidence, "0..1; null without language")
            .word("page_kind", ArticleRow::pageKind, "What the page is", Spelling.all(PageKind.class))
            .nullable("charset", StringType, ArticleRow::charset, "Charset that the page was decoded with")
            .nullable(
                    "extract_quality",
                    DoubleType,
                    ArticleRow::extractQuality,
                    "0..1, how sure the extractor is of the text; orders texts, no probability; null for news dumps")
            .column(
                    "notes",
                    STRINGS,
                    a -> a.notes().toArray(String[]::new),
                    "What a reader should know of the extraction: " + Table.listed(Spelling.all(Note.class)))
            .column("batch_id", StringType, ArticleRow::batchId, "Batch that read the first capture")
            .column(
                    "software_version",
                    StringType,
                    ArticleRow::softwareVersion,
                    "Version of Pactlens that extracted it")
            .column("text", StringType, ArticleRow::text, "Main text, paragraphs parted by a blank line; never empty")
            .key("article_id")
            .partition("published_month")
            .check("article_version", "version_no >= 1")
            .check("article_text", "length(text) > 0")
            .check("extract_quality_is_share", "extract_quality IS NULL OR extract_quality BETWEEN 0 AND 1")
            .check("language_confidence_is_share", "language_confidence IS NULL OR language_confidence BETWEEN 0 AND 1")
            .build();
}
