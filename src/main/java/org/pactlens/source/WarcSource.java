package org.pactlens.source;

import java.util.Map;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.sources.RelationProvider;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Registers the format {@code warc} with Spark. */
public final class WarcSource implements TableProvider, DataSourceRegister, RelationProvider {
    static final String NAME = "warc";

    @Override
    public String shortName() {
        return NAME;
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return WarcColumn.schema();
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new WarcTable(properties);
    }

    /** See {@link WarcRelation}. */
    @Override
    public BaseRelation createRelation(SQLContext context, scala.collection.immutable.Map<String, String> options) {
        return new WarcRelation(context, options);
    }
}
