package org.pactlens.study;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A person who speaks for a source group.
 *
 * @param name canonical form
 * @param names by language tag: forms in texts as terms
 */
public record Speaker(String id, String name, String group, String office, Map<String, List<String>> names)
        implements Serializable {}
