package org.pactlens.study;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * One study as data: what it is about, how texts are coded, which outlets and agencies it knows.
 *
 * @param id short name, letters, digits and hyphens
 * @param lookAlikes events that share words with the event, in the study's order
 * @param phases in time; every day lies in exactly one
 * @param languages BCP 47 tags of the codebook's languages, in the study's order
 * @param concepts what a text must hold to be of interest at all
 * @param relevance features and weights of the relevance rule
 * @param speech how each language marks speech, negation and doubt
 * @param framing who is named by a state's name, and what a frame judges
 * @param fingerprint sha256 in hex over the content of all files; comments, layout and order of keys do not count
 * @param screenFingerprint the same over {@code concepts} only
 */
public record Study(
        String id,
        String title,
        Event event,
        List<LookAlike> lookAlikes,
        List<Phase> phases,
        List<String> languages,
        Settings settings,
        Codebook codebook,
        Outlets outlets,
        Agencies agencies,
        RequiredConcepts concepts,
        RelevanceModel relevance,
        SpeechWords speech,
        FramingModel framing,
        String fingerprint,
        String screenFingerprint)
        implements Serializable {

    /** Phase of articles without a date. */
    public static final String UNKNOWN_PHASE = "unknown";

    public Study {
        lookAlikes = List.copyOf(lookAlikes);
        phases = List.copyOf(phases);
        languages = List.copyOf(languages);
    }

    /** Id of the phase that holds the day; {@link #UNKNOWN_PHASE} for null. */
    public String phaseOf(LocalDate dayUtc) {
        if (dayUtc == null) {
            return UNKNOWN_PHASE;
        }
        return phases.stream()
                .filter(phase -> phase.holds(dayUtc))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
