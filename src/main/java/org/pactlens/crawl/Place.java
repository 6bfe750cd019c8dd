package org.pactlens.crawl;

/**
 * Where a record lies in its file.
 *
 * @param offset first byte accounted to this record
 * @param length bytes accounted to it, trailing line ends included. Inside a compressed member with several records the
 *     borders are estimated; at member borders and in plain files they are exact
 * @param memberOffset where to open the file to read this record again: the start of its compressed member, or of the
 *     record in a plain file
 * @param skip inflated bytes between {@code memberOffset} and the record's first byte; 0 for one record per member
 */
public record Place(long offset, long length, long memberOffset, long skip) {
    public Place {
        if (offset < 0 || length < 0 || memberOffset < 0 || skip < 0) {
            throw new IllegalArgumentException(
                    "place is negative: " + offset + " + " + length + ", member " + memberOffset + " + " + skip);
        }
    }

    /** End of the bytes accounted to this record, exclusive. */
    public long end() {
        return offset + length;
    }
}
