package org.pactlens.crawl;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests, in the form that all ids of the product have: 32 lower-case hex digits of a SHA-256. */
final class Payloads {
    private static final int PREFIX_BYTES = 16;

    private Payloads() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, PREFIX_BYTES);
    }
}
