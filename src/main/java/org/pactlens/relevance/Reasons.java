package org.pactlens.relevance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pactlens.study.RelevanceModel.Role;

/** Writes down for people why an article has its grade. */
final class Reasons {
    private static final int LONGEST_QUOTE = 120;

    private final Lists lists;
    private final List<String> sentences = new ArrayList<>();

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
            sentences.add("No sentence names an act such as the event together with " + names() + ".");
            return;
        }
        if (measures.title > 0) {
            sentences.add("The title names an act together with " + names() + ".");
        }
        int passages = 0;
        Passage strongest = null;
        for (Passage passage : text.passages()) {
            double strength = passage.strength(lists.allRequired());
            passages += strength > 0 ? 1 : 0;
            if (strength > 0 && (strongest == null || strength > strongest.strength(lists.allRequired()))) {
                strongest = passage;
            }
        }
        if (strongest != null) {
            sentences.add(count(passages, "sentence") + " of " + text.passages().size() + " "
                    + (passages == 1 ? "names" : "name") + " an act together with " + names() + ".");
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
