package org.pactlens.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * Reads the archives in a WACZ file (Web Archive Collection Zipped 1.1.1) one after the other. Its index, page list and
 * other entries are no records and no damage.
 */
final class WaczReader implements ItemReader {
    private final ByteSource source;
    private final ReadSettings settings;
    private final Deque<ZipDirectory.Entry> entries = new ArrayDeque<>();
    private final Deque<CrawlItem> pending = new ArrayDeque<>();
    private ArchiveReader open;
    private ZipEntrySource openSource;

    WaczReader(ByteSource source, ZipDirectory zip, ReadSettings settings) {
        this.source = source;
        this.settings = settings;
        for (ZipDirectory.Entry entry : zip.entries()) {
            String name =
                    entry.name().substring(entry.name().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (FileKind.isArchiveName(name)) {
                entries.add(entry);
            }
        }
        if (entries.isEmpty()) {
            pending.add(
                    new Damage(0, source.length(), DamageReason.NOT_AN_ARCHIVE, "a ZIP file without an archive in it"));
        }
    }

    @Override
    public String format() {
        return "wacz";
    }

    @Override
    public boolean hasNext() {
        while (pending.isEmpty() && (open != null || !entries.isEmpty())) {
            try {
                if (open == null) {
                    openNext(entries.remove());
                } else if (open.hasNext()) {
                    pending.add(moved(open.next()));
                } else {
                    open.close();
                    open = null;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return !pending.isEmpty();
    }

    @Override
    public CrawlItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file has no more items");
        }
        return pending.remove();
    }

    private void openNext(ZipDirectory.Entry entry) throws IOException {
        long data = entry.data(source);
        boolean readable = entry.method() == ZipDirectory.STORED || entry.method() == ZipDirectory.DEFLATED;
        if (data < 0) {
            lost(entry, DamageReason.BAD_HEADER, "the ZIP entry lies outside the file");
        } else if (entry.encrypted() || !readable) {
            lost(
                    entry,
                    DamageReason.UNSUPPORTED,
                    "a ZIP entry that is encrypted, or packed with method " + entry.method());
        } else {
            openSource = new ZipEntrySource(source, entry, data);
            open = new ArchiveReader(
                    openSource, settings.withBodies(record -> settings.bodies().test(moved(record))));
        }
    }

    private void lost(ZipDirectory.Entry entry, DamageReason reason, String detail) {
        long end = Math.min(source.length(), entry.header() + entry.compressed());
        pending.add(new Damage(entry.header(), Math.max(entry.header(), end), reason, detail));
    }

    private CrawlItem moved(CrawlItem item) {
        if (item instanceof Damage damage) {
            return new Damage(
                    openSource.fileOffset(damage.from()),
                    openSource.fileOffset(damage.to()),
                    damage.reason(),
                    damage.detail());
        }
        return moved((CrawlRecord) item);
    }

    private CrawlRecord moved(CrawlRecord record) {
        Place place = record.place();
        long from = openSource.fileOffset(place.offset());
        long to = openSource.fileOffset(place.end());
        return record.at(new Place(from, to - from, openSource.fileOffset(place.memberOffset()), place.skip()));
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }
}
