package org.pactlens.study;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How texts are coded. Maps keep the order of the files.
 *
 * @param sourceGroups id to meaning: whose claim a hit is
 * @param targets id to meaning: what a hit judges
 * @param lexicons by language tag, one for each language of the study
 * @param offices by source group, then by language: terms for bodies that speak for the group
 */
public record Codebook(
        Map<String, String> sourceGroups,
        Map<String, String> targets,
        List<Frame> frames,
        Map<String, Lexicon> lexicons,
        List<Speaker> speakers,
        Map<String, Map<String, List<String>>> offices)
        implements Serializable {

    public Codebook {
        frames = List.copyOf(frames);
        speakers = List.copyOf(speakers);
    }

    public Optional<Frame> frame(String id) {
        return frames.stream().filter(frame -> frame.id().equals(id)).findFirst();
    }

    /**
     * The lexicons to code a text with: that of the tag itself; else that of the primary subtag together with all of
     * its variants (a text in {@code ko} of unknown side is read with {@code ko} and {@code ko-KP}).
     *
     * @param language BCP 47 tag, or null
     * @return empty where the codebook does not know the language
     */
    public List<Lexicon> lexiconsFor(String language) {
        throw new UnsupportedOperationException();
    }
}
