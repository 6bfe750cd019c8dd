package org.pactlens.relevance;

import java.util.ArrayList;
import java.util.List;
import org.pactlens.study.RelevanceModel.Contest;
import org.pactlens.study.RelevanceModel.Role;
import org.pactlens.text.FoldedWords;
import org.pactlens.text.WordPatterns.Hit;

/** One sentence as the rule sees it: which required concepts, acts, marks and tells stand in it. */
final class Passage {
    private static final double PER_MARK = 0.5;
    private static final int MOST_MARKS = 4;

    /** What is left where a required concept stands in a neighbouring sentence only. */
    private static final double NEIGHBOUR = 0.7;

    /** What an act is worth that only a weak word or a clause tells. */
    private static final double WEAK = 0.6;

    /** What is left of an act that stands in a formula. */
    private static final double IN_PASSING = 0.4;

    final List<Hit> hits = new ArrayList<>();
    long required;
    long marks;
    long tells;

    /** The required concepts of this and the adjacent sentences. */
    long around;

    /** Whether a look-alike's name stands here that takes an act which one name alone ties to the event. */
    boolean namesRival;

    /** Whether a look-alike's name stands here and no act is nearer to a name of the event. */
    boolean contested;

    Referent referent = Referent.NONE;

    private boolean sameParties;
    private boolean settled;
    private boolean act;
    private boolean weak;
    private boolean clause;
    private boolean telling;
    private boolean passing;

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
            passage.contested = passage.isContested(lists);
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
            settled |= lists.evidence(hit.group()).settles();
            act |= role == Role.ACT;
            weak |= role == Role.WEAK;
            clause |= role == Role.CLAUSE;
            telling |= role == Role.MARK || role == Role.CLAUSE;
            passing |= role == Role.PASSING;
            boolean isMark = role == Role.MARK || role == Role.CLAUSE || role == Role.DETAIL;
            marks |= isMark ? 1L << hit.group() - lists.required.size() : 0;
        } else {
            int tell = lists.tellIndex(hit.group());
            tells |= 1L << tell;
            namesRival |= lists.tells.get(tell).contest() != Contest.NEVER;
        }
    }

    private boolean isContested(Lists lists) {
        List<Hit> rivals = hits.stream().filter(lists::contests).toList();
        if (rivals.isEmpty()) {
            return false;
        }
        if (rivals.stream().anyMatch(lists::hasSameParties)) {
            // "The new treaty replaces that of 1961" is about the new one.
            sameParties = !settled;
            return sameParties;
        }
        List<Hit> names = hits.stream().filter(lists::isEnoughAlone).toList();
        return hits.stream().filter(lists::isAct).noneMatch(hit -> distance(hit, names) < distance(hit, rivals));
    }

    private static int distance(Hit hit, List<Hit> others) {
        return others.stream()
                .mapToInt(other -> Math.max(other.from() - hit.to(), hit.from() - other.to()))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether an act is named here, by a plain word or by a weak one beside a mark. */
    boolean namesAct() {
        return act || weak && telling;
    }

    boolean namesPlainAct() {
        return act;
    }

    /** Whether a word stands here that may name an act. */
    boolean hintsAtAct() {
        return act || weak || clause;
    }

    /** Whether a clause of the event's document is cited here without a word for an act. */
    boolean citesClause() {
        return clause && !namesAct();
    }

    /** Whether it names a look-alike of the event's own parties and nothing that is the event's alone. */
    boolean isPredecessors() {
        return sameParties;
    }

    /** Whether something stands here that is the event's alone. */
    boolean settles() {
        return settled;
    }

    /** Whether it is about a look-alike: an act of it is, or it names one and not the event, be there an act or not. */
    boolean isRivals(long allRequired) {
        return referent == Referent.RIVAL || contested && (sameParties || required != allRequired);
    }

    /** Whether the sentence speaks of the event. */
    boolean isAboutEvent() {
        return referent.isEvent();
    }

    /** How strongly the event is told here: 0 where it is not, 1 for a plain word with all names, more with each mark. */
    double strength(long allRequired) {
        if (!isAboutEvent()) {
            return 0;
        }
        double together = referent == Referent.ALL_NAMES && required != allRequired ? NEIGHBOUR : 1;
        double more = 1 + PER_MARK * Math.min(MOST_MARKS, Long.bitCount(marks));
        return (act ? 1 : WEAK) * (passing ? IN_PASSING : 1) * together * more;
    }
}
