package org.pactlens.crawl;

import java.time.Instant;
import java.util.Objects;

/**
 * A file to be read, as the edge found it.
 *
 * @param uri its canonical URI, with scheme
 * @param name its name without the folder; decides with the content what it is taken for, never used as a path
 * @param modified time of last change; null where the storage does not say
 * @param version entity tag of an object store; null elsewhere
 */
public record InputFile(String uri, String name, ByteSource source, Instant modified, String version) {
    public InputFile {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
    }

    /**
     * Identity of the file's content as far as a listing tells: a copy has another, a changed file has another. 32 hex
     * digits of the SHA-256 over URI, size, and entity tag or else time of change.
     */
    public String id() {
        String state = version != null ? version : modified == null ? "" : Long.toString(modified.toEpochMilli());
        return Ids.of("input", uri, Long.toString(source.length()), state);
    }
}
