package org.pactlens.study;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a text must hold to be of interest at all: at least one stem of every concept.
 *
 * @param stems by concept id: plain stems of all languages without wildcards
 */
public record RequiredConcepts(Map<String, List<String>> stems) implements Serializable {}
