package org.pactlens.study;

import java.io.Serializable;

/** Features and weights of the relevance rule. */
public record RelevanceModel() implements Serializable {

    static RelevanceModel read(YamlNode root) {
        root.knows();
        return new RelevanceModel();
    }
}
