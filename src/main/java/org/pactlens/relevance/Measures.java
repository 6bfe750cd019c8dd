package org.pactlens.relevance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pactlens.study.RelevanceFeature;
import org.pactlens.study.RelevanceModel;

/**
 * The numbers that the score is a function of. None depends on the length of an article: sentences are counted in the
 * title, the lead and the window of sentences that says most of the event, or by the logarithm.
 */
final class Measures {
    /** More than this, marks in title or lead say nothing new. */
    private static final double STRONGEST = 1.5;

    private static final double BACKGROUND = 0.3;

    /** Sentences from which on an article tells of the event more than in passing. */
    private static final double SEVERAL = 3;

    private static final double WEIGHT_OF_TITLE = 2;

    /** So many words tell little, whosever they are. */
    private static final double FEW_WORDS = 3;

    private final RelevanceModel.Reading reading;
    private final long allRequired;
    private double ours;
    private double rivals;

    /** How strongly the title names the event. */
    double title;

    /** How strongly one of the first sentences names it. */
    double lead;

    /** Sentences about the event in the window that has most; fewer count where the title is a look-alike's. */
    double window;

    /** Share of the sentences that are about the event, the title counted twice; may exceed 1 in short texts. */
    double share;

    private double rivalTitle;
    private boolean mentioned;
    private double early;
    private double ownWords;

    Measures(Reading title, Reading text, Lists lists, RelevanceModel.Reading reading) {
        this(title.passages(), text.passages(), lists.allRequired(), reading);
        Set<String> own = title.spellings(lists::isMark);
        own.addAll(text.spellings(lists::isMark));
        Set<String> others = title.spellings(lists::isTell);
        others.addAll(text.spellings(lists::isTell));
        ownWords = (own.size() - others.size()) / (own.size() + others.size() + FEW_WORDS);
    }

    private Measures(List<Passage> title, List<Passage> text, long allRequired, RelevanceModel.Reading reading) {
        this.reading = reading;
        this.allRequired = allRequired;
        for (int i = 0; i < text.size(); i++) {
            add(text.get(i), 1);
            lead = i < reading.leadSentences() ? Math.max(lead, sure(text.get(i))) : lead;
        }
        window = fullestWindow(text);
        for (Passage passage : title) {
            add(passage, WEIGHT_OF_TITLE);
            this.title = Math.max(this.title, sure(passage));
            rivalTitle = passage.isRivals(allRequired) ? 1 : rivalTitle;
        }
        if (rivalTitle == 1) {
            // The event is the background of an article about something else.
            lead *= BACKGROUND;
            window *= BACKGROUND;
        }
        share = text.isEmpty() ? 0 : ours / text.size();
    }

    private void add(Passage passage, double weight) {
        ours += passage.isAboutEvent() ? weight : 0;
        mentioned |= passage.hintsAtAct() && passage.required == allRequired
                || passage.namesAct() && passage.around == allRequired;
        rivals += passage.referent == Referent.RIVAL ? weight : 0;
    }

    private double sure(Passage passage) {
        return passage.referent.sureness * Math.min(STRONGEST, passage.strength(allRequired));
    }

    private int fullestWindow(List<Passage> text) {
        int most = 0;
        int now = 0;
        for (int i = 0; i < text.size(); i++) {
            now += text.get(i).isAboutEvent() ? 1 : 0;
            int left = i - reading.windowSentences();
            now -= left >= 0 && text.get(left).isAboutEvent() ? 1 : 0;
            most = Math.max(most, now);
        }
        return most;
    }

    /** Takes the day of publication into account; null where it is unknown. */
    void published(LocalDate day, LocalDate earliest) {
        if (day != null && !day.isBefore(earliest)) {
            early = Math.min(1, ours / SEVERAL)
                    * (rivalTitle == 1 ? BACKGROUND : 1)
                    * Math.exp(-ChronoUnit.DAYS.between(earliest, day) / (double) reading.earlyDays());
        }
    }

    /** Whether any sentence is about the event. */
    boolean findsEvent() {
        return ours > 0;
    }

    /** Whether any sentence names, or may name, an act beside all names, be it a look-alike's. */
    boolean mentionsEvent() {
        return findsEvent() || mentioned;
    }

    /** Share of the acts that are a look-alike's, 0..1. */
    double rival() {
        return rivals / (rivals + ours + 1);
    }

    Map<RelevanceFeature, Double> values() {
        Map<RelevanceFeature, Double> values = new EnumMap<>(RelevanceFeature.class);
        values.put(RelevanceFeature.TITLE, title);
        values.put(RelevanceFeature.LEAD, lead);
        values.put(RelevanceFeature.WINDOW, Math.log1p(window));
        values.put(RelevanceFeature.RIVAL, rival());
        values.put(RelevanceFeature.EARLY, early);
        values.put(RelevanceFeature.OWN_WORDS, ownWords);
        return values;
    }
}
