package org.pactlens.crawl;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;

/** A record's document: the body after transfer and content decoding, or the block where there is no HTTP head. */
public final class Payload {
    static final Payload NONE = new Payload(new byte[0], Extent.WHOLE);

    private final byte[] bytes;
    private final Extent extent;
    /** Made when it is first asked for; two threads make the same. */
    private String sha256;

    /** How much of the document is there. */
    public enum Extent {
        /** All of it. */
        WHOLE,
        /** The first bytes, cut at {@link Limits#payloadBytes()} or {@link Limits#bodyRatio()}. */
        CAPPED,
        /** What could be decoded before the coded body broke off. */
        BROKEN_OFF
    }

    Payload(byte[] bytes, Extent extent) {
        this.bytes = Objects.requireNonNull(bytes, "bytes");
        this.extent = Objects.requireNonNull(extent, "extent");
    }

    /** The bytes themselves, not a copy: do not write into them. */
    public byte[] bytes() {
        return bytes;
    }

    /** Number of bytes kept. */
    public int length() {
        return bytes.length;
    }

    /** A fresh stream over the bytes. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** First 32 hex digits of the SHA-256 of the kept bytes; null where the body was not asked for. */
    public String sha256() {
        if (sha256 == null && this != NONE) {
            sha256 = Payloads.hex(Payloads.sha256().digest(bytes));
        }
        return sha256;
    }

    /** How much of the document the bytes are. */
    public Extent extent() {
        return extent;
    }

    @Override
    public String toString() {
        return "Payload[" + bytes.length + " bytes, " + extent + "]";
    }
}
