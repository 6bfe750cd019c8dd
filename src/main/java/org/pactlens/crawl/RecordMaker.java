package org.pactlens.crawl;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;

/** Makes a record of a header and the bytes of a block. */
final class RecordMaker {
    private final ReadSettings settings;

    RecordMaker(ReadSettings settings) {
        this.settings = settings;
    }

    /**
     * The bytes of a block that were kept.
     *
     * @param capped whether the block went on beyond them
     */
    record Block(byte[] bytes, int from, int to, boolean capped) {}

    CrawlRecord make(Head head, Block block, Place place, EnumSet<Note> notes, boolean unproved) {
        Headers headers = head.headers();
        notes.addAll(head.notes());
        boolean arc = head.isArc();
        String recordId = arc ? null : recordId(headers, notes);
        String dateRaw = headers.first(arc ? "Archive-date" : "WARC-Date");
        CaptureDate date = date(dateRaw, arc, notes);
        HttpMessage message = message(head, block);
        notes.addAll(message.notes());
        String declared = message.head() == null
                ? headers.first(arc ? "Content-type" : "Content-Type")
                : message.head().headers().first("Content-Type");
        ContentType type = ContentType.parse(declared);
        CrawlRecord bare = new CrawlRecord(
                head.type(),
                head.typeName(),
                recordId,
                CrawlRecord.unbracketed(headers.first(arc ? "URL" : "WARC-Target-URI")),
                dateRaw,
                date.instant(),
                headers,
                message.head(),
                type.mediaType(),
                type.charset(),
                Payload.NONE,
                head.length(),
                place,
                notes,
                unproved);
        if (settings.want() == ReadSettings.Want.HEADERS || !settings.bodies().test(bare)) {
            return bare;
        }
        Payload payload = payload(message, block, notes);
        return bare.with(payload, notes);
    }

    private static String recordId(Headers headers, EnumSet<Note> notes) {
        String raw = headers.first("WARC-Record-ID");
        if (raw == null || raw.isEmpty()) {
            notes.add(Note.MISSING_FIELD);
            return null;
        }
        String id = CrawlRecord.unbracketed(raw);
        boolean regular = !id.equals(raw) && id.indexOf(':') > 0 && id.indexOf(' ') < 0;
        if (!regular) {
            notes.add(Note.BAD_FIELD);
        }
        return id;
    }

    private static CaptureDate date(String raw, boolean arc, EnumSet<Note> notes) {
        if (raw == null) {
            notes.add(Note.MISSING_FIELD);
            return new CaptureDate(null, false);
        }
        CaptureDate date = arc ? CaptureDate.ofArc(raw) : CaptureDate.ofWarc(raw);
        if (!date.regular()) {
            notes.add(Note.BAD_FIELD);
        }
        return date;
    }

    private HttpMessage message(Head head, Block block) {
        boolean http =
                switch (head.type()) {
                    case RESPONSE, REVISIT -> isHttp(head.headers());
                    case ARC -> isHttpUri(head.headers().first("URL"));
                    default -> false;
                };
        return http
                ? HttpMessage.parse(
                        block.bytes(),
                        block.from(),
                        block.to(),
                        settings.limits().headerBytes())
                : new HttpMessage(null, block.from(), EnumSet.noneOf(Note.class));
    }

    private static boolean isHttp(Headers headers) {
        String type = headers.first("Content-Type");
        return type == null
                || type.toLowerCase(Locale.ROOT).startsWith("application/http")
                || isHttpUri(CrawlRecord.unbracketed(headers.first("WARC-Target-URI")));
    }

    private static boolean isHttpUri(String uri) {
        return uri != null && uri.regionMatches(true, 0, "http", 0, 4);
    }

    private Payload payload(HttpMessage message, Block block, EnumSet<Note> notes) {
        int to = Math.min(
                block.to(),
                message.bodyAt() + Math.min(block.to(), settings.limits().payloadBytes()));
        byte[] body = Arrays.copyOfRange(block.bytes(), message.bodyAt(), to);
        boolean capped = block.capped() || to < block.to();
        if (message.head() == null) {
            return new Payload(body, capped ? Payload.Extent.CAPPED : Payload.Extent.WHOLE);
        }
        BodyCoding coding = BodyCoding.decode(body, message.head().headers(), settings.limits());
        if (!coding.honest() && !capped) {
            notes.add(Note.CODING);
        }
        return new Payload(coding.bytes(), capped ? Payload.Extent.CAPPED : coding.extent());
    }
}
