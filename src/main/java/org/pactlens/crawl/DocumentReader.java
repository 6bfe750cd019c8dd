package org.pactlens.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.NoSuchElementException;

/** Gives one file of a folder as one record; an empty file gives nothing. */
final class DocumentReader implements ItemReader {
    private final InputFile file;
    private final ReadSettings settings;
    private boolean done;

    DocumentReader(InputFile file, ReadSettings settings) {
        this.file = file;
        this.settings = settings;
        done = file.source().length() == 0;
    }

    @Override
    public String format() {
        return file.name().substring(file.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean hasNext() {
        return !done;
    }

    @Override
    public CrawlItem next() {
        if (done) {
            throw new NoSuchElementException("a document is one record");
        }
        done = true;
        try {
            return record(file.source().length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CrawlRecord record(long length) throws IOException {
        return new CrawlRecord(
                RecordType.FILE,
                RecordType.FILE.id(),
                null,
                file.uri(),
                file.modified() == null ? null : file.modified().toString(),
                file.modified(),
                Headers.NONE,
                null,
                FileKind.mediaType(file.name()),
                null,
                settings.want() == ReadSettings.Want.HEADERS ? Payload.NONE : payload(length),
                length,
                new Place(0, length, 0, 0),
                EnumSet.noneOf(Note.class),
                false);
    }

    private Payload payload(long length) throws IOException {
        int cap = settings.limits().payloadBytes();
        try (InputStream in = file.source().open(0)) {
            byte[] bytes = in.readNBytes(cap);
            boolean more = bytes.length == cap && in.read() >= 0 || bytes.length < Math.min(cap, length);
            return new Payload(bytes, more ? Payload.Extent.CAPPED : Payload.Extent.WHOLE);
        }
    }

    @Override
    public void close() {
        // the stream is closed where it is read
    }
}
