package org.pactlens.relevance;

import java.util.ArrayList;
import java.util.List;
import org.pactlens.study.RelevanceModel.Role;
import org.pactlens.text.FoldedWords;
import org.pactlens.text.WordPatterns.Hit;

/** One sentence as the rule sees it: which required concepts, acts, marks and tells stand in it. */
final class Passage {
    /** What one act word is worth beside a full set of required concepts; a weak one, found beside a mark, is less. */
    private static final double WEAK_ACT = 0.6;

    private static final double PER_MARK = 0.5;
    private static final int MOST_MARKS = 4;

    /** What is left of an act that a look-alike contests. */
    static final double CONTESTED = 0.35;

    /** What is left where a required concept stands in a neighbouring sentence only. */
    private static final double NEIGHBOUR = 0.7;

    final List<Hit> hits = new ArrayList<>();
    long required;
    long marks;
    long tells;
    boolean act;
    boolean weak;
    boolean contested;

    /** The required concepts of this and the adjacent sentences. */
    long around;

    /** The sentences of a text with what was found in them. */
    static List<Passage> of(FoldedWords words, Lists lists) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < words.sentences(); i++) {
            passages.add(new Passage());
        }
        for (Hit hit : lists.patterns.find(words)) {
            passages.get(words.sentenceAt(hit.from())).add(hit, lists);
        }
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            passage.around = passage.required
                    | (i > 0 ? passages.get(i - 1).required : 0)
                    | (i + 1 < passages.size() ? passages.get(i + 1).required : 0);
        }
        return passages;
    }

    private void add(Hit hit, Lists lists) {
        hits.add(hit);
        if (lists.isRequired(hit.group())) {
            required |= 1L << hit.group();
        } else if (lists.isEvidence(hit.group())) {
            Role role = lists.evidence(hit.group()).role();
            act |= role == Role.ACT;
            weak |= role == Role.WEAK;
            marks |= role == Role.MARK ? 1L << hit.group() - lists.required.size() : 0;
        } else {
            int tell = lists.tellIndex(hit.group());
            tells |= 1L << tell;
            contested |= lists.tells.get(tell).contests();
        }
    }

    /** Whether an act is named here, by a plain word or by a weak one beside a mark. */
    boolean namesAct() {
        return act || weak && marks != 0;
    }

    /**
     * How strongly the sentence speaks of the event: 0 without an act or without all required concepts near it, 1 for an
     * act with them, more with each mark.
     */
    double strength(long allRequired) {
        if (!namesAct() || around != allRequired) {
            return 0;
        }
        double together = required == allRequired ? 1 : NEIGHBOUR;
        double more = 1 + PER_MARK * Math.min(MOST_MARKS, Long.bitCount(marks));
        return (act ? 1 : WEAK_ACT) * together * more * (contested ? CONTESTED : 1);
    }
}
