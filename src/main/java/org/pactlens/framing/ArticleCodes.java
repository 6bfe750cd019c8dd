package org.pactlens.framing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pactlens.framing.Word.Role;
import org.pactlens.study.Lexicon;
import org.pactlens.text.Span;

/** What is coded once an article: names of the event, flags, labels in the outlet's own voice, contexts. */
final class ArticleCodes {
    /** Letters. */
    private static final int LEAST_STEM = 3;

    private static final int LONGEST_ENDING = 4;
    private static final int LONGEST_PARTICLE = 2;

    private final List<NameUsed> names = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private final SortedMap<String, SortedMap<String, Boolean>> flags = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> labels = new TreeMap<>();
    private final SortedSet<String> contexts = new TreeSet<>();

    ArticleCodes(List<Lexicon> lexicons) {
        for (Lexicon lexicon : lexicons) {
            lexicon.flags()
                    .forEach((group, terms) -> terms.keySet()
                            .forEach(flag -> flags.computeIfAbsent(group, key -> new TreeMap<>())
                                    .put(flag, false)));
            lexicon.labels().keySet().forEach(list -> labels.computeIfAbsent(list, key -> new TreeSet<>()));
        }
    }

    /** Adds what a passage holds; names only from the paragraphs that {@code where} accepts. */
    void read(Reading reading, Applies where) {
        Passage passage = reading.passage();
        List<Word> named = new ArrayList<>();
        for (Word word : passage.words()) {
            switch (word.role()) {
                case NAME -> named.add(word);
                case FLAG -> flags.get(word.id()).put(word.detail(), true);
                case CONTEXT -> contexts.add(word.id());
                case LABEL -> addLabel(reading, word);
                default -> {}
            }
        }
        addNames(passage, named, where);
    }

    private void addLabel(Reading reading, Word word) {
        Voice voice = reading.voice(word.start(), word.end()).voice();
        if (voice == Voice.OUTLET || voice == Voice.HEADLINE) {
            labels.get(word.id()).add(word.detail());
        }
    }

    /** A name of a class as an article wrote it, in small letters. */
    private record Form(String id, String text) {}

    private void addNames(Passage passage, List<Word> named, Applies where) {
        named.sort(Comparator.comparingInt((Word word) -> word.start() - word.end())
                .thenComparingInt(Word::start));
        boolean[] taken = new boolean[passage.chars().length];
        List<Word> kept = new ArrayList<>();
        for (Word word : named) {
            if (!taken[word.start()] && !taken[word.end() - 1]) {
                java.util.Arrays.fill(taken, word.start(), word.end(), true);
                if (where.at(word.start()) && passage.markAt(word.start()) < 0 && !isAnother(passage, word)) {
                    kept.add(word);
                }
            }
        }
        kept.sort(Comparator.comparingInt(Word::start));
        for (Word word : kept) {
            String form = passage.cut(word.start(), word.end());
            String folded = form.toLowerCase(Locale.ROOT);
            boolean known =
                    forms.stream().anyMatch(one -> one.id().equals(word.id()) && isInflected(one.text(), folded));
            if (!known) {
                forms.add(new Form(word.id(), folded));
                names.add(new NameUsed(form, word.id(), new Span(word.start(), word.end()), passage.isTitle()));
            }
        }
    }

    /** The same words in another case or with a joined particle: each word shares its stem. */
    private static boolean isInflected(String one, String other) {
        String[] first = one.split(" ");
        String[] second = other.split(" ");
        boolean same = first.length == second.length;
        for (int i = 0; same && i < first.length; i++) {
            same = sharesStem(first[i], second[i]);
        }
        return same;
    }

    private static boolean sharesStem(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        int common = 0;
        while (common < one.length() && common < other.length() && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        boolean joined = longest - Math.min(one.length(), other.length()) <= LONGEST_PARTICLE
                && (one.endsWith(other) || other.endsWith(one) || one.startsWith(other) || other.startsWith(one));
        return joined || common >= LEAST_STEM && longest - common <= LONGEST_ENDING;
    }

    /** Part of the name of another document, or voided by an exclusion of some frame. */
    private static boolean isAnother(Passage passage, Word name) {
        for (int i = passage.firstWord(Math.max(0, name.start() - 60));
                i < passage.words().size();
                i++) {
            Word word = passage.words().get(i);
            if (word.start() >= name.end()) {
                return false;
            }
            boolean over = word.end() > name.start();
            boolean other = word.role() == Role.CONTEXT || word.role() == Role.EXCLUDE;
            boolean longer = word.end() - word.start() > name.end() - name.start();
            boolean frame = word.role() == Role.STRONG || word.role() == Role.WEAK;
            boolean same = word.start() == name.start() && word.end() == name.end();
            if (over && (other && longer || frame && same || word.role() == Role.PAPER)) {
                return true;
            }
        }
        return false;
    }

    List<NameUsed> names() {
        return names;
    }

    SortedMap<String, SortedMap<String, Boolean>> flags() {
        return flags;
    }

    SortedMap<String, SortedSet<String>> labels() {
        return labels;
    }

    SortedSet<String> contexts() {
        return contexts;
    }

    /** Where in a passage the text is about the event. */
    interface Applies {
        boolean at(int offset);
    }
}
