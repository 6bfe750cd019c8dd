package org.pactlens.lake;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.pactlens.lake.IngestTables.STRINGS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.pactlens.Spelling;
import org.pactlens.stats.Contrast;
import org.pactlens.stats.Interval;
import org.pactlens.stats.OutletPair;
import org.pactlens.stats.OutletShares;

/** The tables of counts and shares per outlet: functions of captures, articles and their coding, written whole. */
public final class StatisticsTables {
    private static final String UNIT = "Counted are relevant articles in their latest version, tickers and stubs apart";

    private StatisticsTables() {}

    /** See {@link #OUTLETS}. */
    public record OutletRow(
            String outlet,
            String name,
            String country,
            String type,
            String language,
            Boolean agency,
            long captures,
            long articles,
            long mentions,
            long relevant,
            long counted,
            long families,
            Instant firstCapturedAt,
            Instant lastCapturedAt,
            int daysCaptured,
            int longestGapDays,
            List<String> flags) {}

    public static final Table<OutletRow> OUTLETS = Table.<OutletRow>of(
                    "outlets", "One row per outlet with a capture: who is in the sample and how well crawled")
            .column("outlet", StringType, OutletRow::outlet, "Outlet id: its registrable domain, or the study's")
            .nullable("name", StringType, OutletRow::name, "Name in the study's list; null where it is not listed")
            .nullable("country", StringType, OutletRow::country, "ISO 3166 letters; null where not listed")
            .nullable(
                    "type", StringType, OutletRow::type, "Who is behind it, a word of the study; null where not listed")
            .nullable(
                    "language",
                    StringType,
                    OutletRow::language,
                    "Main language of its relevant articles; null without any")
            .nullable("agency", BooleanType, OutletRow::agency, "A news agency's own site; null where not listed")
            .column("captures", LongType, OutletRow::captures, "Page-like records of the crawl, kept or dropped")
            .column("articles", LongType, OutletRow::articles, "Candidate articles, latest versions")
            .column("mentions", LongType, OutletRow::mentions, "Of them with grade 1")
            .column("relevant", LongType, OutletRow::relevant, "Of them with grade 2 or 3")
            .column("counted", LongType, OutletRow::counted, "Of the relevant those that outlet_framing counts")
            .column("families", LongType, OutletRow::families, "Story families of the counted articles")
            .nullable("first_captured_at", TimestampType, OutletRow::firstCapturedAt, "Earliest capture, UTC")
            .nullable("last_captured_at", TimestampType, OutletRow::lastCapturedAt, "Latest capture, UTC")
            .column("days_captured", IntegerType, OutletRow::daysCaptured, "Days (UTC) with a capture")
            .column("longest_gap_days", IntegerType, OutletRow::longestGapDays, "Longest run of days without a capture")
            .column(
                    "flags",
                    STRINGS,
                    o -> o.flags().toArray(String[]::new),
                    "unlisted (not in the study), gaps (a week and more without a capture), undated (over a tenth of"
                            + " its relevant articles have no date)")
            .key("outlet")
            .check("outlet_counts", "counted <= relevant AND relevant + mentions <= articles AND families <= counted")
            .build();

    /**
     * A cell of {@code outlet_framing}.
     *
     * @param periodKind all, phase or month
     * @param scope all or own_work
     */
    public record Cell(
            String outlet,
            String language,
            String periodKind,
            String period,
            String scope,
            String frame,
            String voice) {}

    /** See {@link #OUTLET_FRAMING}. Its q is set when all tests of the table are known. */
    public record FramingCell(Cell cell, OutletShares.Cell value) {}

    private static Double low(Interval interval) {
        return interval == null ? null : (Double) interval.low();
    }

    private static Double high(Interval interval) {
        return interval == null ? null : (Double) interval.high();
    }

    private static final String METHOD = "mean over families, Wilson on families_n";

    private static String method(FramingCell row) {
        return row.value().share().share() == null ? null : METHOD;
    }

    public static final Table<FramingCell> OUTLET_FRAMING = Table.<FramingCell>of(
                    "outlet_framing",
                    "One row per outlet, period, scope, frame and voice: how often it frames so, with uncertainty. "
                            + UNIT)
            .column("outlet", StringType, r -> r.cell().outlet(), "Outlet id, see outlets")
            .column("language", StringType, r -> r.cell().language(), "Main language of the outlet's relevant articles")
            .word(
                    "period_kind",
                    r -> r.cell().periodKind(),
                    "What the period is",
                    List.of("all", "phase (of the study)", "month"))
            .column("period", StringType, r -> r.cell().period(), "all, the phase's id, YYYY-MM, or unknown")
            .word(
                    "scope",
                    r -> r.cell().scope(),
                    "Which articles",
                    List.of("all", "own_work (without stories that another outlet or an agency wrote)"))
            .column("frame_id", StringType, r -> r.cell().frame(), "Frame or code, see article_framing")
            .word(
                    "voice",
                    r -> r.cell().voice(),
                    "Whose voice, never added up",
                    List.of("own (outlet's text or headline)", "quoted", "reported"))
            .column(
                    "k",
                    IntegerType,
                    r -> r.value().share().hits(),
                    "Articles with the frame in this voice, negated hits apart")
            .column("n", IntegerType, r -> r.value().share().articles(), "Articles of the cell")
            .column(
                    "families_k",
                    DoubleType,
                    r -> r.value().share().familyHits(),
                    "Sum over families of their share of articles with the frame")
            .column(
                    "families_n",
                    IntegerType,
                    r -> r.value().share().families(),
                    "Story families of the cell: effective n")
            .nullable(
                    "share",
                    DoubleType,
                    r -> r.value().share().share(),
                    "families_k / families_n, 0..1; null: see why_not")
            .nullable(
                    "ci_low", DoubleType, r -> low(r.value().share().interval()), "Lower limit of share; null with it")
            .nullable(
                    "ci_high",
                    DoubleType,
                    r -> high(r.value().share().interval()),
                    "Upper limit of share; null with it")
            .nullable(
                    "share_articles",
                    DoubleType,
                    r -> r.value().share().shareArticles(),
                    "k / n, what a reader meets, 0..1; null with share")
            .column(
                    "articles_n_eff",
                    DoubleType,
                    r -> r.value().share().effectiveArticles(),
                    "Kish effective number of articles: n squared over the sum of squared family sizes")
            .nullable(
                    "method",
                    StringType,
                    StatisticsTables::method,
                    "How share and limits are made: " + METHOD + "; null with share")
            .nullable(
                    "smoothed",
                    DoubleType,
                    r -> r.value().smoothed() == null
                            ? null
                            : (Double) r.value().smoothed().mean(),
                    "Share drawn towards outlets of the same type and language (beta-binomial), 0..1; to order by,"
                            + " not to cite; null where such outlets are too few")
            .nullable(
                    "smoothed_low",
                    DoubleType,
                    r -> r.value().smoothed() == null
                            ? null
                            : low(r.value().smoothed().interval()),
                    "Lower limit of smoothed; null with it")
            .nullable(
                    "smoothed_high",
                    DoubleType,
                    r -> r.value().smoothed() == null
                            ? null
                            : high(r.value().smoothed().interval()),
                    "Upper limit of smoothed; null with it")
            .nullable(
                    "baseline",
                    DoubleType,
                    r -> r.value().baseline().share(),
                    "Share by story of the other outlets of the language, without families that the outlet has too;"
                            + " null with too few stories on either side")
            .column("baseline_n", IntegerType, r -> r.value().baseline().families(), "Families of the baseline")
            .nullable(
                    "diff",
                    DoubleType,
                    r -> r.value().baseline().difference(),
                    "Share of the outlet without families that others have too, less baseline, -1..1; null with it")
            .nullable(
                    "diff_low", DoubleType, r -> low(r.value().baseline().interval()), "Lower limit of diff (Newcombe)")
            .nullable(
                    "diff_high",
                    DoubleType,
                    r -> high(r.value().baseline().interval()),
                    "Upper limit of diff (Newcombe)")
            .nullable("p", DoubleType, r -> r.value().baseline().p(), "Two-sided p of diff = 0, 0..1; null with diff")
            .nullable("q", DoubleType, r -> null, "p adjusted for all tests of this table (Benjamini, Hochberg)")
            .column("tests", IntegerType, r -> 0, "Tests of this table that q rests on")
            .column(
                    "publishable",
                    BooleanType,
                    r -> r.value().share().publishable(),
                    "Whether share may stand without a mark")
            .nullableWord(
                    "why_not",
                    r -> Spelling.of(r.value().share().whyNot()),
                    "Why it is not publishable",
                    List.of("no_articles", "too_few_stories (no share)", "few_stories (show it marked)"),
                    "null if publishable")
            .key("outlet", "period_kind", "period", "scope", "frame_id", "voice")
            .partition("period_kind")
            .check("framing_counts", "k BETWEEN 0 AND n AND families_n <= n AND families_k <= families_n")
            .check(
                    "framing_share",
                    "share IS NULL OR (share BETWEEN ci_low AND ci_high AND ci_low >= 0 AND ci_high <= 1)")
            .check("framing_why", "publishable = (why_not IS NULL) AND (NOT publishable OR share IS NOT NULL)")
            .build();

    /** See {@link #OUTLET_PAIRS}. */
    public record PairRow(
            String a, String b, String periodKind, String period, int familiesA, int familiesB, OutletPair pair) {}

    public static final Table<PairRow> OUTLET_PAIRS = Table.<PairRow>of(
                    "outlet_pairs",
                    "One row per pair of outlets of one language and period: what they share and how they differ. "
                            + "Pairs without a shared family are there where both have enough stories for a distance. "
                            + UNIT)
            .column("a", StringType, PairRow::a, "Outlet id; a < b")
            .column("b", StringType, PairRow::b, "Outlet id")
            .word("period_kind", PairRow::periodKind, "What the period is", List.of("all", "phase (of the study)"))
            .column("period", StringType, PairRow::period, "all, the phase's id, or unknown")
            .column("families_a", IntegerType, PairRow::familiesA, "Story families of a")
            .column("families_b", IntegerType, PairRow::familiesB, "Story families of b")
            .column("shared_families", IntegerType, p -> p.pair().shared(), "Families that both have")
            .column(
                    "a_first",
                    IntegerType,
                    p -> p.pair().aFirst(),
                    "Of them, a published first; equal or unknown times: none")
            .column("b_first", IntegerType, p -> p.pair().bFirst(), "Of them, b published first")
            .nullable(
                    "median_lag_seconds",
                    LongType,
                    p -> p.pair().medianLagSeconds(),
                    "Median of b's first time less a's, over shared families with both times; null without any")
            .nullable(
                    "framing_distance",
                    DoubleType,
                    p -> p.pair().distance(),
                    "Jensen-Shannon distance (base 2) of frames in own voice by story, shared families left out, 0..1;"
                            + " null with too few stories or no hit")
            .nullable(
                    "ci_low",
                    DoubleType,
                    p -> low(p.pair().interval()),
                    "Lower limit, families drawn anew; null with it")
            .nullable("ci_high", DoubleType, p -> high(p.pair().interval()), "Upper limit; null with it")
            .nullable(
                    "chance_distance",
                    DoubleType,
                    p -> p.pair().chance(),
                    "Median distance of two random parts of the pooled families, of the same sizes: what chance gives")
            .key("a", "b", "period_kind", "period")
            .check("pair_order", "a < b")
            .check("pair_counts", "a_first + b_first <= shared_families")
            .build();

    /** See {@link #ATTENTION}. */
    public record AttentionRow(
            String outlet,
            LocalDate day,
            String month,
            int relevant,
            int families,
            int captured,
            Double share,
            Interval interval,
            boolean gap) {}

    public static final Table<AttentionRow> ATTENTION = Table.<AttentionRow>of(
                    "attention",
                    "One row per outlet with a relevant article and day from the announcement to the last capture:"
                            + " how much it wrote. Tickers and stubs count here")
            .column("outlet", StringType, AttentionRow::outlet, "Outlet id, see outlets")
            .column("day", DateType, AttentionRow::day, "Local day of publication")
            .column("month", StringType, AttentionRow::month, "YYYY-MM of day")
            .column(
                    "relevant",
                    IntegerType,
                    AttentionRow::relevant,
                    "Relevant articles published that day, latest versions")
            .column("families", IntegerType, AttentionRow::families, "Story families of them")
            .column(
                    "captured_articles",
                    IntegerType,
                    AttentionRow::captured,
                    "Candidate articles published that day, latest versions: those that name the required concepts")
            .nullable("share", DoubleType, AttentionRow::share, "relevant / captured_articles, 0..1; null without any")
            .nullable("ci_low", DoubleType, a -> low(a.interval()), "Lower Wilson limit of share; null with it")
            .nullable("ci_high", DoubleType, a -> high(a.interval()), "Upper Wilson limit of share; null with it")
            .column(
                    "crawl_gap",
                    BooleanType,
                    AttentionRow::gap,
                    "No page of the outlet was captured from that day to 30 days after: a zero then means nothing")
            .key("outlet", "day")
            .check("attention_counts", "families <= relevant AND relevant <= captured_articles")
            .build();

    /** See {@link #WORDS}. */
    public record WordRow(String language, String groupKind, String group, Contrast contrast) {}

    public static final Table<WordRow> WORDS = Table.<WordRow>of(
                    "words",
                    "One row per word of the outlet's own text that sets a group of outlets apart from the others of"
                            + " its language. "
                            + UNIT)
            .column("language", StringType, WordRow::language, "Language of the articles")
            .word("group_kind", WordRow::groupKind, "What the group is", List.of("type (of outlets)", "outlet"))
            .column("group_id", StringType, WordRow::group, "Type of outlets in the study, or the outlet's id")
            .column("term", StringType, w -> w.contrast().term(), "Word in small letters, quotations left out")
            .column("k_a", LongType, w -> w.contrast().kA(), "Families of the group that use it")
            .column("n_a", LongType, w -> w.contrast().nA(), "Sum of k_a over all words of the group")
            .column("k_b", LongType, w -> w.contrast().kB(), "Families of the others that use it")
            .column("n_b", LongType, w -> w.contrast().nB(), "Sum of k_b over all words of the others")
            .column(
                    "log_odds",
                    DoubleType,
                    w -> w.contrast().odds().delta(),
                    "Log odds ratio with an informative Dirichlet prior; above 0: more in the group")
            .column("ci_low", DoubleType, w -> w.contrast().interval().low(), "Lower limit of log_odds")
            .column("ci_high", DoubleType, w -> w.contrast().interval().high(), "Upper limit of log_odds")
            .column("z", DoubleType, w -> w.contrast().odds().z(), "log_odds over its standard error")
            .column("q", DoubleType, w -> w.contrast().q(), "p of z adjusted for all words of the group")
            .column(
                    "significant",
                    BooleanType,
                    w -> w.contrast().significant(),
                    "Whether q is at most the study's false_discovery_rate; other words are hints and no findings")
            .key("language", "group_kind", "group_id", "term")
            .check("word_counts", "k_a >= 0 AND k_b >= 0 AND k_a <= n_a AND k_b <= n_b")
            .build();
}
