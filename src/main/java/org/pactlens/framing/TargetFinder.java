package org.pactlens.framing;

import org.pactlens.framing.Word.Role;
import org.pactlens.study.FramingModel;

/** What a hit judges, by the study's rule for its frame. */
final class TargetFinder {
    private static final int CLAUSE = 90;

    private final FramingModel model;
    private final Passage passage;
    private final Scope scope;

    TargetFinder(FramingModel model, Passage passage, Scope scope) {
        this.model = model;
        this.passage = passage;
        this.scope = scope;
    }

    /** The target id, or null where nothing decides. */
    String of(String frame, int start, int end, String group) {
        FramingModel.TargetRule rule = model.targets().get(frame);
        if (rule == null) {
            return null;
        }
        for (int i = passage.firstWord(Math.max(0, start - 30));
                i < passage.words().size();
                i++) {
            Word word = passage.words().get(i);
            if (word.start() >= end) {
                break;
            }
            if (word.role() == Role.TARGET && word.id().equals(frame) && word.end() > start) {
                return word.detail();
            }
        }
        String bySource = rule.bySource().get(group);
        if (bySource != null) {
            return bySource;
        }
        String party = rule.party() ? party(start, end) : null;
        return party != null ? party : rule.usual();
    }

    /** The parties named in the clause, else in the sentence up to the words; several are judged as one. */
    private String party(int start, int end) {
        String before = parties(scope.clauseStart(start, CLAUSE), end);
        if (before != null) {
            return before;
        }
        String behind = parties(end, scope.clauseEnd(end, CLAUSE));
        if (behind != null) {
            return behind;
        }
        int period = passage.periodAt(start);
        return parties(passage.periods().get(period).start(), start);
    }

    private String parties(int from, int to) {
        String found = null;
        for (int i = passage.firstWord(from); i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            if (word.start() >= to) {
                break;
            }
            boolean who = word.role() == Role.STATE || word.role() == Role.SPEAKER || word.role() == Role.BODY;
            String target = who ? model.parties().get(word.id()) : null;
            if (target != null) {
                if (found != null && !found.equals(target)) {
                    return model.joint();
                }
                found = target;
            }
        }
        return found;
    }

    /** Whether a claimant would speak of itself: a party's own words on a threat are about others. */
    boolean contradicts(String frame, String group) {
        FramingModel.TargetRule rule = model.targets().get(frame);
        return rule != null
                && rule.notByParty()
                && group != null
                && model.parties().containsKey(group);
    }
}
