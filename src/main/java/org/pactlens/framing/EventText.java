package org.pactlens.framing;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pactlens.framing.Word.Role;
import org.pactlens.relevance.Evidence;
import org.pactlens.relevance.Relevance;
import org.pactlens.study.FramingModel;

/**
 * Which sentences of an article are about the event, so that frames apply there. Of an article whose main subject it is
 * all. Of another those near a sentence that tells of it: in the same paragraph, and where a part of the article is about
 * the event also in paragraphs around that name the event or a party.
 */
final class EventText implements ArticleCodes.Applies {
    private static final int MAIN = 3;
    private static final int PART = 2;

    /** Sentences from one that mentions the event; a paragraph may be a whole page. */
    private static final int REACH = 4;

    /** The same in a story of which a part is about the event, and what is a story: sentences. */
    private static final int REACH_IN_STORY = 12;

    private static final int LONGEST_STORY = 40;

    private final Passage passage;
    private final FramingModel model;
    private final BitSet about = new BitSet();
    private final boolean story;

    /** @param relevance of grade 1 to 3 */
    EventText(Passage passage, FramingModel model, Relevance relevance) {
        this.passage = passage;
        this.model = model;
        int grade = relevance.grade();
        boolean isShort = passage.periods().size() <= LONGEST_STORY;
        story = grade == MAIN || grade == PART && isShort;
        if (grade == MAIN || grade == PART && passage.isTitle()) {
            about.set(0, passage.periods().size());
            return;
        }
        BitSet naming = grade == PART ? paragraphsNaming() : new BitSet();
        int reach = story ? REACH_IN_STORY : REACH;
        anchors(relevance).stream().forEach(period -> addAround(period, reach, naming));
    }

    /**
     * The sentences that the score rests on, with all parties in them or beside them and at least half as strong as the
     * strongest: "the treaty" alone may be another one in a long report.
     */
    private BitSet anchors(Relevance relevance) {
        SortedMap<Integer, Double> told = new TreeMap<>();
        for (Evidence evidence : relevance.evidence()) {
            if (evidence.inTitle() == passage.isTitle() && evidence.weight() != 0) {
                told.merge(passage.periodAt(evidence.span().start()), Math.abs(evidence.weight()), Double::sum);
            }
        }
        double strongest = told.values().stream().max(Double::compare).orElse(0.0);
        BitSet anchors = new BitSet();
        told.forEach((period, weight) -> anchors.set(period, weight >= strongest / 2 && namesParties(period)));
        if (anchors.isEmpty()) {
            told.keySet().forEach(anchors::set);
        }
        return anchors;
    }

    /** Whether all parties are named in a sentence or beside it. */
    private boolean namesParties(int period) {
        List<Period> periods = passage.periods();
        int from = periods.get(Math.max(0, period - 1)).start();
        int to = periods.get(Math.min(periods.size() - 1, period + 1)).end();
        return partiesIn(from, to) == model.parties().size();
    }

    private int partiesIn(int from, int to) {
        Set<String> parties = new HashSet<>();
        for (int i = passage.firstWord(from); i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            if (word.start() >= to || parties.size() == model.parties().size()) {
                break;
            }
            if (isParty(word)) {
                parties.add(word.id());
            }
        }
        return parties.size();
    }

    private boolean isParty(Word word) {
        boolean who = word.role() == Role.STATE || word.role() == Role.SPEAKER || word.role() == Role.BODY;
        return who && model.parties().containsKey(word.id());
    }

    /**
     * Whether a sentence says enough for a weak term: any does in a story, since all of it is near the event; in a long
     * text about other things one that names all parties, or one and the event.
     */
    boolean supports(Period sentence) {
        if (story) {
            return true;
        }
        int parties = partiesIn(sentence.start(), sentence.end());
        return parties == model.parties().size()
                || parties > 0 && passage.has(Role.NAME, sentence.start(), sentence.end());
    }

    private void addAround(int told, int reach, BitSet naming) {
        List<Period> periods = passage.periods();
        for (int i = Math.max(0, told - reach); i < periods.size() && i <= told + reach; i++) {
            int paragraph = periods.get(i).paragraph();
            if (paragraph == periods.get(told).paragraph() || naming.get(paragraph)) {
                about.set(i);
            }
        }
    }

    /** The paragraphs with a form of the event's name or a party. */
    private BitSet paragraphsNaming() {
        BitSet naming = new BitSet();
        for (Word word : passage.words()) {
            if (word.role() == Role.NAME || isParty(word)) {
                naming.set(passage.periods().get(passage.periodAt(word.start())).paragraph());
            }
        }
        return naming;
    }

    @Override
    public boolean at(int offset) {
        int period = passage.periodAt(offset);
        return period >= 0 && about.get(period);
    }
}
