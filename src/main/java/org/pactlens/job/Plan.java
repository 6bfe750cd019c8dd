package org.pactlens.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Which files a run reads: those the lake has not read yet, in batches.
 *
 * @param listing what lies under the given paths
 * @param batches new files, in the order of their URIs
 */
record Plan(CrawlListing listing, List<Batch> batches) {
    /** Reads nothing. */
    static final Plan NOTHING = new Plan(new CrawlListing(List.of(), 0), List.of());

    /** Files that are read, staged and published together. */
    record Batch(String id, List<PlannedFile> files) {
        long bytes() {
            return files.stream().mapToLong(PlannedFile::sizeBytes).sum();
        }
    }

    /** Number of files to read. */
    long files() {
        return batches.stream().mapToLong(b -> b.files().size()).sum();
    }

    /**
     * Parts what is new.
     *
     * @param done ids of inputs that need no reading
     * @param rowsDependOn all that shapes the rows of a batch, beside its files
     */
    static Plan of(CrawlListing listing, Set<String> done, long batchBytes, String rowsDependOn) {
        List<PlannedFile> fresh =
                listing.files().stream().filter(f -> !done.contains(f.id())).toList();
        return new Plan(listing, batches(fresh, batchBytes, rowsDependOn));
    }

    private static List<Batch> batches(List<PlannedFile> files, long batchBytes, String rowsDependOn) {
        List<Batch> batches = new ArrayList<>();
        List<PlannedFile> open = new ArrayList<>();
        long bytes = 0;
        for (PlannedFile file : files) {
            if (!open.isEmpty() && bytes + file.sizeBytes() > batchBytes) {
                batches.add(batch(open, batches, rowsDependOn));
                open.clear();
                bytes = 0;
            }
            open.add(file);
            bytes += file.sizeBytes();
        }
        if (!open.isEmpty()) {
            batches.add(batch(open, batches, rowsDependOn));
        }
        return batches;
    }

    /** A capture that an earlier batch of the run has is not in a later one, so the earlier are part of its identity. */
    private static Batch batch(List<PlannedFile> files, List<Batch> earlier, String rowsDependOn) {
        StringBuilder identity = new StringBuilder(rowsDependOn);
        earlier.forEach(batch -> identity.append('\n').append(batch.id()));
        files.stream()
                .map(PlannedFile::id)
                .sorted(Comparator.naturalOrder())
                .forEach(id -> identity.append('\n').append(id));
        return new Batch(RowId.of(identity.toString()), List.copyOf(files));
    }
}
