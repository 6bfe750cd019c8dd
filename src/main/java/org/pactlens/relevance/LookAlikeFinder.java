package org.pactlens.relevance;

import java.time.LocalDate;
import java.util.List;
import org.pactlens.study.RelevanceModel.Tells;

/** Names the look-alike that an article is most likely about. */
final class LookAlikeFinder {
    private static final double IN_TITLE = 3;

    /** A tell beside a word for an act says more than a tell alone. */
    private static final double BESIDE_ACT = 2;

    /** What a look-alike needs in all: its tell in the title, or in some sentences. */
    private static final double ENOUGH = 3;

    private final Lists lists;

    LookAlikeFinder(Lists lists) {
        this.lists = lists;
    }

    /** The id of the look-alike with the strongest tells, the first in the study among equals; null for none. */
    String nearest(List<Passage> title, List<Passage> text, LocalDate day) {
        String nearest = null;
        double most = ENOUGH;
        for (int i = 0; i < lists.tells.size(); i++) {
            Tells tells = lists.tells.get(i);
            if (tells.holds(day)) {
                double sum = IN_TITLE * sum(title, i, tells.contests()) + sum(text, i, tells.contests());
                if (sum > most || sum == most && nearest == null) {
                    nearest = tells.id();
                    most = sum;
                }
            }
        }
        return nearest;
    }

    private double sum(List<Passage> passages, int tell, boolean needsAct) {
        double sum = 0;
        for (Passage passage : passages) {
            if ((passage.tells >> tell & 1) == 1 && passage.around != 0 && (!needsAct || passage.namesAct())) {
                sum += passage.act ? BESIDE_ACT : 1;
            }
        }
        return sum;
    }
}
