package org.pactlens.lake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One table, declared once: DDL, row making, the writer's check, the dictionary and the documentation follow from it.
 *
 * @param <T> the record type of one row
 */
public final class Table<T> {
    private final String name;
    private final String comment;
    private final Struct<T> struct;
    private final List<String> key;
    private final String partition;
    private final Map<String, String> checks;

    private Table(Builder<T> builder) {
        this.name = builder.name;
        this.comment = builder.comment;
        this.struct = builder.columns.build();
        this.key = List.copyOf(builder.key);
        this.partition = builder.partition;
        this.checks = new LinkedHashMap<>(builder.checks);
    }

    /** Starts a declaration; the comment's first words say what one row is. */
    public static <T> Builder<T> of(String name, String comment) {
        return new Builder<>(name, comment);
    }

    public String name() {
        return name;
    }

    public String comment() {
        return comment;
    }

    /** Columns whose values together occur once. */
    public List<String> key() {
        return key;
    }

    /** The column that parts the files on disk, if any. */
    public Optional<String> partition() {
        return Optional.ofNullable(partition);
    }

    /** Words of a closed set as a sentence lists them. */
    static String listed(List<String> words) {
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** Constraints that Delta enforces on each write: name to SQL condition, which must be true (null is not true). */
    public Map<String, String> checks() {
        return Map.copyOf(checks);
    }

    List<Column<T>> columns() {
        return struct.columns();
    }

    /** Its columns in their order, to select from rows that hold more. */
    public org.apache.spark.sql.Column[] selection() {
        return columns().stream().map(c -> functions.col(c.name())).toArray(org.apache.spark.sql.Column[]::new);
    }

    public StructType schema() {
        return struct.type();
    }

    /** Encoder of the rows made by {@link #row}. */
    public Encoder<Row> encoder() {
        return Encoders.row(schema());
    }

    public Row row(T value) {
        return struct.row(value);
    }

    /** Rows as values of a nested column of a staged record. */
    public Struct<T> struct() {
        return struct;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects a declaration. */
    public static final class Builder<T> {
        private final String name;
        private final String comment;
        private final Struct.Builder<T> columns = Struct.of();
        private final Map<String, String> checks = new LinkedHashMap<>();
        private List<String> key = List.of();
        private String partition;

        private Builder(String name, String comment) {
            this.name = name;
            this.comment = comment;
        }

        /** A column that always has a value. */
        public Builder<T> column(String column, DataType type, Function<T, Object> accessor, String meaning) {
            columns.column(column, type, accessor, meaning);
            return this;
        }

        /** A column that may be null; its comment says what null means. */
        public Builder<T> nullable(String column, DataType type, Function<T, Object> accessor, String meaning) {
            columns.nullable(column, type, accessor, meaning);
            return this;
        }

        /**
         * A word of a closed set, which the comment lists and Delta enforces.
         *
         * @param words each may explain itself behind a blank: {@code direct (in marks)}
         */
        public Builder<T> word(String column, Function<T, Object> accessor, String meaning, List<String> words) {
            columns.column(column, DataTypes.StringType, accessor, meaning + ": " + listed(words));
            return check(name + "_" + column, isOneOf(column, words));
        }

        /** The same where there may be none; {@code otherwise} says what null means. */
        public Builder<T> nullableWord(
                String column, Function<T, Object> accessor, String meaning, List<String> words, String otherwise) {
            String comment = meaning + ": " + listed(words) + "; " + otherwise;
            columns.nullable(column, DataTypes.StringType, accessor, comment);
            return check(name + "_" + column, column + " IS NULL OR " + isOneOf(column, words));
        }

        private static String isOneOf(String column, List<String> words) {
            return words.stream()
                    .map(word -> "'" + word.split(" ", 2)[0] + "'")
                    .collect(Collectors.joining(", ", column + " IN (", ")"));
        }

        /** Columns whose values together occur once; checked before each publication. */
        public Builder<T> key(String... names) {
            key = List.of(names);
            return this;
        }

        /** The column that parts the files. */
        public Builder<T> partition(String column) {
            partition = column;
            return this;
        }

        /** A condition on each row; write {@code x IS NULL OR ...} for nullable columns. */
        public Builder<T> check(String constraint, String sql) {
            checks.put(constraint, sql);
            return this;
        }

        /** The finished table. */
        public Table<T> build() {
            return new Table<>(this);
        }
    }
}
