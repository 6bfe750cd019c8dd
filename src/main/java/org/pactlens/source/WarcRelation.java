package org.pactlens.source;

import java.util.Arrays;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.PrunedScan;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map;

/**
 * Archives as a table of a session catalog that is not Spark's own. Spark does not ask such a catalog, Delta's for one, for a
 * table of the present kind of source (V2SessionCatalog.hasCustomSessionCatalog), and reads one of this older kind instead.
 * Its scan is the source's own; only filters are left to Spark.
 */
final class WarcRelation extends BaseRelation implements PrunedScan {
    private final SQLContext context;
    private final Map<String, String> options;

    WarcRelation(SQLContext context, Map<String, String> options) {
        this.context = context;
        this.options = options;
    }

    @Override
    public SQLContext sqlContext() {
        return context;
    }

    @Override
    public StructType schema() {
        return WarcColumn.schema();
    }

    @Override
    public RDD<Row> buildScan(String[] columns) {
        Column[] wanted = Arrays.stream(columns).map(functions::col).toArray(Column[]::new);
        return context.read()
                .format(WarcSource.NAME)
                .options(options)
                .load()
                .select(wanted)
                .rdd();
    }
}
