package org.pactlens.relevance.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pactlens.relevance.draft.StudyDraft.Term;
import org.pactlens.relevance.draft.StudyDraft.Use;
import org.pactlens.study.StudyLoader;
import org.pactlens.text.Article;

/** The files of a drafted study that differ from those of the study it starts from. */
public final class DraftFiles {
    private static final String OTHERS = "others";

    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    private static final String STUDY = """
            # A draft that `pactlens train relevance --seeds` wrote. README.md says what to edit, and in which order.

            id: %s
            title: %s

            event:
              title: %s
              date: %s # %s
              place: unknown
              parties: [unknown]
              facts: []

            # What is easily taken for the event; what tells each of them stands in relevance.yaml.
            look_alikes:%s

            # Half-open days in UTC. Part them where the coverage changes: {id: before, to: 2020-02-01, about: ...}
            phases:
              - {id: all, about: all days}

            # As in the study that the draft started from.
            """;

    private static final String CONCEPTS_HEAD = """
            # What a text must hold to be of interest at all: one of these words. All other pages are dropped unread, so a name
            # too few costs articles, a common word costs time. Where the event has parties that every article names, make a
            # concept of each: a text must hold one term of every concept.
            concepts:
              event:
                says: the event or what kind of event it is
                terms:
            """;

    private static final String RELEVANCE_HEAD = """
            # How the relevance rule reads a text. %s
            # %s
            # A term matches whole words, "*" at its end any ending. Behind each: in how many documents of its language it stands.

            # No text published before this day can be about the event. The draft drops none: write the day.
            earliest: %s

            reading:
              lead_sentences: 3
              window_sentences: 10
              around_sentences: 5
              chain_sentences: 8
              early_days: 30

            evidence:
            """;

    private static final String TELLS_HEAD = """

            # Words of the documents held against the seeds. Part them into one entry for each look-alike.
            tells:
              others:
                contests: always
                names: []
                terms:
            """;

    private final StudyDraft draft;

    private DraftFiles(StudyDraft draft) {
        this.draft = draft;
    }

    /**
     * Content by file name.
     *
     * @param id of the new study
     * @param from {@code study.yaml} of the study that the rest is taken over from
     */
    public static Map<String, String> of(StudyDraft draft, String id, String from) {
        DraftFiles files = new DraftFiles(draft);
        Map<String, String> content = new TreeMap<>();
        content.put(
                "study.yaml",
                files.study(id) + section(from, "languages") + section(from, "statistics") + section(from, "reuse"));
        content.put("concepts.yaml", CONCEPTS_HEAD + files.lists(6, Use.NAMES, Use.SETTING, Use.ACTS));
        content.put("relevance.yaml", files.relevance());
        content.put(StudyLoader.WEIGHTS_FILE, resource("weights.yaml"));
        content.put("README.md", resource("README.md"));
        return content;
    }

    private String study(String id) {
        Article first = draft.seeds().get(0);
        String title = first.title().isBlank() ? "unknown" : first.title();
        LocalDate day = draft.seeds().stream()
                .map(Article::publishedDate)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(NO_DAY);
        String lookAlikes = draft.against().isEmpty()
                ? " []"
                : "\n  - {id: " + OTHERS + ", title: the documents held against the seeds, tell: their names and days}";
        return String.format(
                Locale.ROOT,
                STUDY,
                id,
                quoted("Draft from " + count(draft.seeds().size(), "document")),
                quoted(title),
                day,
                day.equals(NO_DAY) ? "no seed is dated: write the day" : "day of the first seed",
                lookAlikes);
    }

    private String relevance() {
        StringBuilder yaml = new StringBuilder(String.format(
                Locale.ROOT,
                RELEVANCE_HEAD,
                "Terms are of " + count(draft.seeds().size(), "seed") + " ("
                        + languages(draft.seeds()) + ") and "
                        + count(draft.against().size(), "document") + " held against them"
                        + (draft.against().isEmpty() ? "." : " (" + languages(draft.against()) + ")."),
                sureness(),
                NO_DAY));
        evidence(yaml, "act", "act", "speaks of such an event", "# What kind of event it is.", Use.ACTS);
        evidence(
                yaml, "names", "clause", "names who or what is in it", "# Who, where, what: tell it alone.", Use.NAMES);
        evidence(yaml, "dates", "detail", "gives a day or number", "# Days and numbers: raise the score.", Use.DATES);
        evidence(yaml, "words", "mark", "uses its words", "# Other words that go with it.", Use.WORDS);
        String others = lists(6, Use.OTHERS);
        if (!others.isEmpty()) {
            yaml.append(TELLS_HEAD).append(others);
        }
        return yaml.toString();
    }

    /** What a reader must know of how sure the terms are. */
    private String sureness() {
        if (draft.seeds().size() == 1 && draft.against().isEmpty()) {
            return "One seed and nothing held against it: no term is certain. Take out what any article might hold.";
        }
        if (draft.seeds().size() == 1) {
            return "One seed: few terms are certain. Names stand in it and in none of the others; add what it does not say.";
        }
        return draft.against().isEmpty()
                ? "Nothing was held against the seeds: the terms are what they share. Take out what look-alikes share too."
                : "Terms by Robertson and Spärck Jones's relevance weight (1976): likelier in seeds than in the others.";
    }

    private void evidence(StringBuilder yaml, String id, String role, String says, String about, Use use) {
        String terms = lists(6, use);
        if (!terms.isEmpty()) {
            yaml.append(String.format(
                    Locale.ROOT,
                    "  %s\n  %s:\n    role: %s\n    says: %s\n    terms:\n%s",
                    about,
                    id,
                    role,
                    says,
                    terms));
        }
    }

    /** Terms by language, one a line with its counts. */
    private String lists(int indent, Use... uses) {
        StringBuilder yaml = new StringBuilder();
        draft.terms(uses).forEach((language, terms) -> {
            yaml.append(" ".repeat(indent)).append(quoted(language)).append(":\n");
            for (Term term : terms) {
                yaml.append(" ".repeat(indent + 2)).append("- ").append(quoted(term.pattern()));
                yaml.append(" # ").append(found(term.counts())).append('\n');
            }
        });
        return yaml.toString();
    }

    private static String found(Counts c) {
        String seeds = c.seeds() + " of " + count(c.ofSeeds(), "seed");
        return c.ofAgainst() == 0 ? seeds : seeds + ", " + c.against() + " of " + c.ofAgainst() + " others";
    }

    private static String languages(List<Article> articles) {
        return articles.stream().map(StudyDraft::language).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static String count(int number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A top-level key of a YAML file with all that stands under it; empty where it is not there. */
    private static String section(String yaml, String key) {
        StringBuilder section = new StringBuilder();
        boolean inside = false;
        for (String line : yaml.split("\r?\n")) {
            if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
                inside = line.startsWith(key + ":");
            }
            if (inside) {
                section.append(line).append('\n');
            }
        }
        return section.toString();
    }

    private static String resource(String name) {
        try (InputStream in = DraftFiles.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
