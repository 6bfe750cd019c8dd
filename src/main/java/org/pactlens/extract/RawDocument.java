package org.pactlens.extract;

import java.time.Instant;
import java.util.Objects;

/**
 * The bytes of one capture, content coding undone, with what its server said about them.
 *
 * @param bytes payload; not copied, must not change
 * @param mediaType declared media type without parameters, or null
 * @param charset declared charset name, unverified, or null
 * @param url the capture's target URI; empty where unknown
 * @param capturedAt when the page was fetched; no publication is later. Null where unknown
 */
public record RawDocument(byte[] bytes, String mediaType, String charset, String url, Instant capturedAt) {
    public RawDocument {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(url, "url");
    }
}
