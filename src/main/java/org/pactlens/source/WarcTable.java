package org.pactlens.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Archives as a table: one row per record. */
final class WarcTable implements SupportsRead {
    private final Map<String, String> properties;

    WarcTable(Map<String, String> properties) {
        this.properties = Map.copyOf(properties);
    }

    @Override
    public String name() {
        return "warc " + properties.getOrDefault("path", properties.getOrDefault("paths", ""));
    }

    @Override
    public Column[] columns() {
        return WarcColumn.columns();
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(options.asCaseSensitiveMap());
        return new WarcScanBuilder(WarcOptions.of(new CaseInsensitiveStringMap(all)));
    }
}
