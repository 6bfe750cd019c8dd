package org.pactlens.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The union of the splits is the whole file, whatever their size. */
class SplitsTest {
    /** Records from 300 bytes to 400 kB; among them archives kept as payload, stored, so that their bytes show. */
    private static List<byte[]> records() {
        List<byte[]> records = Archives.records(40);
        byte[] nested = Archives.gzipEach(Archives.records(120).subList(60, 120));
        byte[] nestedPlain = Archives.join(Archives.records(90).subList(60, 90));
        byte[] noise = new byte[400_000];
        new Random(7).nextBytes(noise);
        for (int i = 0; i + 3 < noise.length; i += 997) {
            noise[i] = 0x1F;
            noise[i + 1] = (byte) 0x8B;
            noise[i + 2] = 8;
            noise[i + 3] = 0;
        }
        records.set(5, Archives.warc(5, Archives.http("", nested)));
        records.set(11, Archives.warc(11, Archives.http("", nestedPlain)));
        records.set(17, Archives.warc(17, Archives.http("", noise)));
        records.set(23, Archives.warc(23, new byte[0]));
        return records;
    }

    private static final byte[] GZIP = Archives.join(records().stream()
            .map(record -> Archives.gzip(record, Deflater.NO_COMPRESSION))
            .toList());
    private static final byte[] PLAIN = Archives.join(records());

    private static Archives.Reading bySplits(byte[] content, long step) {
        InputFile file = Archives.file("x.warc.gz", content);
        List<CrawlItem> items = new ArrayList<>();
        try {
            for (Splits.Split split : Splits.of(file.source(), Splits.layout(file.source()), step)) {
                try (ItemReader reader = CrawlReaders.open(file, split, ReadSettings.DEFAULT)) {
                    reader.forEachRemaining(items::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Archives.Reading(items, content.length, "");
    }

    @Property(tries = 60)
    void everyRecordOfAGzipArchiveComesOutOnceWhateverTheSplitSize(
            @ForAll @IntRange(min = 900, max = 700_000) int step) {
        Archives.Reading reading = bySplits(GZIP, step);
        assertThat(reading.numbers()).isEqualTo(Archives.upTo(40));
        assertThat(reading.lost()).isEmpty();
        assertThat(reading.unaccounted()).isEqualTo(-1);
    }

    @Property(tries = 60)
    void everyRecordOfAPlainArchiveComesOutOnceWhateverTheSplitSize(
            @ForAll @IntRange(min = 1, max = 700_000) int step) {
        Archives.Reading reading = bySplits(PLAIN, step);
        assertThat(reading.numbers()).isEqualTo(Archives.upTo(40));
        assertThat(reading.unaccounted()).isEqualTo(-1);
    }

    @Property(tries = 60)
    void damageDoesNotMoveRecordsBetweenSplits(
            @ForAll @LongRange(max = 1 << 20) long seed, @ForAll @IntRange(min = 900, max = 200_000) int step) {
        byte[] damaged = GZIP.clone();
        Random random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            damaged[20 + random.nextInt(damaged.length - 20)] ^= (byte) (1 << random.nextInt(8));
        }
        Archives.Reading whole = Archives.read(damaged);
        Archives.Reading parts = bySplits(damaged, step);
        assertThat(parts.numbers()).isEqualTo(whole.numbers());
        assertThat(parts.unaccounted()).isEqualTo(-1);
    }

    @Test
    void aSmallSplitSizeGivesManySplitsThatHoldRecords() throws IOException {
        InputFile file = Archives.file("x.warc.gz", GZIP);
        int filled = 0;
        for (Splits.Split split : Splits.of(file.source(), Splits.Layout.GZIP_EACH, 2000)) {
            try (ItemReader reader = CrawlReaders.open(file, split, ReadSettings.DEFAULT)) {
                filled += reader.hasNext() ? 1 : 0;
            }
        }
        assertThat(filled).isGreaterThan(8);
    }

    @Test
    void gzipOverTheWholeFileIsOneSplit() throws IOException {
        ByteSource source = new BytesSource(Archives.gzip(Archives.join(Archives.records(40))));
        assertThat(Splits.layout(source)).isEqualTo(Splits.Layout.GZIP_WHOLE);
        assertThat(Splits.of(source, Splits.layout(source), 100)).containsExactly(Splits.Split.WHOLE);
    }
}
