package org.pactlens.lake;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.pactlens.lake.IngestTables.STRINGS;

import java.util.List;
import org.pactlens.Spelling;
import org.pactlens.framing.FrameHit;
import org.pactlens.framing.Quotation;
import org.pactlens.framing.Voice;
import org.pactlens.relevance.Evidence;
import org.pactlens.relevance.Relevance;

/** The tables that are a function of {@code articles} and the study: written whole by each run that changes either. */
public final class AnalysisTables {
    /** SQL condition of the rows of {@link #QUOTATIONS} whose {@link Quotation#isVerbatimInText} is true. */
    public static final String VERBATIM_IN_TEXT = "NOT in_title AND kind <> 'indirect'";

    private AnalysisTables() {}

    private static final String MONTH = "Month of the article's published_date, YYYY-MM, or unknown";
    private static final String FINGERPRINT = "sha256 over the study that coded the row";
    private static final String VERSION = "Version of Pactlens that coded the row";

    /**
     * What every row about an article carries.
     *
     * @param month {@code published_month} of the article
     * @param fingerprint of the study
     * @param version of the software
     */
    public record Of(String articleId, String month, String fingerprint, String version) {}

    private static final Struct<Relevance.Feature> FEATURE = Struct.<Relevance.Feature>of()
            .column("name", StringType, f -> f.feature().id(), "Feature of the score, see weights.yaml of the study")
            .column("value", DoubleType, Relevance.Feature::value, "Its value")
            .column("log_odds", DoubleType, Relevance.Feature::logOdds, "What it adds to the log odds of the score")
            .build();

    /** See {@link #RELEVANCE}. */
    public record RelevanceRow(Of of, Relevance value) {}

    public static final Table<RelevanceRow> RELEVANCE = Table.<RelevanceRow>of(
                    "relevance", "One row per article: is it about the event of the study")
            .column("article_id", StringType, r -> r.of().articleId(), "Article, see articles")
            .column(
                    "score",
                    DoubleType,
                    r -> r.value().score(),
                    "Probability that a careful coder grades it 2 or 3; 0..1; relevant from 0.5")
            .column(
                    "grade",
                    IntegerType,
                    r -> r.value().grade(),
                    "0 none, 1 mention, 2 substantial part, 3 main subject")
            .nullable(
                    "near_miss_of",
                    StringType,
                    r -> r.value().nearMissOf(),
                    "Look-alike of the study that it is about instead; null if none. Counted among candidates only")
            .column(
                    "reasons",
                    STRINGS,
                    r -> r.value().reasons().toArray(String[]::new),
                    "Why, in sentences, the most important first")
            .column(
                    "features",
                    FEATURE.array(),
                    r -> FEATURE.rows(r.value().features()),
                    "The numbers that the score is a function of, each with its share in it; the bias of the study's weights"
                            + " completes the log odds")
            .column("published_month", StringType, r -> r.of().month(), MONTH)
            .column("study_fingerprint", StringType, r -> r.of().fingerprint(), FINGERPRINT)
            .column("software_version", StringType, r -> r.of().version(), VERSION)
            .key("article_id")
            .partition("published_month")
            .check("score_is_probability", "score BETWEEN 0 AND 1")
            .check("grade_is_known", "grade BETWEEN 0 AND 3")
            .check("grade_fits_score", "(grade >= 2) = (score >= 0.5)")
            .build();

    /** See {@link #EVIDENCE}. */
    public record EvidenceRow(Of of, int n, Evidence value) {}

    public static final Table<EvidenceRow> EVIDENCE = Table.<EvidenceRow>of(
                    "evidence", "One row per span of an article that moved its relevance score")
            .column("article_id", StringType, e -> e.of().articleId(), "Article, see articles")
            .column("n", IntegerType, EvidenceRow::n, "Number within the article, from 0, in text order, title first")
            .column("in_title", BooleanType, e -> e.value().inTitle(), "Whether offsets count in the title")
            .column("start", IntegerType, e -> e.value().span().start(), "First code point of the span")
            .column("end", IntegerType, e -> e.value().span().end(), "Code point after the span")
            .column("quote", StringType, e -> e.value().quote(), "Exactly the words of the span")
            .column("concept", StringType, e -> e.value().concept(), "What it is evidence of, an id of the study")
            .column("rule_id", StringType, e -> e.value().ruleId(), "Feature or rule that counted it")
            .column("weight", DoubleType, e -> e.value().weight(), "What it added to the log odds of the score")
            .word(
                    "polarity",
                    e -> e.value().weight() < 0 ? "against" : "for",
                    "Which way it moved the score",
                    List.of("for", "against"))
            .column("published_month", StringType, e -> e.of().month(), MONTH)
            .column("study_fingerprint", StringType, e -> e.of().fingerprint(), FINGERPRINT)
            .column("software_version", StringType, e -> e.of().version(), VERSION)
            .key("article_id", "n")
            .partition("published_month")
            .check("evidence_span", "start >= 0 AND `end` > start")
            .check("evidence_quote", "char_length(quote) = `end` - start")
            .build();

    /** See {@link #QUOTATIONS}. */
    public record QuotationRow(Of of, String quotationId, Quotation value) {}

    public static final Table<QuotationRow> QUOTATIONS = Table.<QuotationRow>of(
                    "quotations", "One row per stretch of speech in an article of grade 1 to 3: whose voice")
            .column("quotation_id", StringType, QuotationRow::quotationId, "sha256 prefix over article and span")
            .column("article_id", StringType, q -> q.of().articleId(), "Article, see articles")
            .column("in_title", BooleanType, q -> q.value().inTitle(), "Whether offsets count in the title")
            .column("start", IntegerType, q -> q.value().span().start(), "First code point, without the mark")
            .column("end", IntegerType, q -> q.value().span().end(), "Code point after the last, without the mark")
            .column("quote", StringType, q -> q.value().text(), "Exactly the words of the span")
            .word(
                    "kind",
                    q -> Spelling.of(q.value().kind()),
                    "How it is said",
                    List.of("direct (in marks)", "indirect (reported clause)", "mixed (words in marks within one)"))
            .nullable("speaker", StringType, q -> q.value().speaker(), "Name or office; null where nobody is named")
            .nullable(
                    "speaker_group",
                    StringType,
                    q -> q.value().group(),
                    "Source group of the study; null where undecided")
            .nullable("cue", StringType, q -> q.value().cue(), "Word of saying that led to the speaker; null if none")
            .nullable("via", StringType, q -> q.value().via(), "Carrier of a second-hand quotation; null if none")
            .column(
                    "confidence",
                    DoubleType,
                    q -> q.value().confidence(),
                    "Probability that it is speech and the speaker is right; 0..1")
            .column("published_month", StringType, q -> q.of().month(), MONTH)
            .column("study_fingerprint", StringType, q -> q.of().fingerprint(), FINGERPRINT)
            .column("software_version", StringType, q -> q.of().version(), VERSION)
            .key("quotation_id")
            .partition("published_month")
            .check("quotation_span", "start >= 0 AND `end` > start AND char_length(quote) = `end` - start")
            .check("quotation_confidence", "confidence BETWEEN 0 AND 1")
            .build();

    /** See {@link #FRAMES}. */
    public record FrameRow(Of of, String hitId, String quotationId, FrameHit value) {}

    public static final Table<FrameRow> FRAMES = Table.<FrameRow>of(
                    "frames", "One row per wording in an article that carries a frame of the codebook")
            .column("hit_id", StringType, FrameRow::hitId, "sha256 prefix over article, frame and span")
            .column("article_id", StringType, f -> f.of().articleId(), "Article, see articles")
            .column("frame_id", StringType, f -> f.value().frame(), "Frame of the codebook")
            .column("in_title", BooleanType, f -> f.value().inTitle(), "Whether offsets count in the title")
            .column("start", IntegerType, f -> f.value().span().start(), "First code point of the wording")
            .column("end", IntegerType, f -> f.value().span().end(), "Code point after the wording")
            .column("term", StringType, f -> f.value().term(), "Exactly the wording")
            .word("voice", f -> Spelling.of(f.value().voice()), "Whose voice, one each", Spelling.all(Voice.class))
            .column("source_group", StringType, f -> f.value().sourceGroup(), "Whose claim it is, a group of the study")
            .nullable("target", StringType, f -> f.value().target(), "What is judged; null where undecided")
            .nullable(
                    "quotation_id",
                    StringType,
                    FrameRow::quotationId,
                    "Quotation or reported speech that holds it, see quotations; null if none")
            .column("negated", BooleanType, f -> f.value().negated(), "A negator governs it; left out of all shares")
            .column("hypothetical", BooleanType, f -> f.value().hypothetical(), "Condition, forecast or question")
            .column("published_month", StringType, f -> f.of().month(), MONTH)
            .column("study_fingerprint", StringType, f -> f.of().fingerprint(), FINGERPRINT)
            .column("software_version", StringType, f -> f.of().version(), VERSION)
            .key("hit_id")
            .partition("published_month")
            .check("frame_span", "start >= 0 AND `end` > start AND char_length(term) = `end` - start")
            .build();

    /** Hits of one source group. */
    public record GroupHits(String sourceGroup, int hits) {}

    private static final Struct<GroupHits> GROUP_HITS = Struct.<GroupHits>of()
            .column("source_group", StringType, GroupHits::sourceGroup, "Source group of the study")
            .column("hits", IntegerType, GroupHits::hits, "Hits that are its claim; 1 and more")
            .build();

    /**
     * See {@link #ARTICLE_FRAMING}.
     *
     * @param own hits in the outlet's text or headline
     */
    public record FramingRow(
            Of of, String frameId, int own, int quoted, int reported, int negated, List<GroupHits> groups) {}

    public static final Table<FramingRow> ARTICLE_FRAMING = Table.<FramingRow>of(
                    "article_framing",
                    "One row per relevant article and frame or code, zeros included: the unit of the counts")
            .column("article_id", StringType, f -> f.of().articleId(), "Article of grade 2 or 3, see articles")
            .column(
                    "frame_id",
                    StringType,
                    FramingRow::frameId,
                    "Frame of the codebook, or a code such as a flag or label under list.id")
            .column(
                    "present",
                    BooleanType,
                    f -> f.own() + f.quoted() + f.reported() > 0,
                    "Whether any voice has it, negated hits apart")
            .column("hits_own", IntegerType, FramingRow::own, "Hits in the outlet's own text or headline, not negated")
            .column(
                    "hits_quoted",
                    IntegerType,
                    FramingRow::quoted,
                    "Hits inside quotations with a speaker, not negated")
            .column("hits_reported", IntegerType, FramingRow::reported, "Hits in reported speech, not negated")
            .column("hits_negated", IntegerType, FramingRow::negated, "Negated hits of any voice, in no other column")
            .column(
                    "source_groups",
                    GROUP_HITS.array(),
                    f -> GROUP_HITS.rows(f.groups()),
                    "Hits of a frame that are not negated, by whose claim they are; empty where none, and for codes")
            .column("published_month", StringType, f -> f.of().month(), MONTH)
            .column("study_fingerprint", StringType, f -> f.of().fingerprint(), FINGERPRINT)
            .column("software_version", StringType, f -> f.of().version(), VERSION)
            .key("article_id", "frame_id")
            .partition("published_month")
            .check("hits_are_counts", "hits_own >= 0 AND hits_quoted >= 0 AND hits_reported >= 0 AND hits_negated >= 0")
            .build();
}
