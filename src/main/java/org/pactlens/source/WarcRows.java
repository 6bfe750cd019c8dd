package org.pactlens.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.pactlens.crawl.CrawlItem;
import org.pactlens.crawl.CrawlReaders;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.Damage;
import org.pactlens.crawl.InputFile;
import org.pactlens.crawl.ItemReader;
import org.pactlens.crawl.Place;
import org.pactlens.source.WarcPartition.Slice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of one task. Holds one record at a time. */
final class WarcRows implements PartitionReader<InternalRow> {
    private static final Logger LOG = LoggerFactory.getLogger(WarcRows.class);

    private final WarcTask task;
    private final Configuration hadoop;
    private final Iterator<Slice> slices;
    private final WarcMetrics.Counts counts = new WarcMetrics.Counts();
    private Slice slice;
    private HadoopBytes source;
    private ItemReader items;
    private long lostInFile;
    private long left;
    private InternalRow row;
    private Place judged;
    private boolean admitted;

    WarcRows(WarcPartition partition, WarcTask task, Configuration hadoop) {
        this.task = task;
        this.hadoop = hadoop;
        slices = partition.slices().iterator();
        left = task.limit();
    }

    @Override
    public boolean next() throws IOException {
        while (left > 0) {
            if (items == null) {
                if (!slices.hasNext()) {
                    return false;
                }
                open(slices.next());
            } else {
                CrawlItem item = nextItem();
                if (item == null) {
                    close();
                } else if (take(item)) {
                    left--;
                    return true;
                }
            }
        }
        return false;
    }

    /** The next item of the open slice, or null; where the storage fails the task fails, and Spark tries it again. */
    private CrawlItem nextItem() throws IOException {
        try {
            return items.hasNext() ? items.next() : null;
        } catch (UncheckedIOException e) {
            throw new IOException(
                    slice.uri() + " cannot be read: " + e.getCause().getMessage(), e);
        }
    }

    private void open(Slice next) throws IOException {
        slice = next;
        lostInFile = 0;
        Path path = new Path(next.uri());
        source = new HadoopBytes(path.getFileSystem(hadoop), path, next.fileBytes());
        InputFile file = new InputFile(next.uri(), path.getName(), source, null, null);
        items = CrawlReaders.open(file, next.split(), task.settings(this::judge));
    }

    /** Whether the item is a row of this query. */
    private boolean take(CrawlItem item) throws IOException {
        if (item instanceof Damage damage) {
            lose(damage);
        }
        if (item instanceof CrawlRecord) {
            counts.records++;
        } else if (!task.options().damageRows()) {
            return false;
        }
        String file = slice.uri();
        boolean known = item instanceof CrawlRecord record && record.place() == judged;
        if (!(known ? admitted : task.condition().admits(item, file))) {
            return false;
        }
        Object[] values = new Object[task.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = WarcColumn.internal(task.columns().get(i).value(item, file));
        }
        row = new GenericInternalRow(values);
        return true;
    }

    /** Asked by the reader before it decodes a body; the answer holds for the row. */
    private boolean judge(CrawlRecord record) {
        judged = record.place();
        admitted = task.condition().admits(record, slice.uri());
        return admitted;
    }

    private void lose(Damage damage) throws IOException {
        if (damage.length() == 0) {
            return;
        }
        counts.damaged++;
        counts.lost += damage.length();
        lostInFile += damage.length();
        LOG.debug("{}: bytes {} to {} lost, {}", slice.uri(), damage.from(), damage.to(), damage.reason());
        if (lostInFile > task.options().maxLoss() * slice.fileBytes()) {
            throw new IOException(slice.uri() + " has lost " + lostInFile + " of its " + slice.fileBytes()
                    + " bytes, more than the option " + WarcOptions.MAX_LOSS + "="
                    + task.options().maxLoss()
                    + " allows; last at byte " + damage.from() + ": " + damage.detail());
        }
    }

    @Override
    public InternalRow get() {
        return row;
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        long open = source == null ? 0 : source.bytesRead();
        return counts.values(open);
    }

    @Override
    public void close() throws IOException {
        if (items != null) {
            counts.bytes += source.bytesRead();
            source = null;
            ItemReader open = items;
            items = null;
            open.close();
        }
    }
}
