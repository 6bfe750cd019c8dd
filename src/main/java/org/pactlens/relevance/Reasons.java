package org.pactlens.relevance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pactlens.study.RelevanceModel.Role;

/** Writes down for people why an article has its grade. */
final class Reasons {
    private static final int LONGEST_QUOTE = 120;

    private final Lists lists;
    private final List<String> sentences = new ArrayList<>();

    /** What a sentence itself holds of the event. */
    private enum Naming {
        ALL("an act together with %s"),
        PART("an act, with %s only in part or in the sentences around"),
        BACK("an act that an earlier sentence ties to %s"),
        CLAUSE("only a clause of such an act, with %s beside it");

        private final String what;

        Naming(String what) {
            this.what = what;
        }

        static Naming of(Passage passage, long allRequired) {
            if (passage.citesClause()) {
                return CLAUSE;
            }
            if (passage.referent == Referent.BACK) {
                return BACK;
            }
            return passage.required == allRequired ? ALL : PART;
        }

        String of(int number, String names) {
            return (number == 1 ? "names " : "name ") + String.format(Locale.ROOT, what, names) + ".";
        }
    }

    Reasons(Lists lists) {
        this.lists = lists;
    }

    List<String> list() {
        return sentences;
    }

    void tooEarly(LocalDate day, LocalDate earliest) {
        sentences.add("It was published on " + day + "; nothing before " + earliest + " can be about the event.");
    }

    void missing(long missing) {
        for (int i = 0; i < lists.required.size(); i++) {
            if ((missing >> i & 1) == 1) {
                sentences.add("It never names " + lists.required.get(i).says() + ".");
            }
        }
    }

    void found(Reading title, Reading text, Measures measures, int grade) {
        if (!measures.findsEvent()) {
            sentences.add("No sentence names an act such as the event with or near " + names() + ".");
            return;
        }
        title.passages().stream()
                .filter(passage -> measures.title > 0 && passage.isAboutEvent())
                .findFirst()
                .ifPresent(passage -> sentences.add(
                        "The title " + Naming.of(passage, lists.allRequired()).of(1, names(title, passage))));
        Passage strongest = null;
        Map<Naming, Integer> counts = new EnumMap<>(Naming.class);
        for (Passage passage : text.passages()) {
            double strength = passage.strength(lists.allRequired());
            if (strength > 0) {
                counts.merge(Naming.of(passage, lists.allRequired()), 1, Integer::sum);
                boolean stronger = strongest == null || strength > strongest.strength(lists.allRequired());
                strongest = stronger ? passage : strongest;
            }
        }
        counts.forEach((naming, number) -> sentences.add(
                number + " of " + count(text.passages().size(), "sentence") + " " + naming.of(number, names())));
        if (strongest != null) {
            sentences.add("The strongest " + says(strongest) + ": \"" + quote(text, strongest) + "\".");
        }
        if (measures.rival() >= 0.4) {
            sentences.add("Most acts in it stand beside the name of a look-alike.");
        }
        if (grade == 2) {
            sentences.add("It is not the main subject: neither title nor lead name it and most sentences do not.");
        } else if (grade == 1) {
            sentences.add("That is too little for more than a mention.");
        }
    }

    void nearMiss(String lookAlike) {
        if (lookAlike != null) {
            sentences.add("It has the tells of the look-alike " + lookAlike + ".");
        }
    }

    void notCovered(String language) {
        sentences.add("Its language, " + language + ", is not covered by the word lists: a low score says little.");
    }

    private String names() {
        return String.join(
                " and ", lists.required.stream().map(concept -> concept.says()).toList());
    }

    /** The required concepts, each with the words that stand for it in a passage where there are any. */
    private String names(Reading reading, Passage passage) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < lists.required.size(); i++) {
            int concept = i;
            String words = passage.hits.stream()
                    .filter(hit -> hit.group() == concept)
                    .findFirst()
                    .map(hit -> " (\"" + reading.words().quote(hit.from(), hit.to()) + "\")")
                    .orElse("");
            names.add(lists.required.get(i).says() + words);
        }
        return String.join(" and ", names);
    }

    private String says(Passage passage) {
        List<String> says = lists.evidence.stream()
                .filter(kind -> kind.role() != Role.WEAK || !passage.namesPlainAct())
                .filter(kind -> passage.hits.stream()
                        .anyMatch(hit -> lists.isEvidence(hit.group()) && lists.evidence(hit.group()) == kind))
                .map(kind -> kind.says())
                .toList();
        return String.join(", ", says);
    }

    private static String quote(Reading reading, Passage passage) {
        int from = passage.hits.stream().mapToInt(hit -> hit.from()).min().orElseThrow();
        int to = passage.hits.stream().mapToInt(hit -> hit.to()).max().orElseThrow();
        String quote = reading.words().quote(from, to).replaceAll("\\s+", " ");
        int length = quote.codePointCount(0, quote.length());
        return length <= LONGEST_QUOTE
                ? quote
                : quote.substring(0, quote.offsetByCodePoints(0, LONGEST_QUOTE)).strip() + "…";
    }

    private static String count(int number, String of) {
        return String.format(Locale.ROOT, "%d %s%s", number, of, number == 1 ? "" : "s");
    }
}
