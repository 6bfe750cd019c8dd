package org.pactlens.relevance;

import java.time.LocalDate;
import org.pactlens.study.RelevanceModel.Contest;
import org.pactlens.study.RelevanceModel.Tells;

/**
 * Names the look-alike that an article is most likely about: the one whose tells stand in title, lead and most sentences,
 * beside the names that go with it.
 */
final class LookAlikeFinder {
    private static final double IN_TITLE = 3;
    private static final double IN_LEAD = 2;
    private static final int LEAD_SENTENCES = 2;

    /** Articles on all else are many; those of a few weeks are about what happened in them. */
    private static final double IN_A_SHORT_TIME = 2;

    /** What a look-alike needs in all: its tells in title or lead, or in two sentences. */
    private static final double ENOUGH = 2;

    private final Lists lists;

    LookAlikeFinder(Lists lists) {
        this.lists = lists;
    }

    /** The id of the look-alike with the strongest tells, the first in the study among equals; null for none. */
    String nearest(Reading title, Reading text, LocalDate day) {
        String nearest = null;
        double most = 0;
        for (int i = 0; i < lists.tells.size(); i++) {
            Tells tells = lists.tells.get(i);
            double strength = tells.holds(day) && !isOfEvent(tells, title, text) ? strength(title, text, i) : 0;
            strength *= tells.isShort() ? IN_A_SHORT_TIME : 1;
            if (strength >= ENOUGH && (strength > most && !tells.otherwise() || nearest == null)) {
                nearest = tells.id();
                most = strength;
            }
        }
        return nearest;
    }

    /** A look-alike that goes with no name at all is no look-alike where the event's own name stands. */
    private boolean isOfEvent(Tells tells, Reading title, Reading text) {
        return tells.names().isEmpty() && ((title.required() | text.required()) & lists.enoughAlone()) != 0;
    }

    private double strength(Reading title, Reading text, int tell) {
        long inTitle = title.required();
        double sum = 0;
        for (Passage passage : title.passages()) {
            sum += tells(passage, tell, inTitle) ? IN_TITLE : 0;
        }
        if (sum == 0 && !title.passages().isEmpty() && lists.tells.get(tell).contest() == Contest.ONE_NAME) {
            // Such a name is too common to be more than scenery in the text.
            return 0;
        }
        for (int i = 0; i < text.passages().size(); i++) {
            sum += !tells(text.passages().get(i), tell, inTitle) ? 0 : i < LEAD_SENTENCES ? IN_LEAD : 1;
        }
        return sum;
    }

    private boolean tells(Passage passage, int tell, long inTitle) {
        long names = lists.names(tell);
        if (lists.tells.get(tell).terms().isEmpty()) {
            return (passage.required & names) == names;
        }
        return (passage.tells >> tell & 1) == 1
                && ((passage.around | inTitle) & names) == names
                && (lists.tells.get(tell).contest().compareTo(Contest.ALWAYS) < 0 || passage.namesAct());
    }
}
