package org.pactlens.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A group of columns over one record type, as the value of a nested column or as the body of a {@link Table}.
 *
 * <p>Spark's bean encoder reads a record as a type without fields and writes empty rows without an error, so rows are
 * made here, by the declared accessors.
 */
public final class Struct<T> {
    private final List<Column<T>> columns;

    private Struct(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Starts the declaration of the columns of a record type. */
    public static <T> Builder<T> of() {
        return new Builder<>();
    }

    List<Column<T>> columns() {
        return columns;
    }

    /** The Spark type, with each column's comment in its metadata. */
    public StructType type() {
        return new StructType(columns.stream().map(Column::field).toArray(StructField[]::new));
    }

    /** The Spark type of a list of these; its fields are declared nullable, since Delta knows no NOT NULL in lists. */
    public ArrayType array() {
        StructField[] fields = columns.stream()
                .map(c -> new Column<>(c.name(), c.type(), true, c.comment(), c.accessor()).field())
                .toArray(StructField[]::new);
        return new ArrayType(new StructType(fields), true);
    }

    /** One record as a Spark row, in the order of the declaration. */
    public Row row(T value) {
        Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = columns.get(i).accessor().apply(value);
        }
        return RowFactory.create(cells);
    }

    /** Records as the array that an {@link #array} column takes. */
    public Row[] rows(List<T> values) {
        return values.stream().map(this::row).toArray(Row[]::new);
    }

    /** Collects columns in the order in which a reader sees them. */
    public static final class Builder<T> {
        private final List<Column<T>> columns = new ArrayList<>();

        private Builder() {}

        /** A column that always has a value. */
        public Builder<T> column(String name, DataType type, Function<T, Object> accessor, String comment) {
            columns.add(new Column<>(name, type, false, comment, accessor));
            return this;
        }

        /** A column that may be null; its comment says what null means. */
        public Builder<T> nullable(String name, DataType type, Function<T, Object> accessor, String comment) {
            columns.add(new Column<>(name, type, true, comment, accessor));
            return this;
        }

        /** The finished group. */
        public Struct<T> build() {
            return new Struct<>(columns);
        }
    }
}
