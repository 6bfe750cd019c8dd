package org.pactlens.lake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The data dictionary, made from the declarations alone. */
public final class Dictionary {
    /** Every table of a lake, in the order in which a run fills them. */
    public static final List<Table<?>> TABLES = List.of(
            IngestTables.INPUTS,
            IngestTables.CAPTURES,
            IngestTables.REJECTS,
            IngestTables.ARTICLES,
            AnalysisTables.RELEVANCE,
            AnalysisTables.EVIDENCE,
            AnalysisTables.QUOTATIONS,
            AnalysisTables.FRAMES,
            AnalysisTables.ARTICLE_FRAMING,
            ReuseTables.REUSE_LINKS,
            ReuseTables.FAMILIES,
            StatisticsTables.OUTLETS,
            StatisticsTables.OUTLET_FRAMING,
            StatisticsTables.OUTLET_PAIRS,
            StatisticsTables.ATTENTION,
            StatisticsTables.WORDS,
            RunTables.TAKEDOWNS,
            RunTables.RUNS);

    private Dictionary() {}

    /** As a Markdown page. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("# The tables\n\nMade by `jobs/pactlens tables --markdown`; a test"
                + " compares. Times are UTC, shares 0..1, ids lower-case hex; `start` and `end` count Unicode code"
                + " points, end exclusive (quote `end` where a database reserves the word).\n");
        for (Table<?> table : TABLES) {
            page.append("\n## ").append(table.name()).append("\n\n").append(table.comment());
            page.append(".\n\nKey: ").append(String.join(", ", table.key()));
            table.partition().ifPresent(p -> page.append(". Partitioned by ").append(p));
            page.append(".\n\n| column | type | null | meaning |\n| --- | --- | --- | --- |\n");
            for (Column<?> column : table.columns()) {
                page.append("| ").append(column.name());
                page.append(" | ").append(column.type().simpleString().replace("|", "\\|"));
                page.append(" | ").append(column.nullable() ? "yes" : "");
                page.append(" | ").append(column.comment().replace("|", "\\|")).append(" |\n");
            }
            if (!table.checks().isEmpty()) {
                page.append("\nAlways true: ");
                page.append(new TreeMap<>(table.checks())
                        .values().stream().map(c -> "`` " + c + " ``").collect(Collectors.joining("; ")));
                page.append(".\n");
            }
        }
        return page.toString();
    }

    /** As plain text for a terminal. */
    public static String text() {
        StringBuilder page = new StringBuilder();
        for (Table<?> table : TABLES) {
            page.append(table.name()).append(": ").append(table.comment()).append(System.lineSeparator());
            page.append("  key ").append(String.join(", ", table.key()));
            table.partition().ifPresent(p -> page.append("; partitioned by ").append(p));
            page.append(System.lineSeparator());
            for (Column<?> column : table.columns()) {
                page.append(String.format(
                        java.util.Locale.ROOT,
                        "  %-20s %-12s %s%s%n",
                        column.name(),
                        shortType(column),
                        column.comment(),
                        column.nullable() ? "" : " (never null)"));
            }
            for (Map.Entry<String, String> check : new TreeMap<>(table.checks()).entrySet()) {
                page.append("  always: ").append(check.getValue()).append(System.lineSeparator());
            }
            page.append(System.lineSeparator());
        }
        return page.toString();
    }

    private static String shortType(Column<?> column) {
        String type = column.type().simpleString();
        return type.length() <= 13 ? type : type.substring(0, type.indexOf('<') + 1) + "...>";
    }
}
