package org.pactlens.study;

import java.io.Serializable;
import java.util.List;

/**
 * The news agencies that a study knows.
 *
 * @param pictureCredits wordings that credit a picture, never a text
 */
public record Agencies(List<Agency> all, List<String> pictureCredits) implements Serializable {
    public Agencies {
        all = List.copyOf(all);
        pictureCredits = List.copyOf(pictureCredits);
    }
}
