package org.pactlens.source;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.DataTypes;
import org.pactlens.crawl.CrawlItem;

/**
 * A filter that the reader itself applies, before any payload is decoded. It gives what SQL gives: true, false, or null
 * for unknown.
 */
interface Condition extends Serializable {
    /** Any row. */
    Condition TRUE = columns -> true;

    /** The answer for a row, given by its plain column values. */
    Boolean test(Function<WarcColumn, Object> row);

    /** Whether an item of a file is a row of the query: unknown is no. */
    default boolean admits(CrawlItem item, String file) {
        return Boolean.TRUE.equals(test(column -> column.value(item, file)));
    }

    /** The predicate as a condition; null where it is of a kind that only Spark can judge. */
    static Condition of(Predicate predicate) {
        return switch (predicate.name()) {
            case "AND", "OR" -> binary(predicate);
            case "NOT" -> not(predicate);
            case "IS_NULL", "IS_NOT_NULL" -> nullTest(predicate);
            case "=", "<=>", "<", "<=", ">", ">=" -> comparison(predicate);
            case "IN" -> in(predicate);
            default -> null;
        };
    }

    private static Condition binary(Predicate predicate) {
        Condition left = child(predicate, 0);
        Condition right = child(predicate, 1);
        if (left == null || right == null) {
            return null;
        }
        boolean decides = predicate.name().equals("OR");
        return row -> {
            Boolean a = left.test(row);
            if (a != null && a == decides) {
                return decides;
            }
            Boolean b = right.test(row);
            if (b != null && b == decides) {
                return decides;
            }
            return a == null || b == null ? null : !decides;
        };
    }

    private static Condition child(Predicate predicate, int at) {
        return predicate.children()[at] instanceof Predicate inner ? of(inner) : null;
    }

    private static Condition not(Predicate predicate) {
        Condition inner = child(predicate, 0);
        if (inner == null) {
            return null;
        }
        return row -> {
            Boolean answer = inner.test(row);
            return answer == null ? null : !answer;
        };
    }

    private static Condition nullTest(Predicate predicate) {
        WarcColumn column = column(predicate.children()[0]);
        boolean wanted = predicate.name().equals("IS_NULL");
        return column == null ? null : row -> (row.apply(column) == null) == wanted;
    }

    private static Condition comparison(Predicate predicate) {
        WarcColumn column = column(predicate.children()[0]);
        Comparable<Object> value = value(predicate.children()[1]);
        String sign = predicate.name();
        // Spark orders texts by bytes, Java by UTF-16 units: only their equality is the same.
        boolean ordered = !sign.equals("=") && !sign.equals("<=>");
        if (column == null || value == null || ordered && column.type().equals("string")) {
            return null;
        }
        return row -> {
            Object found = comparable(row.apply(column));
            if (found == null) {
                return sign.equals("<=>") ? Boolean.FALSE : null;
            }
            int order = value.compareTo(found);
            return switch (sign) {
                case "<" -> order > 0;
                case "<=" -> order >= 0;
                case ">" -> order < 0;
                case ">=" -> order <= 0;
                default -> order == 0;
            };
        };
    }

    private static Condition in(Predicate predicate) {
        Expression[] children = predicate.children();
        WarcColumn column = column(children[0]);
        List<Comparable<Object>> values =
                Stream.of(children).skip(1).map(Condition::value).toList();
        if (column == null || values.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        return row -> {
            Object found = comparable(row.apply(column));
            return found == null ? null : values.contains(found);
        };
    }

    /** The column of a reference that can be judged without the payload; null else. */
    private static WarcColumn column(Expression expression) {
        if (!(expression instanceof NamedReference reference) || reference.fieldNames().length != 1) {
            return null;
        }
        WarcColumn column = Arrays.stream(WarcColumn.values())
                .filter(c -> c.id().equalsIgnoreCase(reference.fieldNames()[0]))
                .findAny()
                .orElse(null);
        boolean simple = column != null
                && List.of("string", "int", "bigint", "timestamp").contains(column.type());
        return simple && !column.ofPayload() ? column : null;
    }

    @SuppressWarnings(
            "unchecked") // texts, whole numbers and times are compared with their like: Spark made the types agree
    private static Comparable<Object> value(Expression expression) {
        if (!(expression instanceof Literal<?> literal) || literal.value() == null) {
            return null;
        }
        boolean known = List.of(
                        DataTypes.StringType, DataTypes.IntegerType, DataTypes.LongType, DataTypes.TimestampType)
                .contains(literal.dataType());
        return known ? (Comparable<Object>) comparable(literal.value()) : null;
    }

    private static Object comparable(Object value) {
        if (value instanceof java.time.Instant instant) {
            return DateTimeUtils.instantToMicros(instant);
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof Long || value == null ? value : value.toString();
    }
}
