package org.pactlens.lake;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.pactlens.Spelling;
import org.pactlens.reuse.Link;
import org.pactlens.reuse.Traced;

/** Who copied whom among relevant articles: written whole, since a new article can join two families. */
public final class ReuseTables {
    private ReuseTables() {}

    /** See {@link #REUSE_LINKS}; {@code month} is the target's. */
    public record LinkRow(Link value, String month) {}

    public static final Table<LinkRow> REUSE_LINKS = Table.<LinkRow>of(
                    "reuse_links", "One row per pair of relevant articles that share text or facts")
            .column(
                    "source_id",
                    StringType,
                    r -> r.value().sourceId(),
                    "Article that came first, see articles; where that is not known, the smaller id")
            .column("target_id", StringType, r -> r.value().targetId(), "The other article")
            .word(
                    "kind",
                    r -> Spelling.of(r.value().kind()),
                    "What they share",
                    List.of(
                            "copy (one author's text: they are one family)",
                            "rewrite (facts and quotations in the same order, or facts and a credit)",
                            "translation (facts in another language)",
                            "passage (some text, too little for a copy)",
                            "quotations (nothing else)"))
            .column("aligned_words", IntegerType, r -> r.value().alignedWords(), "Words in both that are not masked")
            .column("aligned_chars", IntegerType, r -> r.value().alignedChars(), "Letters of aligned_words")
            .column(
                    "containment_source",
                    DoubleType,
                    r -> r.value().sourceShare(),
                    "Share of the source's unmasked words that stand in the target, 0..1")
            .column(
                    "containment_target",
                    DoubleType,
                    r -> r.value().targetShare(),
                    "Share of the target's unmasked words that stand in the source, 0..1")
            .column("quoted_words", IntegerType, r -> r.value().quotedWords(), "Words of quotations in both")
            .word(
                    "direction",
                    r -> Spelling.of(r.value().direction()),
                    "What tells which came first",
                    List.of("credit (one prints the other's agency)", "time (of publication)", "unknown"))
            .nullable(
                    "lag_seconds",
                    LongType,
                    r -> r.value().lagSeconds(),
                    "Seconds from source to target; null where a time is unknown")
            .word(
                    "basis",
                    r -> Spelling.of(r.value().basis()),
                    "What the link rests on",
                    Spelling.all(Link.Basis.class))
            .column("published_month", StringType, LinkRow::month, "Month of the target, YYYY-MM, or unknown")
            .key("source_id", "target_id")
            .partition("published_month")
            .check("link_shares", "containment_source BETWEEN 0 AND 1 AND containment_target BETWEEN 0 AND 1")
            .check("link_of_two", "source_id <> target_id")
            .build();

    public static final Table<Traced> FAMILIES = Table.<Traced>of(
                    "families", "One row per relevant article: the story family it belongs to, and as what")
            .column("article_id", StringType, Traced::id, "Article of grade 2 or 3, see articles")
            .column("cluster", StringType, Traced::cluster, "Family: the id of its first article; alone: its own id")
            .word(
                    "role",
                    t -> Spelling.of(t.role()),
                    "What it is in its family",
                    List.of(
                            "original",
                            "verbatim",
                            "edited",
                            "rewrite",
                            "translation",
                            "quote_only (only quotations are shared: a family of its own)",
                            "alone"))
            .nullable("origin_article_id", StringType, Traced::originId, "Article it derives from; null where none")
            .column(
                    "containment",
                    DoubleType,
                    Traced::containment,
                    "Share of its unmasked words that stand in its origin, 0..1; 0 without one")
            .nullable(
                    "wire_agency",
                    StringType,
                    Traced::wireAgency,
                    "Agency whose text it is, an id of the study, several parted by a slash; null where none is known")
            .nullableWord(
                    "wire_basis",
                    t -> Spelling.of(t.wireBasis()),
                    "How the agency is known",
                    List.of("credit (its own)", "text (shared with an article that has one)"),
                    "null without an agency")
            .column("size", IntegerType, Traced::size, "Articles of the family, 1 and more")
            .column(
                    "span_seconds",
                    LongType,
                    Traced::spanSeconds,
                    "From the first to the last known time in the family")
            .key("article_id")
            .check("family_containment", "containment BETWEEN 0 AND 1")
            .build();
}
