package org.pactlens.study;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A frame's definition for coders. Its words stand in the lexicons.
 *
 * @param weakContext context sets of which a weak term needs a term in its sentence
 * @param weakUnless context sets of which a weak term must have no term in its sentence
 * @param crosswalk name of another scheme to the frame's counterpart there
 */
public record Frame(
        String id,
        String name,
        String definition,
        List<String> include,
        List<String> exclude,
        List<String> examples,
        Map<String, String> crosswalk,
        List<String> weakContext,
        List<String> weakUnless,
        List<String> confusableWith)
        implements Serializable {
    public Frame {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        examples = List.copyOf(examples);
        weakContext = List.copyOf(weakContext);
        weakUnless = List.copyOf(weakUnless);
        confusableWith = List.copyOf(confusableWith);
    }
}
