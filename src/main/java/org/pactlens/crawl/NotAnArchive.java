package org.pactlens.crawl;

import java.io.IOException;

/** Says what a file is that holds no record. */
final class NotAnArchive {
    private static final int LZ4_MAGIC = 0x04224D18;

    private NotAnArchive() {}

    static DamageReason reason(ByteSource source) throws IOException {
        return magic(source) == LZ4_MAGIC ? DamageReason.UNSUPPORTED : DamageReason.NOT_AN_ARCHIVE;
    }

    static String detail(ByteSource source) throws IOException {
        return magic(source) == LZ4_MAGIC
                ? "lz4 is not read; write the archive anew with gzip or zstd"
                : "no WARC or ARC record was found";
    }

    private static int magic(ByteSource source) throws IOException {
        try (RawInput raw = new RawInput(source)) {
            raw.seek(0);
            return raw.peek(4) < 4 ? 0 : raw.at(0) << 24 | raw.at(1) << 16 | raw.at(2) << 8 | raw.at(3);
        }
    }
}
