package org.pactlens.study;

import com.ibm.icu.util.ULocale;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How texts are coded. Maps keep the order of the files.
 *
 * @param lexicons by language tag, one for each language of the study
 * @param offices by source group, then by language: terms for bodies that speak for the group
 */
public record Codebook(
        Scheme scheme,
        List<Frame> frames,
        Map<String, Lexicon> lexicons,
        List<Speaker> speakers,
        Map<String, Map<String, List<String>>> offices)
        implements Serializable {

    /**
     * The ids that codes are made of, each with its meaning for people.
     *
     * @param sourceGroups whose claim a hit is
     * @param targets what a hit judges
     * @param nameClasses kinds of forms of the event's name
     * @param contextSets words that a weak term needs beside it
     * @param flags by flag group: yes-or-no codes of an article
     * @param labels by label list: names that the outlet itself uses
     * @param contexts things an article may mention
     * @param reportingStances what a word of saying lets show
     */
    public record Scheme(
            Map<String, String> voices,
            Map<String, String> sourceGroups,
            Map<String, String> targets,
            Map<String, String> nameClasses,
            Map<String, String> contextSets,
            Map<String, Map<String, String>> flags,
            Map<String, Map<String, String>> labels,
            Map<String, String> contexts,
            Map<String, String> reportingStances)
            implements Serializable {}

    public Codebook {
        frames = List.copyOf(frames);
        speakers = List.copyOf(speakers);
    }

    public Optional<Frame> frame(String id) {
        return frames.stream().filter(frame -> frame.id().equals(id)).findFirst();
    }

    /**
     * The lexicons to code a text with: that of the tag itself; else that of its likely script ({@code zh-TW} is read
     * as {@code zh-Hant}); else that of its primary subtag; else all variants of the primary subtag together.
     *
     * @param language BCP 47 tag, or null
     * @return empty where the codebook does not know the language
     */
    public List<Lexicon> lexiconsFor(String language) {
        if (language == null) {
            return List.of();
        }
        ULocale locale = ULocale.forLanguageTag(language);
        String primary = locale.getLanguage();
        String likely = primary + "-" + ULocale.addLikelySubtags(locale).getScript();
        for (String tag : List.of(language, language.equals(primary) ? language : likely, primary)) {
            if (lexicons.containsKey(tag)) {
                return List.of(lexicons.get(tag));
            }
        }
        return lexicons.values().stream()
                .filter(lexicon -> lexicon.language().startsWith(primary + "-"))
                .toList();
    }
}
