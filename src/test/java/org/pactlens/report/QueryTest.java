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
import org.pactlens.lake.StatisticsTables;
import org.pactlens.lake.Table;

class QueryTest {
    /** Columns of the table that the job writes of {@code reuse.Traced}. */
    private static final String FAMILIES = "article_id STRING, cluster STRING, role STRING, wire_agency STRING";

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
        view("families", StructType.fromDDL(FAMILIES));
        view(StatisticsTables.OUTLETS);
        view(StatisticsTables.OUTLET_FRAMING);
        view(StatisticsTables.ATTENTION);
        Dictionary.TABLES.forEach(QueryTest::view);
    }

    private static void view(Table<?> table) {
        view(table.name(), table.schema());
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
        assertThat(sql.split("(FROM|JOIN) (?!counted|told|largest|by_day|\\()").length - 1)
                .as("reads of tables")
                .isGreaterThanOrEqualTo(query.tables().size());
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
