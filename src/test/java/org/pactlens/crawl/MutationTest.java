package org.pactlens.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives of known content, damaged at random from a fixed seed: what was not touched must come out, once. */
class MutationTest {
    private static final int RECORDS = 9;
    private static final int MUTATIONS = Integer.getInteger("pactlens.mutations", 300);
    private static final int MANY = 10_000;
    private static final long SEED = Long.getLong("pactlens.seed", 20240619L);

    enum Packing {
        PLAIN,
        GZIP_EACH,
        STORED_EACH,
        GZIP_THREE,
        ZSTD_EACH
    }

    /** An archive as units that are damaged or whole together, each with the numbers of its records. */
    private record Layout(byte[] content, List<Integer> ends, List<List<Integer>> numbers) {
        static Layout of(Packing packing) {
            List<byte[]> records = Archives.records(RECORDS);
            records.set(4, Archives.warc(4, Archives.http("", trap())));
            List<byte[]> units = new ArrayList<>();
            List<List<Integer>> numbers = new ArrayList<>();
            int step = packing == Packing.GZIP_THREE ? 3 : 1;
            for (int i = 0; i < RECORDS; i += step) {
                byte[] content = Archives.join(records.subList(i, i + step));
                units.add(
                        switch (packing) {
                            case PLAIN -> content;
                            case GZIP_EACH, GZIP_THREE -> Archives.gzip(content);
                            case STORED_EACH -> Archives.gzip(content, Deflater.NO_COMPRESSION);
                            case ZSTD_EACH -> Zstd.compress(content);
                        });
                numbers.add(Archives.upTo(i + step).subList(i, i + step));
            }
            List<Integer> ends = new ArrayList<>();
            int end = 0;
            for (byte[] unit : units) {
                end += unit.length;
                ends.add(end);
            }
            return new Layout(Archives.join(units), ends, numbers);
        }

        /** A payload that looks like the start of a member and of a record, and is neither. */
        private static byte[] trap() {
            byte[] magic = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 'x', 0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
            return Archives.join(
                    Archives.bytes("text\r\n\r\nWARC/1.0\r\n\r\nWARC/1.0\r\nnot: a record\r\n\r\n"),
                    magic,
                    Archives.bytes("end"));
        }

        Set<Integer> untouched(int from, int to) {
            Set<Integer> whole = new HashSet<>();
            int start = 0;
            for (int i = 0; i < ends.size(); i++) {
                boolean touched = from < ends.get(i) && to > start;
                if (!touched) {
                    whole.addAll(numbers.get(i));
                }
                start = ends.get(i);
            }
            return whole;
        }
    }

    private record Mutation(String name, byte[] content, Set<Integer> whole) {
        static Mutation of(Layout layout, Random random) {
            byte[] b = layout.content;
            int at = random.nextInt(b.length);
            int length = Math.min(b.length - at, 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
            byte[] before = Arrays.copyOf(b, at);
            byte[] after = Arrays.copyOfRange(b, at, b.length);
            byte[] rest = Arrays.copyOfRange(b, at + length, b.length);
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            switch (random.nextInt(5)) {
                case 0 -> {
                    byte[] flipped = b.clone();
                    flipped[at] ^= (byte) (1 << random.nextInt(8));
                    return new Mutation("flip at " + at, flipped, layout.untouched(at, at + 1));
                }
                case 1 -> {
                    return new Mutation("cut at " + at, before, layout.untouched(at, b.length));
                }
                case 2 -> {
                    byte[] content = Archives.join(before, noise, after);
                    return new Mutation("insert " + length + " at " + at, content, inside(layout, at));
                }
                case 3 -> {
                    byte[] content = Archives.join(before, rest);
                    return new Mutation("delete " + length + " at " + at, content, layout.untouched(at, at + length));
                }
                default -> {
                    byte[] copy = Arrays.copyOfRange(b, at, at + Math.min(length, 90));
                    byte[] content = Archives.join(
                            Arrays.copyOf(b, at + copy.length),
                            copy,
                            Arrays.copyOfRange(b, at + copy.length, b.length));
                    String name = "duplicate " + copy.length + " at " + at;
                    return new Mutation(name, content, inside(layout, at + copy.length));
                }
            }
        }

        /** An insertion touches the unit that it falls into; between two units it touches none. */
        private static Set<Integer> inside(Layout layout, int at) {
            return layout.ends.contains(at) ? layout.untouched(0, 0) : layout.untouched(at, at + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyUntouchedRecordComesOutOnceAndEveryByteIsAccountedFor(Packing packing) {
        mutate(packing, MUTATIONS);
    }

    /** Some minutes: profile {@code faults}. */
    @Tag("faults")
    @ParameterizedTest
    @EnumSource
    void thousandsOfMutationsLoseNothingElse(Packing packing) {
        mutate(packing, MANY / Packing.values().length);
    }

    private static void mutate(Packing packing, int mutations) {
        Layout layout = Layout.of(packing);
        Random random = new Random(SEED + packing.ordinal());
        for (int i = 0; i < mutations; i++) {
            Mutation mutation = Mutation.of(layout, random);
            Archives.Reading reading =
                    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Archives.read(mutation.content));
            List<Integer> numbers = reading.numbers();
            String name =
                    packing + ", seed " + SEED + ", mutation " + i + ": " + mutation.name + " gave " + reading.damage();
            assertThat(numbers).as(name).containsAll(mutation.whole);
            for (int number : mutation.whole) {
                assertThat(Collections.frequency(numbers, number)).as(name).isEqualTo(1);
            }
            assertThat(reading.unaccounted()).as(name).isEqualTo(-1);
            // Without checksums a deletion over two headers can leave one sound record: no reader can tell.
            boolean proved = packing != Packing.PLAIN && packing != Packing.ZSTD_EACH;
            boolean lostSome = proved && reading.records().size() < RECORDS && !mutation.name.startsWith("cut");
            assertThat(!lostSome || !reading.lost().isEmpty()).as(name).isTrue();
        }
    }
}
