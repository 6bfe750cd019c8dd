package org.pactlens.study;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A news agency and how its credit looks.
 *
 * @param domains its own sites
 * @param patterns in the order of the file
 */
public record Agency(
        String id,
        String name,
        String country,
        List<String> domains,
        List<Credit> patterns,
        List<String> examples,
        List<String> counterExamples,
        String note)
        implements Serializable {

    /** Where in an article a credit stands; earlier constants are stronger evidence. */
    public enum Position {
        /** At the start of the body. */
        DATELINE,
        /** At the start of the body, without a place. */
        LEAD,
        /** In one of the last lines. */
        TAIL,
        /** In a sentence that ascribes the whole item. */
        CREDIT,
        /** In the field of authors. */
        BYLINE,
        /** Anywhere: weak. */
        BODY
    }

    /** @param language of the pages it is meant for, a primary subtag; null for all */
    public record Credit(Position position, Pattern pattern, String language) implements Serializable {}

    public Agency {
        domains = List.copyOf(domains);
        patterns = List.copyOf(patterns);
        examples = List.copyOf(examples);
        counterExamples = List.copyOf(counterExamples);
    }
}
