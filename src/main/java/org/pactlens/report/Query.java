package org.pactlens.report;

import java.util.List;

/**
 * The queries that the figures are rows of, in Spark SQL over the tables of one run. The page prints them; the job that
 * fills {@link ReportData} runs them. Numbers without a fraction are BIGINT.
 */
public enum Query {
    /** The last run of the lake. */
    RUN(ReportData.Run.class, List.of("runs"), """
            SELECT run_id, command, state, started_at, ended_at, study_fingerprint, software_version, spark_version,
                   inputs_read, inputs_skipped, warnings
            FROM runs
            ORDER BY ended_at DESC, run_id
            LIMIT 1"""),

    /** One row. */
    INPUTS(ReportData.Inputs.class, List.of("inputs"), """
            SELECT count(*) AS files, count_if(state = 'damaged') AS damaged, count_if(state = 'unreadable') AS unreadable,
                   coalesce(sum(bytes_read), 0) AS bytes_read, coalesce(sum(bytes_lost), 0) AS bytes_lost
            FROM inputs"""),

    /** One row. */
    FUNNEL(
            ReportData.Funnel.class,
            List.of("inputs", "captures", "articles", "relevance", "families"),
            Text.COUNTED + """
            SELECT (SELECT coalesce(sum(records), 0) FROM inputs) AS records,
                   (SELECT count(*) FROM captures) AS captures,
                   (SELECT count(*) FROM captures WHERE fate IN ('article', 'no_article', 'rejected')) AS candidates,
                   (SELECT count(*) FROM articles WHERE is_latest) AS articles,
                   (SELECT count(*) FROM told) AS relevant,
                   (SELECT count(*) FROM told WHERE day IS NULL) AS undated,
                   (SELECT count(*) FROM counted) AS counted,
                   (SELECT count(DISTINCT story) FROM counted) AS stories"""),

    /** One row per fate of a record. */
    FATES(ReportData.Fate.class, List.of("inputs"), """
            SELECT fate.name AS fate, sum(fate.count) AS records
            FROM (SELECT explode(records_by_fate) AS fate FROM inputs)
            GROUP BY fate.name"""),

    /** One row per stage and reason. */
    REJECTS(ReportData.Reject.class, List.of("rejects"), """
            SELECT stage, reason, count(*) AS times, sum(bytes_skipped) AS bytes_skipped
            FROM rejects
            GROUP BY stage, reason"""),

    /** One row per day that any outlet has a row for. */
    DAYS(ReportData.Day.class, List.of("attention", "articles", "relevance", "families"), Text.TOLD + """
            , by_day AS (
              SELECT day, count(DISTINCT story) AS stories FROM told WHERE outlet IS NOT NULL GROUP BY day)
            SELECT a.day, sum(a.relevant) AS relevant, coalesce(max(b.stories), 0) AS stories,
                   bool_and(a.crawl_gap) AS crawl_gap
            FROM attention a LEFT JOIN by_day b ON b.day = a.day
            GROUP BY a.day"""),

    /** One row per day and outlet, for the outlets with the most relevant articles. */
    OUTLET_DAYS(ReportData.OutletDay.class, List.of("attention", "outlets"), """
            WITH largest AS (SELECT outlet FROM outlets WHERE relevant > 0 ORDER BY families DESC, outlet LIMIT 8)
            SELECT a.outlet, a.day, bigint(a.relevant) AS relevant, bigint(a.families) AS stories, a.crawl_gap
            FROM attention a JOIN largest l ON l.outlet = a.outlet"""),

    /** One row per outlet with a relevant article. */
    OUTLETS(ReportData.Outlet.class, List.of("outlets"), """
            SELECT outlet, name, country, type, captures, articles, relevant, counted, families AS stories,
                   bigint(days_captured) AS days_captured, bigint(longest_gap_days) AS longest_gap_days, flags
            FROM outlets
            WHERE relevant > 0"""),

    /** One row per outlet and frame; the outlet's own work in its own voice. */
    FRAMES(ReportData.Cell.class, List.of("outlet_framing"), Text.CELLS + """
            AND frame_id NOT LIKE '%.%'"""),

    /** One row per outlet, voice and source group. */
    VOICES(ReportData.VoiceHits.class, List.of("frames", "articles", "relevance", "families"), Text.COUNTED + """
            SELECT c.outlet, CASE WHEN h.voice IN ('outlet', 'headline') THEN 'own' ELSE h.voice END AS voice,
                   h.source_group, count(*) AS hits
            FROM frames h JOIN counted c ON c.article_id = h.article_id
            WHERE NOT h.negated
            GROUP BY 1, 2, 3"""),

    /** One row per outlet and role. */
    ROLES(ReportData.RoleCount.class, List.of("families", "articles", "relevance"), Text.COUNTED + """
            SELECT outlet, role, count(*) AS articles
            FROM counted
            WHERE role IS NOT NULL
            GROUP BY outlet, role"""),

    /** One row per outlet and credited agency. */
    AGENCIES(ReportData.AgencyCount.class, List.of("families", "articles", "relevance"), Text.COUNTED + """
            SELECT outlet, agency, count(*) AS articles
            FROM (SELECT outlet, explode(split(wire_agency, '/')) AS agency FROM counted)
            GROUP BY outlet, agency"""),

    /** One row per outlet and code of a name; the same work and voice. */
    NAMES(ReportData.Cell.class, List.of("outlet_framing"), Text.CELLS + """
            AND (frame_id LIKE 'names_used.%' OR frame_id LIKE '%label.%')"""),

    /** One row per look-alike. */
    NEAR_MISSES(ReportData.NearMiss.class, List.of("relevance", "articles"), """
            SELECT r.near_miss_of AS look_alike, count(*) AS articles
            FROM relevance r JOIN articles a ON a.article_id = r.article_id
            WHERE r.near_miss_of IS NOT NULL AND a.is_latest
            GROUP BY r.near_miss_of""");

    private final Class<? extends Record> row;
    private final List<String> tables;
    private final String sql;

    Query(Class<? extends Record> row, List<String> tables, String sql) {
        this.row = row;
        this.tables = List.copyOf(tables);
        this.sql = sql;
    }

    /** The record whose components are the columns, in order, in camel case. */
    public Class<? extends Record> row() {
        return row;
    }

    /** Names of the tables that it reads. */
    public List<String> tables() {
        return tables;
    }

    /** The statement, without a final semicolon. */
    public String sql() {
        return sql;
    }

    /** An enum's constants cannot use a constant of the enum itself. */
    private static final class Text {
        /** The relevant articles, the newest text of each URL, with their story. */
        private static final String TOLD = """
                WITH told AS (
                  SELECT a.article_id, a.outlet, a.published_date AS day, a.page_kind,
                         coalesce(f.cluster, a.article_id) AS story, f.role, f.wire_agency
                  FROM relevance r
                  JOIN articles a ON a.article_id = r.article_id
                  LEFT JOIN families f ON f.article_id = r.article_id
                  WHERE r.grade >= 2 AND a.is_latest)
                """;

        /** Of them those that outlet_framing counts. */
        private static final String COUNTED = TOLD + """
                , counted AS (
                  SELECT * FROM told WHERE outlet IS NOT NULL AND page_kind NOT IN ('live', 'stub'))
                """;

        /** The outlet's own work in its own voice, all periods together. */
        private static final String CELLS = """
                SELECT outlet, frame_id AS code, bigint(k) AS k, bigint(n) AS n, families_k,
                       bigint(families_n) AS families_n, share, ci_low, ci_high, baseline, diff_low, diff_high, q,
                       publishable, why_not
                FROM outlet_framing
                WHERE period_kind = 'all' AND scope = 'own_work' AND voice = 'own'
                """;
    }
}
