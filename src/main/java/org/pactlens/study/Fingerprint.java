package org.pactlens.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** A digest of named contents. */
final class Fingerprint {
    private Fingerprint() {}

    /** sha256 in lower-case hex over names and contents in the order of names; lengths keep them apart. */
    static String of(SortedMap<String, String> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, content) -> {
                String framed = name.length() + ":" + name + content.length() + ":" + content;
                digest.update(framed.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
