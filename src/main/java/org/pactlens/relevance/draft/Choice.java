package org.pactlens.relevance.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.pactlens.relevance.draft.Candidate.Kind;
import org.pactlens.relevance.draft.StudyDraft.Term;
import org.pactlens.text.Article;

/** Which candidates of one language tell the event, which its look-alikes, and which what kind of event it is. */
final class Choice {
    /** Log odds from which on a term counts as the event's: with one seed, found in none of the others. */
    private static final double CERTAIN = 1.5;

    /** The same for the look-alikes' words. Less, since each look-alike has names of its own. */
    private static final double LIKELY = 0.5;

    /** A term stands in so many times the share of its own side's documents. */
    private static final double TIMES = 3;

    private static final double HALF = 0.5;

    /** Share of the background, and documents, from which on a word is common. */
    private static final double COMMON = 0.1;

    private static final int FEWEST_COMMON = 2;

    private static final int SHORTEST_ACT = 4;
    private static final int FEWEST_ACTS = 3;

    private final int ofSeeds;
    private final int ofAgainst;
    private final Map<Candidate, Counts> counts = new TreeMap<>();

    /** Candidates that stand more than once in a document, or in several. */
    private final Set<Candidate> repeated = new HashSet<>();

    private final Set<Candidate> common = new HashSet<>();

    Choice(String language, List<Article> seeds, List<Article> against, Background background) {
        ofSeeds = seeds.size();
        ofAgainst = against.size();
        List<Article> others = background.articles().stream()
                .filter(article -> StudyDraft.language(article).equals(language))
                .toList();
        List<Article> all = new ArrayList<>(seeds);
        all.addAll(against);
        all.addAll(others);
        Documents documents = new Documents(language, all);
        seeds.forEach(seed -> count(documents.read(seed), 1, 0));
        against.forEach(other -> count(documents.read(other), 0, 1));
        Map<Candidate, Integer> inBackground = new HashMap<>();
        others.forEach(other -> documents.read(other).keySet().forEach(c -> inBackground.merge(c, 1, Integer::sum)));
        inBackground.forEach((candidate, n) -> {
            boolean isCommon = n >= FEWEST_COMMON && n >= COMMON * others.size();
            if (isCommon && !background.isSubject(candidate.text())) {
                common.add(candidate);
            }
        });
    }

    private void count(Map<Candidate, Integer> document, int seed, int other) {
        document.forEach((candidate, times) -> {
            Counts before = counts.getOrDefault(candidate, new Counts(0, ofSeeds, 0, ofAgainst));
            if (times > 1 || before.seeds() + before.against() > 0) {
                repeated.add(candidate);
            }
            counts.put(candidate, new Counts(before.seeds() + seed, ofSeeds, before.against() + other, ofAgainst));
        });
    }

    /** Names that are the event's alone. */
    List<Term> names(int most) {
        return withRows(best(most, c -> isName(c) && isOwn(counts.get(c)), Counts::gain), this::isOwn, most);
    }

    /** Days and numbers that are. */
    List<Term> dates(int most) {
        return best(most, c -> c.kind() == Kind.DATE && isOwn(counts.get(c)), Counts::gain);
    }

    /** Other words that are. One document says nothing of them. */
    List<Term> words(int most) {
        return best(
                most,
                c -> isPlainWord(c) && counts.get(c).seeds() > 1 && ofAgainst > 0 && isOwn(counts.get(c)),
                Counts::gain);
    }

    /** Names of what the look-alikes are about. */
    List<Term> others(int most) {
        return withRows(
                best(
                        most,
                        c -> (isName(c) || c.kind() == Kind.DATE) && isOthers(counts.get(c)),
                        c -> c.turned().gain()),
                this::isOthers,
                most);
    }

    /** Names that both share. */
    List<Term> setting(int most) {
        return best(most, c -> c.kind() == Kind.NAME && isShared(counts.get(c)), Counts::shareOfSeeds);
    }

    /** Words for what kind of event it is: in the look-alikes too where there are any, else repeated. */
    List<Term> acts(int most) {
        List<Term> acts = best(
                most,
                c -> isPlainWord(c) && isShared(counts.get(c)) && (ofAgainst > 0 || repeated.contains(c)),
                Counts::shareOfSeeds);
        return acts.isEmpty()
                ? best(FEWEST_ACTS, c -> isPlainWord(c) && counts.get(c).seeds() > 0, Counts::gain)
                : acts;
    }

    private boolean isOwn(Counts c) {
        return ofAgainst == 0
                ? c.seeds() > 0 && c.shareOfSeeds() >= HALF
                : c.weight() >= CERTAIN && c.shareOfSeeds() >= TIMES * c.shareAgainst();
    }

    private boolean isOthers(Counts c) {
        return c.turned().weight() >= LIKELY && c.shareAgainst() >= TIMES * c.shareOfSeeds();
    }

    private boolean isShared(Counts c) {
        return c.seeds() > 0 && c.shareOfSeeds() >= HALF && (ofAgainst == 0 || c.shareAgainst() >= HALF);
    }

    private boolean isName(Candidate c) {
        return c.kind() == Kind.NAME || c.kind() == Kind.CASELESS && repeated.contains(c) && !common.contains(c);
    }

    private boolean isPlainWord(Candidate c) {
        return (c.kind() == Kind.WORD && c.text().length() >= SHORTEST_ACT || c.kind() == Kind.CASELESS)
                && !common.contains(c);
    }

    /** Adds names in a row of which no single one was chosen. */
    private List<Term> withRows(List<Term> names, Predicate<Counts> which, int most) {
        Set<String> chosen = new HashSet<>();
        names.forEach(term -> chosen.add(term.pattern()));
        List<Term> all = new ArrayList<>(names);
        all.addAll(best(
                most - names.size(),
                c -> c.kind() == Kind.NAMES
                        && which.test(counts.get(c))
                        && Arrays.stream(c.text().split(" ")).noneMatch(chosen::contains),
                Counts::gain));
        return all;
    }

    private List<Term> best(int most, Predicate<Candidate> which, ToDoubleFunction<Counts> gain) {
        return counts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .sorted(Comparator.comparingDouble(entry -> -gain.applyAsDouble(entry.getValue())))
                .limit(most)
                .map(entry -> new Term(entry.getKey().text(), entry.getValue()))
                .toList();
    }
}
