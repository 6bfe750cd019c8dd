package org.pactlens.study;

import org.pactlens.Spelling;

/** The numbers that the relevance score is a function of; a study weighs them by name. */
public enum RelevanceFeature {
    TITLE("how strongly the title names the event, 0 to 1.5", true),
    LEAD("the same of the strongest of the first sentences", true),
    WINDOW("log(1 + sentences about it in the window that has most), fewer where the title is a look-alike's", true),
    RIVAL("share of the acts that are a look-alike's, 0 to 1", false),
    EARLY("e^-(days since the earliest day / early_days) where several sentences are about it; 0 without a date", true),
    OWN_WORDS("different marks of the event less different words of look-alikes, by their sum + 3, -1 to 1", true);

    private final String meaning;
    private final boolean speaksFor;

    RelevanceFeature(String meaning, boolean speaksFor) {
        this.meaning = meaning;
        this.speaksFor = speaksFor;
    }

    /** What it is and in which range, for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether more of it may only raise the score; else it may only lower it. */
    public boolean speaksFor() {
        return speaksFor;
    }

    /** Its name in studies and tables. */
    public String id() {
        return Spelling.of(this);
    }
}
