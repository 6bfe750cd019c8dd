package org.pactlens.relevance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pactlens.Spelling;
import org.pactlens.study.RelevanceModel;
import org.pactlens.study.RelevanceModel.Contest;
import org.pactlens.study.RelevanceModel.Role;
import org.pactlens.study.RequiredConcepts;
import org.pactlens.text.WordPatterns;
import org.pactlens.text.WordPatterns.Hit;

/**
 * All word lists of the rule in one matcher: first the required concepts, then the evidence, then the tells. At most
 * {@link Long#SIZE} of each, so that a set of them is one number.
 */
final class Lists {
    final List<RequiredConcepts.Concept> required;
    final List<RelevanceModel.Evidence> evidence;
    final List<RelevanceModel.Tells> tells;
    final WordPatterns patterns;
    private final long enoughAlone;
    private final long[] namesOfTell;

    Lists(RequiredConcepts concepts, RelevanceModel model) {
        required = concepts.concepts();
        evidence = model.evidence();
        tells = model.tells();
        List<List<String>> groups = new ArrayList<>();
        required.forEach(list -> groups.add(list.terms()));
        evidence.forEach(list -> groups.add(list.terms()));
        tells.forEach(list -> groups.add(list.terms()));
        if (Math.max(required.size(), Math.max(evidence.size(), tells.size())) > Long.SIZE) {
            throw new IllegalArgumentException("more than 64 lists of one kind");
        }
        patterns = new WordPatterns(groups);
        enoughAlone = required(RequiredConcepts.Concept::enoughAlone);
        namesOfTell = tells.stream()
                .mapToLong(tell -> required(concept -> tell.names().contains(concept.id())))
                .toArray();
    }

    private long required(Predicate<RequiredConcepts.Concept> which) {
        long set = 0;
        for (int i = 0; i < required.size(); i++) {
            set |= which.test(required.get(i)) ? 1L << i : 0;
        }
        return set;
    }

    boolean isRequired(int group) {
        return group < required.size();
    }

    boolean isEvidence(int group) {
        return group >= required.size() && group < required.size() + evidence.size();
    }

    RelevanceModel.Evidence evidence(int group) {
        return evidence.get(group - required.size());
    }

    int tellIndex(int group) {
        return group - required.size() - evidence.size();
    }

    long allRequired() {
        return required.size() == Long.SIZE ? -1L : (1L << required.size()) - 1;
    }

    /** The required concepts that must stand by the tells of a look-alike. */
    long names(int tell) {
        return namesOfTell[tell];
    }

    /** The required concepts that name the event beside an act without the others. */
    long enoughAlone() {
        return enoughAlone;
    }

    /** Whether a look-alike contests an act beside this word. */
    boolean contests(Hit hit) {
        return isTell(hit) && tells.get(tellIndex(hit.group())).contest().compareTo(Contest.ALWAYS) >= 0;
    }

    /** Whether it is a name that ties an act to the event without the others. */
    boolean isEnoughAlone(Hit hit) {
        return isRequired(hit.group()) && required.get(hit.group()).enoughAlone();
    }

    /** Whether it names a look-alike that has the parties of the event. */
    boolean hasSameParties(Hit hit) {
        return contests(hit) && tells.get(tellIndex(hit.group())).contest() == Contest.SAME_PARTIES;
    }

    /** Whether it is a word for an act, plain or weak. */
    boolean isAct(Hit hit) {
        return isEvidence(hit.group())
                && (evidence(hit.group()).role() == Role.ACT
                        || evidence(hit.group()).role() == Role.WEAK);
    }

    /** Whether it goes with the event in particular. */
    boolean isMark(Hit hit) {
        return isEvidence(hit.group())
                && switch (evidence(hit.group()).role()) {
                    case MARK, CLAUSE, DETAIL -> true;
                    case ACT, WEAK, PASSING -> false;
                };
    }

    /** Whether it is a look-alike's. */
    boolean isTell(Hit hit) {
        return !isRequired(hit.group()) && !isEvidence(hit.group());
    }

    boolean speaksFor(Hit hit) {
        return isRequired(hit.group()) || isEvidence(hit.group());
    }

    String id(int group) {
        if (isRequired(group)) {
            return required.get(group).id();
        }
        return isEvidence(group)
                ? evidence(group).id()
                : tells.get(tellIndex(group)).id();
    }

    String role(int group) {
        if (isRequired(group)) {
            return "required";
        }
        return isEvidence(group) ? Spelling.of(evidence(group).role()) : "tell";
    }
}
