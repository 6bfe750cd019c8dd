package org.pactlens.relevance;

import java.time.LocalDate;
import java.util.List;
import org.pactlens.study.RelevanceModel.Contest;
import org.pactlens.study.RelevanceModel.Tells;

/** Names the look-alike that an article is most likely about. */
final class LookAlikeFinder {
    private static final double IN_TITLE = 3;
    private static final double IN_LEAD = 2;
    private static final int LEAD_SENTENCES = 2;

    /** A tell beside an act says more than a tell alone. */
    private static final double BESIDE_ACT = 2;

    /** What a look-alike needs in all: its tell in the title, the lead or some sentences. */
    private static final double ENOUGH = 2;

    private final Lists lists;

    LookAlikeFinder(Lists lists) {
        this.lists = lists;
    }

    /** The id of the look-alike with the strongest tells, the first in the study among equals; null for none. */
    String nearest(List<Passage> title, List<Passage> text, LocalDate day) {
        boolean named =
                title.stream().anyMatch(this::namesEnough) || text.stream().anyMatch(this::namesEnough);
        String nearest = null;
        double most = 0;
        for (int i = 0; i < lists.tells.size(); i++) {
            Tells tells = lists.tells.get(i);
            if (tells.holds(day) && tells.withoutNames() != named) {
                double strength = strength(title, text, i);
                if (strength >= ENOUGH && strength > most) {
                    nearest = tells.id();
                    most = strength;
                }
            }
        }
        return nearest;
    }

    private boolean namesEnough(Passage passage) {
        return (passage.required & lists.enoughAlone()) != 0;
    }

    private double strength(List<Passage> title, List<Passage> text, int tell) {
        double sum = 0;
        for (Passage passage : title) {
            sum += IN_TITLE * worth(passage, tell);
        }
        for (int i = 0; i < text.size(); i++) {
            sum += (i < LEAD_SENTENCES ? IN_LEAD : 1) * worth(text.get(i), tell);
        }
        return sum;
    }

    private double worth(Passage passage, int tell) {
        if ((passage.tells >> tell & 1) == 0) {
            return 0;
        }
        return passage.namesAct() && lists.tells.get(tell).contest() != Contest.NEVER ? BESIDE_ACT : 1;
    }
}
