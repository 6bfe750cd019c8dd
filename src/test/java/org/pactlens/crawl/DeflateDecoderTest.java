package org.pactlens.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What zlib decodes is decoded to the same bytes, what it refuses is refused. */
class DeflateDecoderTest {
    private enum End {
        DONE,
        CUT,
        FAULT
    }

    private record Decoded(byte[] bytes, End end, long rest) {}

    @Property(tries = 300)
    void whatADeflaterMakesIsDecoded(
            @ForAll Random random, @ForAll @IntRange(max = 9) int level, @ForAll @IntRange(max = 2) int strategy)
            throws IOException {
        byte[] text = text(random, random.nextInt(random.nextBoolean() ? 400 : 400_000));
        byte[] data = deflated(text, level, strategy, random);

        Decoded decoded = decoded(withTail(data), random);

        assertThat(decoded.end).isEqualTo(End.DONE);
        assertThat(Arrays.equals(decoded.bytes, text)).isTrue();
        assertThat(decoded.rest).as("bytes after the data").isEqualTo(20);
    }

    @Property(tries = 2000)
    void damagedDataIsJudgedAsZlibJudgesIt(
            @ForAll Random random, @ForAll @IntRange(max = 9) int level, @ForAll @IntRange(max = 2) int strategy)
            throws IOException {
        byte[] data = deflated(text(random, random.nextInt(3000)), level, strategy, random);
        for (int i = random.nextInt(3); i >= 0; i--) {
            data[random.nextInt(random.nextBoolean() ? Math.min(data.length, 40) : data.length)] ^=
                    (byte) (1 << random.nextInt(8));
        }

        Decoded decoded = decoded(data, random);

        Decoded expected = byZlib(data);
        assertThat(decoded.end).isEqualTo(expected.end);
        int both = Math.min(expected.bytes.length, decoded.bytes.length);
        assertThat(Arrays.equals(expected.bytes, 0, both, decoded.bytes, 0, both))
                .isTrue();
        // Where the data breaks off zlib gives what is sure to its last bit, and may keep back a byte itself.
        assertThat(expected.bytes.length - decoded.bytes.length)
                .isBetween(expected.end == End.FAULT ? -1 : 0, expected.end == End.CUT ? 300 : 0);
    }

    @Property(tries = 300)
    void dataThatEndsEarlyGivesNoByteTooMany(@ForAll Random random, @ForAll @IntRange(max = 9) int level)
            throws IOException {
        byte[] text = text(random, 1 + random.nextInt(3000));
        byte[] data = deflated(text, level, 0, random);
        int cut = random.nextInt(data.length);

        Decoded decoded = decoded(Arrays.copyOf(data, cut), random);

        assertThat(decoded.end).isEqualTo(End.CUT);
        assertThat(startsWith(text, decoded.bytes)).isTrue();
    }

    @Test
    void noiseEndsInAFault() throws IOException {
        Random random = new Random(20240619);
        for (int i = 0; i < 5000; i++) {
            byte[] noise = new byte[1 + random.nextInt(300)];
            random.nextBytes(noise);
            Decoded expected = byZlib(noise);
            Decoded decoded = decoded(noise, random);
            assertThat(decoded.end).as("noise %s", Arrays.toString(noise)).isEqualTo(expected.end);
        }
    }

    private static boolean startsWith(byte[] whole, byte[] start) {
        return start.length <= whole.length && Arrays.equals(whole, 0, start.length, start, 0, start.length);
    }

    /** Words that come again at all distances, among letters at random. */
    private static byte[] text(Random random, int length) {
        byte[] text = new byte[length];
        int letters = 1 + random.nextInt(256);
        for (int i = 0; i < length; ) {
            int distance =
                    i == 0 ? 0 : 1 + random.nextInt(random.nextBoolean() ? Math.min(i, 20) : Math.min(i, 32_768));
            int run = distance == 0 || random.nextInt(3) == 0 ? 0 : random.nextInt(300);
            for (int end = Math.min(length, i + run); i < end; i++) {
                text[i] = text[i - distance];
            }
            if (i < length) {
                text[i++] = (byte) random.nextInt(letters);
            }
        }
        return text;
    }

    private static byte[] deflated(byte[] text, int level, int strategy, Random random) {
        Deflater deflater = new Deflater(level, true);
        deflater.setStrategy(strategy);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        // The first call sets the strategy, and must not be one that flushes.
        out.write(buffer, 0, deflater.deflate(buffer));
        int first = random.nextInt(text.length + 1);
        deflater.setInput(text, 0, first);
        int n;
        while ((n = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH)) > 0) {
            out.write(buffer, 0, n);
        }
        deflater.setInput(text, first, text.length - first);
        deflater.finish();
        while ((n = deflater.deflate(buffer)) > 0) {
            out.write(buffer, 0, n);
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] withTail(byte[] data) {
        return Arrays.copyOf(data, data.length + 20);
    }

    private static Decoded decoded(byte[] data, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RawInput raw = new RawInput(new BytesSource(data))) {
            raw.seek(0);
            DeflateDecoder decoder = new DeflateDecoder(raw);
            decoder.reset();
            byte[] piece = new byte[1 + random.nextInt(100_000)];
            int n;
            while ((n = decoder.read(piece, 0, piece.length)) > 0) {
                out.write(piece, 0, n);
            }
            End end = decoder.isDone() ? End.DONE : decoder.isCut() ? End.CUT : End.FAULT;
            return new Decoded(out.toByteArray(), end, data.length - raw.position());
        }
    }

    private static Decoded byZlib(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Inflater inflater = new Inflater(true);
        inflater.setInput(data);
        byte[] one = new byte[1];
        try {
            while (inflater.inflate(one) > 0) {
                out.write(one[0]);
            }
            return new Decoded(out.toByteArray(), inflater.finished() ? End.DONE : End.CUT, inflater.getRemaining());
        } catch (DataFormatException e) {
            return new Decoded(out.toByteArray(), End.FAULT, 0);
        } finally {
            inflater.end();
        }
    }
}
