package org.pactlens.framing;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything coded of one article.
 *
 * @param frames frame hits in text order, title first
 * @param namesUsed distinct forms of the event's name
 * @param flags by flag group of the study (say {@code article4}) the value of each of its flags
 * @param labels by label list of the study (say {@code war_label}) the label ids in the outlet's own voice
 * @param contexts ids of the study's contexts that the article mentions
 * @param quotations in text order, title first
 */
public record Coding(
        List<FrameHit> frames,
        List<NameUsed> namesUsed,
        SortedMap<String, SortedMap<String, Boolean>> flags,
        SortedMap<String, SortedSet<String>> labels,
        SortedSet<String> contexts,
        List<Quotation> quotations) {
    /** Of an article that says nothing of the event, or is in a language without a codebook. */
    public static final Coding NOTHING =
            new Coding(List.of(), List.of(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), List.of());

    public Coding {
        frames = List.copyOf(frames);
        namesUsed = List.copyOf(namesUsed);
        flags = new TreeMap<>(Map.copyOf(flags));
        labels = new TreeMap<>(Map.copyOf(labels));
        quotations = List.copyOf(quotations);
    }
}
