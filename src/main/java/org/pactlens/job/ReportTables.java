package org.pactlens.job;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.pactlens.lake.AtOnce;
import org.pactlens.lake.Dictionary;
import org.pactlens.lake.Lake;
import org.pactlens.lake.Snapshot;
import org.pactlens.lake.Table;
import org.pactlens.report.Query;
import org.pactlens.report.ReportData;
import org.pactlens.report.ReportData.Named;
import org.pactlens.report.ReportData.Subject;
import org.pactlens.study.Agency;
import org.pactlens.study.Codebook;
import org.pactlens.study.Frame;
import org.pactlens.study.LookAlike;
import org.pactlens.study.Study;

/** Reads what a report shows: the tables at the versions that the lake's last run has named. */
public final class ReportTables {
    private final Lake lake;

    public ReportTables(Lake lake) {
        this.lake = lake;
    }

    /** The figures of the last run. */
    public ReportData read(Study study) {
        SparkSession spark = lake.spark();
        Snapshot snapshot = Snapshot.ofLastRun(lake);
        for (Table<?> table : Dictionary.TABLES) {
            snapshot.read(table).createOrReplaceTempView(table.name());
        }
        List<ReportData.Run> runs = values(spark.sql(Query.RUN.sql()).collectAsList(), ReportData.Run.class);
        Map<Query, List<Row>> found = new EnumMap<>(Query.class);
        List<Query> queries = List.of(Query.values());
        List<List<Row>> results = AtOnce.all(
                spark,
                queries.stream()
                        .map(q -> (Supplier<List<Row>>) () -> spark.sql(q.sql()).collectAsList())
                        .toList());
        for (Query query : queries) {
            found.put(query, results.get(query.ordinal()));
        }
        return new ReportData(
                subject(study),
                runs.get(0),
                values(found.get(Query.INPUTS), ReportData.Inputs.class).get(0),
                values(found.get(Query.FUNNEL), ReportData.Funnel.class).get(0),
                values(found.get(Query.FATES), ReportData.Fate.class),
                values(found.get(Query.REJECTS), ReportData.Reject.class),
                values(found.get(Query.DAYS), ReportData.Day.class),
                values(found.get(Query.OUTLET_DAYS), ReportData.OutletDay.class),
                values(found.get(Query.OUTLETS), ReportData.Outlet.class),
                values(found.get(Query.FRAMES), ReportData.Cell.class),
                values(found.get(Query.VOICES), ReportData.VoiceHits.class),
                values(found.get(Query.ROLES), ReportData.RoleCount.class),
                values(found.get(Query.AGENCIES), ReportData.AgencyCount.class),
                values(found.get(Query.NAMES), ReportData.Cell.class),
                values(found.get(Query.NEAR_MISSES), ReportData.NearMiss.class));
    }

    private static <T extends Record> List<T> values(List<Row> rows, Class<T> type) {
        return rows.stream().map(row -> value(row, type)).toList();
    }

    /** A row as a record whose components are its columns, in order. */
    private static <T extends Record> T value(Row row, Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] cells = new Object[components.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = components[i].getType() == List.class ? row.getList(i) : row.get(i);
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(cells);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("row " + row + " does not fit " + type, e);
        }
    }

    private static Subject subject(Study study) {
        Codebook.Scheme scheme = study.codebook().scheme();
        List<Named> codes = new ArrayList<>();
        scheme.labels()
                .forEach((list, labels) ->
                        labels.forEach((id, meaning) -> codes.add(new Named(ArticleFraming.id(list, id), meaning))));
        scheme.nameClasses()
                .forEach((id, meaning) ->
                        codes.add(new Named(ArticleFraming.id(ArticleFraming.NAMES_USED, id), meaning)));
        return new Subject(
                study.id(),
                study.title(),
                study.event().title(),
                study.event().date(),
                study.settings().statistics().minimumStories(),
                study.settings().statistics().unmarkedStories(),
                study.settings().statistics().confidence(),
                study.codebook().frames().stream().map(ReportTables::named).toList(),
                named(scheme.sourceGroups()),
                codes,
                study.lookAlikes().stream().map(ReportTables::named).toList(),
                study.agencies().all().stream().map(ReportTables::named).toList());
    }

    private static Named named(Frame frame) {
        return new Named(frame.id(), frame.name());
    }

    private static Named named(LookAlike lookAlike) {
        return new Named(lookAlike.id(), lookAlike.title());
    }

    private static Named named(Agency agency) {
        return new Named(agency.id(), agency.name());
    }

    private static List<Named> named(Map<String, String> names) {
        return names.entrySet().stream()
                .map(e -> new Named(e.getKey(), e.getValue()))
                .toList();
    }
}
