package org.pactlens.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/** Collects what Spark leaves to the source: columns, filters, a limit. */
final class WarcScanBuilder
        implements SupportsPushDownRequiredColumns, SupportsPushDownV2Filters, SupportsPushDownLimit {
    private final WarcOptions options;
    private List<WarcColumn> columns = List.of(WarcColumn.values());
    private final List<Predicate> pushed = new ArrayList<>();
    private Condition condition = Condition.TRUE;
    private long limit = Long.MAX_VALUE;

    WarcScanBuilder(WarcOptions options) {
        this.options = options;
    }

    @Override
    public void pruneColumns(StructType required) {
        columns = Stream.of(required.fieldNames()).map(WarcColumn::of).toList();
    }

    /** Gives back what Spark must judge itself. */
    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        List<Predicate> left = new ArrayList<>();
        for (Predicate predicate : predicates) {
            Condition next = Condition.of(predicate);
            if (next == null) {
                left.add(predicate);
            } else {
                Condition before = condition;
                pushed.add(predicate);
                condition = row -> Boolean.TRUE.equals(before.test(row)) && Boolean.TRUE.equals(next.test(row));
            }
        }
        return left.toArray(Predicate[]::new);
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushed.toArray(Predicate[]::new);
    }

    /** Each task stops there; Spark counts again over all. */
    @Override
    public boolean pushLimit(int rows) {
        limit = rows;
        return true;
    }

    @Override
    public boolean isPartiallyPushed() {
        return true;
    }

    @Override
    public Scan build() {
        return new WarcScan(new WarcTask(options, columns, condition, limit), pushed);
    }
}
