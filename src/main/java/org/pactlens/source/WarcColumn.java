package org.pactlens.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.pactlens.crawl.CrawlItem;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.Damage;
import org.pactlens.crawl.Headers;
import org.pactlens.crawl.Note;
import org.pactlens.crawl.Payload;
import org.pactlens.crawl.WebAddress;

/** The columns of the source, in their order. docs/warc-data-source.md holds the same table; a test compares them. */
enum WarcColumn {
    RECORD_TYPE(
            "string",
            "Kind of record: response, revisit, ..., arc; null in rows of damage",
            r -> r.type().id()),
    RECORD_ID(
            "string", "WARC-Record-ID without angle brackets; null where there is none, and in ARC", r -> r.recordId()),
    TARGET_URI("string", "Target URI as written, without angle brackets", r -> r.targetUri()),
    HOST("string", "Host of an http or https target, lower case, ASCII", r -> WebAddress.host(r.targetUri())),
    CAPTURED_AT("timestamp", "Time of capture; null where it does not parse", r -> r.date()),
    CAPTURED_AT_RAW("string", "Time of capture as written", r -> r.dateRaw()),
    HTTP_STATUS(
            "int", "HTTP status, which may be 0; null where there is none", r -> r.status() < 0 ? null : r.status()),
    MEDIA_TYPE("string", "Declared media type, lower case, without parameters", r -> r.mediaType()),
    CHARSET("string", "Declared charset, unchecked", r -> r.charset()),
    WARC_HEADERS("map<string,array<string>>", "Fields of the record's header by lower-case name", r -> r.headers()),
    HTTP_HEADERS(
            "map<string,array<string>>",
            "Fields of the HTTP head by lower-case name; null where there is none",
            r -> r.http() == null ? null : r.http().headers()),
    DECLARED_DIGEST("string", "WARC-Payload-Digest as written, unchecked", r -> r.declaredDigest()),
    REFERS_TO("string", "WARC-Refers-To of a revisit, without angle brackets", r -> r.refersTo()),
    REFERS_TO_URI("string", "WARC-Refers-To-Target-URI of a revisit", r -> r.refersToUri()),
    REFERS_TO_DATE("string", "WARC-Refers-To-Date of a revisit, as written", r -> r.refersToDate()),
    SEGMENT_NUMBER(
            "int",
            "WARC-Segment-Number, 1-based; null where the record is no segment",
            r -> r.segmentNumber() == 0 ? null : r.segmentNumber()),
    SEGMENT_ORIGIN("string", "Record id of the first segment, on continuations", r -> r.segmentOrigin()),
    BLOCK_LENGTH("bigint", "Bytes of the block as declared", r -> r.blockLength()),
    FILE("string", "URI of the archive", r -> null),
    OFFSET(
            "bigint",
            "First byte of the file accounted to the record, or lost",
            r -> r.place().offset()),
    LENGTH(
            "bigint",
            "Bytes of the file accounted to it, or lost; estimated inside compressed members",
            r -> r.place().length()),
    MEMBER_OFFSET(
            "bigint",
            "Where to open the file to read the record again",
            r -> r.place().memberOffset()),
    MEMBER_SKIP(
            "bigint",
            "Decoded bytes between that place and the record",
            r -> r.place().skip()),
    FLAGS("array<string>", "What is odd about header and framing; truncated for a WARC-Truncated field", r -> flags(r)),
    DAMAGE("string", "Why the bytes gave no record; null in rows of records", r -> null),
    DAMAGE_DETAIL("string", "What was found there, for people", r -> null),
    PAYLOAD(
            "binary",
            "Body after transfer and content decoding, at most payloadBytes",
            r -> r.payload().bytes(),
            true),
    PAYLOAD_SHA256(
            "string",
            "First 32 hex digits of the SHA-256 of payload",
            r -> r.payload().sha256(),
            true),
    DETECTED_TYPE("string", "Media type by the payload's first bytes; null where it is empty", r -> detected(r), true),
    PAYLOAD_FLAGS("array<string>", "coding (not coded as declared), capped, broken_off", r -> payloadFlags(r), true);

    private final String type;
    private final String meaning;
    private final Function<CrawlRecord, Object> accessor;
    private final boolean ofPayload;

    WarcColumn(String type, String meaning, Function<CrawlRecord, Object> accessor) {
        this(type, meaning, accessor, false);
    }

    WarcColumn(String type, String meaning, Function<CrawlRecord, Object> accessor, boolean ofPayload) {
        this.type = type;
        this.meaning = meaning;
        this.accessor = accessor;
        this.ofPayload = ofPayload;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String type() {
        return type;
    }

    String meaning() {
        return meaning;
    }

    /** Whether its value needs the decoded body. */
    boolean ofPayload() {
        return ofPayload;
    }

    static WarcColumn of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    static StructType schema() {
        return new StructType(Stream.of(values())
                .map(c -> DataTypes.createStructField(c.id(), DataType.fromDDL(c.type), true)
                        .withComment(c.meaning))
                .toArray(StructField[]::new));
    }

    static Column[] columns() {
        return Stream.of(values())
                .map(c -> Column.create(c.id(), DataType.fromDDL(c.type), true, c.meaning, null))
                .toArray(Column[]::new);
    }

    /** The plain value: String, Integer, Long, Instant, Headers, list or bytes; null where there is none. */
    Object value(CrawlItem item, String file) {
        if (this == FILE) {
            return file;
        }
        if (item instanceof CrawlRecord record) {
            return accessor.apply(record);
        }
        Damage damage = (Damage) item;
        return switch (this) {
            case OFFSET -> damage.from();
            case LENGTH -> damage.length();
            case DAMAGE -> damage.reason().id();
            case DAMAGE_DETAIL -> damage.detail();
            default -> null;
        };
    }

    /** The value as Spark holds it. */
    static Object internal(Object value) {
        if (value instanceof String text) {
            return UTF8String.fromString(text);
        }
        if (value instanceof Instant instant) {
            return DateTimeUtils.instantToMicros(instant);
        }
        if (value instanceof Headers headers) {
            return map(headers);
        }
        return value instanceof List<?> list ? texts(list) : value;
    }

    private static ArrayData texts(List<?> values) {
        return new GenericArrayData(
                values.stream().map(v -> UTF8String.fromString((String) v)).toArray());
    }

    private static ArrayBasedMapData map(Headers headers) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Headers.Field field : headers.fields()) {
            fields.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(field.value());
        }
        Object[] values = fields.values().stream().map(WarcColumn::texts).toArray();
        return new ArrayBasedMapData(texts(List.copyOf(fields.keySet())), new GenericArrayData(values));
    }

    private static List<String> flags(CrawlRecord record) {
        Stream<String> odd =
                record.notes().stream().filter(note -> note != Note.CODING).map(Note::id);
        boolean truncated = record.headers().first("WARC-Truncated") != null;
        return Stream.concat(odd, truncated ? Stream.of("truncated") : Stream.empty())
                .sorted()
                .toList();
    }

    private static List<String> payloadFlags(CrawlRecord record) {
        List<String> flags = new ArrayList<>();
        if (record.notes().contains(Note.CODING)) {
            flags.add(Note.CODING.id());
        }
        if (record.payload().extent() != Payload.Extent.WHOLE) {
            flags.add(record.payload().extent().name().toLowerCase(Locale.ROOT));
        }
        return flags;
    }

    private static String detected(CrawlRecord record) {
        byte[] bytes = record.payload().bytes();
        if (bytes.length == 0) {
            return null;
        }
        try {
            MimeTypes types = MimeTypes.getDefaultMimeTypes();
            return types.detect(new ByteArrayInputStream(bytes), new Metadata()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }
}
