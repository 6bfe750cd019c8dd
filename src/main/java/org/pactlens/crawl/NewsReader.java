package org.pactlens.crawl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads a news dump: JSON Lines, plain or gzip. A bad line is one damage with its number, and reading goes on. */
final class NewsReader implements ItemReader {
    private static final int READ = 1 << 16;
    private static final int MAX_DEPTH = 64;

    private final NewsMapping mapping;
    private final int maxLine;
    private final JsonFactory json;
    private final RawInput raw;
    private final GzipFrame gzip;
    private final Deque<CrawlItem> pending = new ArrayDeque<>();
    private byte[] buf = new byte[2 * READ];
    private int pos;
    private int end;
    private boolean zipped;
    private boolean open;
    private boolean ended;
    private long line;

    NewsReader(ByteSource source, NewsMapping mapping, Limits limits) throws IOException {
        this.mapping = mapping;
        maxLine = limits.payloadBytes();
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(Math.max(1, maxLine))
                .build();
        json = JsonFactory.builder().streamReadConstraints(constraints).build();
        raw = new RawInput(source);
        gzip = new GzipFrame(raw);
        raw.seek(0);
        raw.peek(10);
        zipped = GzipFrame.startsAt(raw.bytes, raw.pos, raw.end);
    }

    @Override
    public String format() {
        return zipped ? "jsonl.gz" : "jsonl";
    }

    @Override
    public boolean hasNext() {
        while (pending.isEmpty() && !(ended && pos == end)) {
            try {
                readLine();
            } catch (IOException e) {
                stop(DamageReason.UNREADABLE, String.valueOf(e.getMessage()));
            }
        }
        return !pending.isEmpty();
    }

    @Override
    public CrawlItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the dump has no more lines");
        }
        return pending.remove();
    }

    private void readLine() throws IOException {
        line++;
        int scanned = 0;
        int lf = RecordStart.lineEnd(buf, pos, end);
        while (lf == end && !ended) {
            scanned = end - pos;
            if (scanned > maxLine) {
                skipLine();
                damage(DamageReason.OVER_LIMIT, "a line of over " + maxLine + " bytes");
                return;
            }
            fill();
            lf = RecordStart.lineEnd(buf, pos + scanned, end);
        }
        int from = pos;
        pos = Math.min(lf + 1, end);
        if (!isBlank(from, lf)) {
            parse(from, lf);
        }
    }

    private boolean isBlank(int from, int to) {
        int i = from;
        while (i < to && (buf[i] >= 0 && buf[i] <= ' ')) {
            i++;
        }
        return i == to;
    }

    private void skipLine() throws IOException {
        int lf = end;
        while (lf == end && !ended) {
            pos = end;
            fill();
            lf = RecordStart.lineEnd(buf, pos, end);
        }
        pos = Math.min(lf + 1, end);
    }

    private void fill() throws IOException {
        if (pos > 0) {
            System.arraycopy(buf, pos, buf, 0, end - pos);
            end -= pos;
            pos = 0;
        }
        if (buf.length - end < READ) {
            buf = Arrays.copyOf(buf, buf.length * 2);
        }
        int n = zipped ? unzip() : new Frame.Plain(raw).read(buf, end, READ);
        ended |= n < 0;
        end += Math.max(0, n);
    }

    private int unzip() throws IOException {
        while (true) {
            if (!open) {
                if (raw.peek(1) == 0) {
                    return Frame.END;
                }
                open = gzip.open();
                if (!open) {
                    stop(DamageReason.JUNK, "bytes after the gzip data");
                    return Frame.END;
                }
            }
            int n = gzip.read(buf, end, READ);
            if (n > 0) {
                return n;
            }
            if (n == Frame.FAILED) {
                stop(gzip.fault().reason(), gzip.fault().detail());
                return Frame.END;
            }
            open = false;
        }
    }

    private void stop(DamageReason reason, String detail) {
        pending.add(new Damage(line, line, reason, "from line " + line + ": " + detail));
        ended = true;
    }

    private void damage(DamageReason reason, String detail) {
        pending.add(new Damage(line, line + 1, reason, "line " + line + ": " + detail));
    }

    private void parse(int from, int to) {
        int start = to - from >= 3 && line == 1 && (buf[from] & 0xFF) == 0xEF ? from + 3 : from;
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = json.createParser(buf, start, to - start)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                damage(DamageReason.BAD_LINE, "no JSON object");
                return;
            }
            read(parser, values);
        } catch (IOException e) {
            damage(DamageReason.BAD_LINE, "no JSON: " + e.getClass().getSimpleName());
            return;
        }
        String url = values.get(mapping.url());
        String text = values.get(mapping.text());
        if (url == null || url.isBlank() || text == null) {
            damage(DamageReason.BAD_LINE, "no field '" + (text == null ? mapping.text() : mapping.url()) + "'");
            return;
        }
        String date = values.get(mapping.date());
        byte[] digest = sha256(start, to);
        pending.add(new NewsItem(
                url,
                values.get(mapping.outlet()),
                date,
                date == null ? null : instant(date),
                values.get(mapping.title()),
                text,
                line,
                Payloads.hex(digest)));
    }

    /** A day alone is no instant: the outlet's zone is not known here. */
    private static Instant instant(String date) {
        return date.length() <= 10
                ? null
                : CaptureDate.ofWarc(date.trim().replaceFirst("(?<=\\d) (?=\\d)", "T"))
                        .instant();
    }

    private byte[] sha256(int from, int to) {
        MessageDigest digest = Payloads.sha256();
        digest.update(buf, from, to - from);
        return digest.digest();
    }

    private void read(JsonParser parser, Map<String, String> values) throws IOException {
        Deque<String> path = new ArrayDeque<>();
        int arrays = 0;
        String name = "";
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case FIELD_NAME -> name = (path.isEmpty() ? "" : path.peek() + ".") + parser.currentName();
                case START_OBJECT -> path.push(name);
                case END_OBJECT -> {
                    if (path.isEmpty()) {
                        return;
                    }
                    path.pop();
                }
                case START_ARRAY -> arrays++;
                case END_ARRAY -> arrays--;
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    if (arrays == 0 && isMapped(name)) {
                        values.putIfAbsent(name, parser.getText());
                    }
                }
                default -> {
                    // true, false and null carry nothing that is mapped
                }
            }
        }
    }

    private boolean isMapped(String name) {
        return name.equals(mapping.url())
                || name.equals(mapping.text())
                || name.equals(mapping.title())
                || name.equals(mapping.date())
                || name.equals(mapping.outlet());
    }

    @Override
    public void close() throws IOException {
        gzip.close();
        raw.close();
    }
}
