package org.pactlens.study;

import java.io.Serializable;
import java.util.List;

/**
 * The news agencies that a study knows.
 *
 * @param pictureCredits wordings that credit a picture, never a text
 * @param creditWords wordings in front of agencies' names that make a line of its own a credit
 */
public record Agencies(List<Agency> all, List<String> pictureCredits, List<String> creditWords)
        implements Serializable {
    public Agencies {
        all = List.copyOf(all);
        pictureCredits = List.copyOf(pictureCredits);
        creditWords = List.copyOf(creditWords);
    }
}
