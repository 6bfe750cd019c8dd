package org.pactlens.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One file of a crawl as the plan found it.
 *
 * @param id identity of the content as far as the listing tells: sha256 prefix over URI, size and modification time
 * @param uri qualified URI on its file system
 * @param wanted offsets of the records that are to be read; empty for all
 */
public record PlannedFile(String id, String uri, long sizeBytes, Instant modifiedAt, List<Long> wanted)
        implements Serializable {}
