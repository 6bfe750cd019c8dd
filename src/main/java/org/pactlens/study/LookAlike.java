package org.pactlens.study;

import java.io.Serializable;
import java.util.List;

/**
 * An event that is easily taken for the study's.
 *
 * @param id the only form that is written
 * @param aliases ids under which older sheets name it
 * @param tell what tells it apart, for people
 */
public record LookAlike(String id, String title, List<String> aliases, String tell) implements Serializable {
    public LookAlike {
        aliases = List.copyOf(aliases);
    }
}
