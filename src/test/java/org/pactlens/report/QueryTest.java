package org.pactlens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pactlens.lake.Dictionary;
import org.pactlens.lake.LocalSpark;
import org.pactlens.lake.Table;

class QueryTest {
    /** Columns that the queries use of tables that the dictionary may not have. */
    private static final Map<String, String> LATER_TABLES = Map.of(
            "families", "article_id STRING, cluster STRING, role STRING, wire_agency STRING",
            "outlets", "outlet STRING, name STRING, country STRING, captures BIGINT, relevant BIGINT",
            "attention", "outlet STRING, day DATE, relevant BIGINT, families BIGINT, crawl_gap BOOLEAN",
            "outlet_framing",
                    "outlet STRING, period_kind STRING, scope STRING, frame_id STRING, voice STRING, k BIGINT, n BIGINT,"
                            + " families_k DOUBLE, families_n BIGINT, share DOUBLE, ci_low DOUBLE, ci_high DOUBLE,"
                            + " publishable BOOLEAN, why_not STRING");

    private static final Map<Class<?>, DataType> TYPES = Map.of(
            String.class, DataTypes.StringType,
            long.class, DataTypes.LongType,
            boolean.class, DataTypes.BooleanType,
            double.class, DataTypes.DoubleType,
            Double.class, DataTypes.DoubleType,
            java.time.Instant.class, DataTypes.TimestampType,
            java.time.LocalDate.class, DataTypes.DateType,
            List.class, DataTypes.createArrayType(DataTypes.StringType));

    private static SparkSession spark;

    @BeforeAll
    static void emptyTables() {
        spark = LocalSpark.session().newSession();
        LATER_TABLES.forEach((name, columns) -> view(name, StructType.fromDDL(columns)));
        for (Table<?> table : Dictionary.TABLES) {
            view(table.name(), table.schema());
        }
    }

    private static void view(String name, StructType columns) {
        spark.createDataFrame(List.of(), columns).createOrReplaceTempView(name);
    }

    @ParameterizedTest
    @EnumSource
    void columnsAreTheComponentsOfTheRecord(Query query) {
        List<String> expected = Arrays.stream(query.row().getRecordComponents())
                .map(c -> snake(c.getName()) + " " + TYPES.get(c.getType()).sql())
                .toList();

        StructField[] columns = spark.sql(query.sql()).schema().fields();

        assertThat(columns).extracting(c -> c.name() + " " + c.dataType().sql()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void theTablesNamedAreThoseThatAreRead(Query query) {
        String sql = " " + query.sql().replaceAll("\\s+", " ") + " ";

        assertThat(query.tables()).allMatch(t -> sql.matches(".*(FROM|JOIN) " + t + "[ )].*"));
        assertThat(sql.split("(FROM|JOIN) (?!counted|told|largest|\\()").length - 1)
                .as("reads of tables")
                .isGreaterThanOrEqualTo(query.tables().size());
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
