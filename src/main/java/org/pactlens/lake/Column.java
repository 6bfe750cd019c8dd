package org.pactlens.lake;

import java.util.function.Function;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table: how it is called, what it holds, and how its value is taken from a row's record.
 *
 * @param comment meaning, unit and range, as a data scientist reads it in the table itself
 * @param accessor gives a value of the Java type that Spark expects for {@code type}: {@code Instant}, {@code
 *     LocalDate}, boxed numbers, {@code String}, arrays or {@code Row[]}
 */
record Column<T>(String name, DataType type, boolean nullable, String comment, Function<T, Object> accessor) {
    StructField field() {
        Metadata metadata = new MetadataBuilder().putString("comment", comment).build();
        return new StructField(name, type, nullable, metadata);
    }
}
