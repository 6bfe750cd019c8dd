package org.pactlens.relevance;

import java.util.List;
import org.pactlens.study.RelevanceModel.Reading;

/**
 * Follows an article from its title to its end and decides of each act that a sentence names what it is an act of. An
 * article names the event in full once or twice and then says "the treaty"; another is about a look-alike and compares it
 * with the event once.
 */
final class Discourse {
    private enum Topic {
        UNKNOWN,
        EVENT,
        RIVAL
    }

    private final long allRequired;
    private final long enoughAlone;
    private final Reading reading;
    private Topic topic = Topic.UNKNOWN;
    private boolean rivalTitle;
    private int sinceEvent;

    private Discourse(Lists lists, Reading reading) {
        this.allRequired = lists.allRequired();
        this.enoughAlone = lists.enoughAlone();
        this.reading = reading;
    }

    /** Sets {@link Passage#referent} in the title, then in the text. */
    static void follow(List<Passage> title, List<Passage> text, Lists lists, Reading reading) {
        new Discourse(lists, reading).follow(title, text);
    }

    private void follow(List<Passage> title, List<Passage> text) {
        Passage lead = lead(text);
        for (Passage passage : title) {
            passage.contested |= lead.contested && (passage.required & enoughAlone) == 0
                    || lead.isPredecessors() && !passage.settles();
            passage.around |= lead.around;
            decide(passage, passage.around);
            rivalTitle |= passage.isRivals(allRequired);
        }
        sinceEvent = 0;
        for (int i = 0; i < text.size(); i++) {
            decide(text.get(i), namesAround(text, i));
        }
    }

    /** The first sentence that names an act, else the first. */
    private Passage lead(List<Passage> text) {
        return text.stream()
                .limit(reading.leadSentences())
                .filter(Passage::namesAct)
                .findFirst()
                .orElseGet(() -> text.isEmpty() ? new Passage() : text.get(0));
    }

    private long namesAround(List<Passage> text, int at) {
        long names = 0;
        int to = Math.min(text.size(), at + reading.aroundSentences() + 1);
        for (int i = Math.max(0, at - reading.aroundSentences()); i < to; i++) {
            names |= text.get(i).required;
        }
        return names;
    }

    private void decide(Passage passage, long namesAround) {
        if (passage.namesAct()) {
            passage.referent = ofAct(passage, namesAround);
        } else if (passage.citesClause()) {
            passage.referent = ofClause(passage);
        }
        sinceEvent++;
        if (passage.isAboutEvent() && !rivalTitle) {
            topic = Topic.EVENT;
            sinceEvent = 0;
        } else if (passage.referent == Referent.RIVAL && topic == Topic.UNKNOWN) {
            topic = Topic.RIVAL;
        }
    }

    private Referent ofAct(Passage passage, long namesAround) {
        boolean oneName = passage.required != allRequired && (passage.required & enoughAlone) != 0;
        if (passage.contested || oneName && passage.namesRival) {
            return Referent.RIVAL;
        }
        if (topic == Topic.RIVAL && passage.required != allRequired) {
            return Referent.RIVAL;
        }
        if (passage.around == allRequired) {
            return Referent.ALL_NAMES;
        }
        if (oneName) {
            return Referent.ONE_NAME;
        }
        if (refersBack()) {
            return Referent.BACK;
        }
        if (topic == Topic.RIVAL) {
            return Referent.RIVAL;
        }
        return namesAround == allRequired ? Referent.NAMES_AROUND : Referent.OPEN;
    }

    private Referent ofClause(Passage passage) {
        if (passage.contested) {
            return Referent.NONE;
        }
        if (passage.required == allRequired) {
            return Referent.ALL_NAMES;
        }
        return refersBack() ? Referent.BACK : Referent.NONE;
    }

    private boolean refersBack() {
        return topic == Topic.EVENT && sinceEvent <= reading.chainSentences();
    }
}
