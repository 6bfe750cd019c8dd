package org.pactlens.reuse;

/** Hash values that are the same in every JVM. */
final class Hashes {
    private Hashes() {}

    /** Finalizer of MurmurHash3, 32 bits (Appleby, public domain). */
    static int spread(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    /** Finalizer of MurmurHash3, 64 bits. */
    static long spread(long hash) {
        long h = hash;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }

    /** Of a run of words, order included. */
    static long of(int[] words, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + words[i];
        }
        return spread(hash);
    }

    static long of(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x9E3779B97F4A7C15L + text.charAt(i);
        }
        return spread(hash);
    }

    static long both(long a, long b) {
        return spread(a * 0x9E3779B97F4A7C15L + b);
    }
}
