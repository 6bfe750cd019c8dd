package org.pactlens.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a text must hold to be of interest at all: at least one term of every concept, in any language.
 *
 * @param concepts in the order of the file; at least one
 */
public record RequiredConcepts(List<Concept> concepts) implements Serializable {
    /** The screen keeps one bit of a long for each. */
    private static final int MOST = 63;

    /**
     * One of the things that must be there.
     *
     * @param says its name in a sentence for people
     * @param enoughAlone whether an act beside a term of this concept alone is the event's, where an article names the
     *     other concepts elsewhere
     * @param terms of all languages, in the language of {@link org.pactlens.text.WordPatterns}, {@code *} only at the
     *     edges, so that the letters of a term stand together in every text that holds it
     */
    public record Concept(String id, String says, boolean enoughAlone, List<String> terms) implements Serializable {
        public Concept {
            terms = List.copyOf(terms);
        }
    }

    public RequiredConcepts {
        concepts = List.copyOf(concepts);
    }

    static RequiredConcepts read(YamlNode root) {
        List<Concept> concepts = new ArrayList<>();
        YamlNode all = root.knows("concepts").required("concepts");
        Map<String, YamlNode> byId = all.entries();
        byId.forEach((id, node) -> {
            node.knows("says", "enough_alone", "terms");
            List<String> terms = Patterns.read(node.required("terms"));
            concepts.add(new Concept(
                    id,
                    node.required("says").text(),
                    node.optional("enough_alone").flag(false),
                    terms));
            Patterns.refuseInnerStars(node.optional("terms"));
        });
        if (concepts.size() > MOST) {
            all.problem("there are more than " + MOST + " concepts", "Join those that mean the same");
        }
        if (all.present() && concepts.isEmpty()) {
            all.problem("there is no concept", "Name what an article must hold; without it no page could be dropped");
        }
        return new RequiredConcepts(concepts);
    }
}
