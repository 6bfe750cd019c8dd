package org.pactlens.framing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pactlens.framing.Word.Role;
import org.pactlens.study.Frame;

/** The hits of a passage before they have a voice: longest match first, exclusions, contexts, one clause one hit. */
final class FrameFinder {
    /** Two pieces of one frame so close are one wording. */
    private static final int SAME_WORDING = 14;

    private final Passage passage;
    private final Map<String, Frame> frames;
    private final EventText where;
    private final Scope scope;

    FrameFinder(Passage passage, Map<String, Frame> frames, EventText where, Scope scope) {
        this.passage = passage;
        this.frames = frames;
        this.where = where;
        this.scope = scope;
    }

    /** A frame and where its words stand. */
    record Hit(String frame, int start, int end) {}

    List<Hit> hits() {
        List<Word> candidates = new ArrayList<>();
        for (Word word : passage.words()) {
            boolean term = word.role() == Role.STRONG || word.role() == Role.WEAK && hasContext(word);
            if (term && frames.containsKey(word.id()) && !isExcluded(word)) {
                candidates.add(word);
            }
        }
        candidates.sort(Comparator.comparingInt((Word word) -> word.start() - word.end())
                .thenComparingInt(Word::start));
        int[] taken = new int[passage.chars().length];
        Set<Hit> distinct = new HashSet<>();
        for (Word word : candidates) {
            if (isFree(taken, word)) {
                Arrays.fill(taken, word.start(), word.end(), word.start() + 1);
                distinct.add(new Hit(word.id(), word.start(), word.end()));
            }
        }
        List<Hit> hits = new ArrayList<>(distinct);
        hits.sort(Comparator.comparingInt(Hit::start).thenComparing(Hit::frame));
        return merged(hits);
    }

    /** Free, or taken by a hit of exactly the same span: equal spans of two frames both count. */
    private boolean isFree(int[] taken, Word word) {
        int first = taken[word.start()];
        boolean same = first == word.start() + 1
                && (word.end() == taken.length || taken[word.end()] != first)
                && taken[word.end() - 1] == first;
        if (same) {
            return true;
        }
        for (int i = word.start(); i < word.end(); i++) {
            if (taken[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isExcluded(Word term) {
        for (int i = passage.firstWord(Math.max(0, term.start() - 80));
                i < passage.words().size();
                i++) {
            Word word = passage.words().get(i);
            if (word.start() >= term.end()) {
                return false;
            }
            if (word.role() == Role.EXCLUDE && word.id().equals(term.id()) && word.end() > term.start()) {
                return true;
            }
        }
        return false;
    }

    private boolean hasContext(Word term) {
        Frame frame = frames.get(term.id());
        int sentence = passage.periodAt(term.start());
        if (frame == null || sentence < 0 || !where.supports(passage.periods().get(sentence))) {
            return false;
        }
        Period span = passage.periods().get(sentence);
        boolean supported = false;
        for (int i = passage.firstWord(span.start()); i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            if (word.start() >= span.end()) {
                break;
            }
            if (word.role() == Role.CONTEXT_SET && !word.overlaps(term.start(), term.end())) {
                if (frame.weakUnless().contains(word.id())) {
                    return false;
                }
                supported |= frame.weakContext().contains(word.id());
            }
        }
        return supported;
    }

    /** Hits of one frame in one clause are one hit; pieces with little between them are one wording. */
    private List<Hit> merged(List<Hit> hits) {
        List<Hit> merged = new ArrayList<>();
        for (Hit hit : hits) {
            int before = -1;
            for (int i = merged.size() - 1; i >= 0 && before < 0; i--) {
                before = merged.get(i).frame().equals(hit.frame()) ? i : before;
            }
            Hit last = before < 0 ? null : merged.get(before);
            if (last == null || scope.clauseStart(hit.start(), 200) > last.start()) {
                merged.add(hit);
            } else if (hit.start() - last.end() <= SAME_WORDING) {
                merged.set(before, new Hit(hit.frame(), last.start(), Math.max(last.end(), hit.end())));
            }
        }
        return merged;
    }
}
