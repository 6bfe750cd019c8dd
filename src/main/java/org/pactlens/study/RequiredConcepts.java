package org.pactlens.study;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a text must hold to be of interest at all: at least one stem of every concept.
 *
 * @param stems by concept id: plain stems of all languages without wildcards
 */
public record RequiredConcepts(Map<String, List<String>> stems) implements Serializable {

    static RequiredConcepts read(YamlNode root) {
        Map<String, List<String>> stems = new LinkedHashMap<>();
        root.knows("concepts").required("concepts").entries().forEach((id, list) -> stems.put(id, list.texts()));
        return new RequiredConcepts(stems);
    }
}
