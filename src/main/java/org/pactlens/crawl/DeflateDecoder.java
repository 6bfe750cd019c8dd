package org.pactlens.crawl;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Decodes deflate data (RFC 1951) about 1.5 times as fast as {@link java.util.zip.Inflater}: it looks at eight bytes at a time
 * and copies whole words. What it refuses is what zlib refuses.
 */
final class DeflateDecoder {
    private static final VarHandle WORD = BitInput.WORD;
    private static final int WINDOW = 1 << 15;
    private static final int FULL = WINDOW + (1 << 16);
    /** Bytes beyond a limit that one turn of the loop may write: three literals, the longest match, a word too many. */
    private static final int SLACK = 3 + 258 + 16;

    private static final int LITERAL_BITS = BlockCodes.LITERAL_BITS;
    private static final int DISTANCE_BITS = BlockCodes.DISTANCE_BITS;
    /** A distance code and its extra bits. */
    private static final int DISTANCE_LONGEST = 15 + 13;

    private static final String CUT = "ends early";

    private enum State {
        BLOCK_START,
        STORED,
        CODED,
        DONE,
        FAILED
    }

    private final RawInput raw;
    private final BitInput in;
    private final BlockCodes codes = new BlockCodes();

    /** Decoded bytes: {@code [given, end)} are still to be given, those before serve as the window. */
    private final byte[] out = new byte[FULL + SLACK];

    private int given;
    private int end;

    /** Up to where the output is known not to come from missing bytes, once there are any. */
    private int sound;

    private State state;
    private boolean last;
    private int storedLeft;
    private String fault;

    DeflateDecoder(RawInput raw) {
        this.raw = raw;
        in = new BitInput(raw);
    }

    /** Begins anew at the raw input's position. */
    void reset() {
        given = 0;
        end = 0;
        in.reset();
        state = State.BLOCK_START;
        last = false;
        fault = null;
    }

    /** Decodes up to {@code length} bytes; 0 where there are no more: see {@link #isDone()} and {@link #fault()}. */
    int read(byte[] into, int offset, int length) throws IOException {
        if (given == end) {
            decode();
        }
        int n = Math.min(length, end - given);
        System.arraycopy(out, given, into, offset, n);
        given += n;
        return n;
    }

    /** Whether all data was decoded; the raw input then stands after it. */
    boolean isDone() {
        return state == State.DONE && given == end;
    }

    /** What is wrong with the data; null where nothing is known to be. */
    String fault() {
        return fault;
    }

    /** Whether the fault is that the file ends inside the data. */
    boolean isCut() {
        return CUT.equals(fault);
    }

    private void decode() throws IOException {
        if (end >= FULL) {
            System.arraycopy(out, end - WINDOW, out, 0, WINDOW);
            end = WINDOW;
            given = WINDOW;
        }
        while (end < FULL && state != State.DONE && state != State.FAILED) {
            switch (state) {
                case BLOCK_START -> startBlock();
                case STORED -> copyStored();
                default -> decodeSymbols();
            }
        }
    }

    private void fail(String why) {
        fault = why;
        state = State.FAILED;
    }

    private void startBlock() throws IOException {
        if (last) {
            in.toWholeBytes();
            state = State.DONE;
            return;
        }
        in.refill();
        last = in.take(1) == 1;
        int type = in.take(2);
        String wrong = null;
        if (!in.isOverread()) {
            wrong = type == 0 ? startStored() : codes.read(type, in);
        }
        if (in.isOverread()) {
            fail(CUT);
        } else if (wrong != null) {
            fail(wrong);
        } else {
            state = type == 0 ? State.STORED : State.CODED;
        }
    }

    private String startStored() throws IOException {
        in.toWholeBytes();
        in.refill();
        storedLeft = in.take(16);
        boolean right = storedLeft == (in.take(16) ^ 0xFFFF);
        if (!in.isOverread()) {
            in.toWholeBytes();
        }
        return right ? null : "invalid stored block lengths";
    }

    private void copyStored() throws IOException {
        int n = Math.min(Math.min(storedLeft, FULL - end), raw.peek(1));
        if (n == 0 && storedLeft > 0) {
            fail(CUT);
            return;
        }
        System.arraycopy(raw.bytes, raw.pos, out, end, n);
        raw.pos += n;
        end += n;
        storedLeft -= n;
        state = storedLeft == 0 ? State.BLOCK_START : State.STORED;
    }

    /**
     * Decodes symbols until the limit is reached or the block ends. All time is spent here, hence one long method over few
     * local variables, which stay in registers. A shift uses the low six bits of its distance: any entry will do as one, and
     * {@code held} counts modulo 64.
     */
    private void decodeSymbols() throws IOException {
        int[] literal = codes.literals();
        byte[] bytes = raw.bytes;
        byte[] o = out;
        int[] dist = codes.distances();
        int next = raw.pos;
        int words = raw.end - 8;
        long hold = in.bits;
        int held = in.count;
        int to = end;
        while (to < FULL) {
            if (next <= words) {
                hold |= (long) WORD.get(bytes, next) << held;
                next += 7 - (held >>> 3 & 7);
                held |= 56;
            } else {
                store(next, hold, held, to);
                if (in.isOverread()) {
                    break;
                }
                sound = to;
                in.refill();
                next = raw.pos;
                words = raw.end - 8;
                hold = in.bits;
                held = in.count;
            }
            int entry = literal[(int) hold & (1 << LITERAL_BITS) - 1];
            if (entry < 0) {
                hold >>>= entry;
                held -= entry;
                o[to++] = (byte) (entry >> 16);
                entry = literal[(int) hold & (1 << LITERAL_BITS) - 1];
                if (entry < 0) {
                    hold >>>= entry;
                    held -= entry;
                    o[to++] = (byte) (entry >> 16);
                    entry = literal[(int) hold & (1 << LITERAL_BITS) - 1];
                    if (entry < 0) {
                        hold >>>= entry;
                        held -= entry;
                        o[to++] = (byte) (entry >> 16);
                        continue;
                    }
                }
            }
            if ((entry & CodeTable.SPECIAL) != 0) {
                if ((entry & CodeTable.SECOND) != 0) {
                    int index = (int) (hold >>> LITERAL_BITS) & (1 << (entry >>> 8 & 0xF)) - 1;
                    entry = literal[(entry >>> 16) + index];
                }
                if (entry < 0) {
                    hold >>>= entry;
                    held -= entry;
                    o[to++] = (byte) (entry >> 16);
                    continue;
                }
                if ((entry & CodeTable.SPECIAL) != 0) {
                    hold >>>= entry;
                    held -= entry;
                    endBlock(entry);
                    break;
                }
            }
            int stop = to + (entry >>> 16) + (int) ((hold & (1L << entry) - 1) >>> (entry >>> 8));
            hold >>>= entry;
            held -= entry;
            if ((held & 0x3F) < DISTANCE_LONGEST) {
                if (next <= words) {
                    hold |= (long) WORD.get(bytes, next) << held;
                    next += 7 - (held >>> 3 & 7);
                    held |= 56;
                } else {
                    store(next, hold, held, to);
                    in.refill();
                    next = raw.pos;
                    words = raw.end - 8;
                    hold = in.bits;
                    held = in.count;
                }
            }
            entry = dist[(int) hold & (1 << DISTANCE_BITS) - 1];
            if ((entry & CodeTable.SPECIAL) != 0) {
                if ((entry & CodeTable.SECOND) != 0) {
                    int index = (int) (hold >>> DISTANCE_BITS) & (1 << (entry >>> 8 & 0xF)) - 1;
                    entry = dist[(entry >>> 16) + index];
                }
                if ((entry & CodeTable.SPECIAL) != 0) {
                    fail("invalid distance code");
                    break;
                }
            }
            int distance = (entry >>> 16) + (int) ((hold & (1L << entry) - 1) >>> (entry >>> 8));
            hold >>>= entry;
            held -= entry;
            if (distance > to) {
                fail("invalid distance");
                break;
            }
            copyMatch(o, to, stop, distance);
            to = stop;
        }
        store(next, hold, held, to);
        if (in.isOverread()) {
            end = sound;
            fail(CUT);
        }
    }

    private void store(int next, long hold, int held, int to) {
        raw.pos = next;
        in.bits = hold;
        in.count = held & 0x3F;
        end = to;
    }

    private void endBlock(int entry) {
        if ((entry & CodeTable.BLOCK_END) != 0) {
            state = State.BLOCK_START;
        } else {
            fail("invalid literal or length code");
        }
    }

    /** Copies what lies {@code distance} bytes back, which may overlap, and up to a word beyond {@code stop}. */
    private static void copyMatch(byte[] out, int start, int stop, int distance) {
        int to = start;
        int from = start - distance;
        if (distance >= 8) {
            do {
                WORD.set(out, to, (long) WORD.get(out, from));
                WORD.set(out, to + 8, (long) WORD.get(out, from + 8));
                to += 16;
                from += 16;
            } while (to < stop);
        } else if (distance == 1) {
            Arrays.fill(out, to, stop, out[from]);
        } else {
            while (to < stop) {
                out[to++] = out[from++];
            }
        }
    }
}
