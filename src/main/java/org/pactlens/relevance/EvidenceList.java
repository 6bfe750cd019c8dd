package org.pactlens.relevance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pactlens.text.WordPatterns.Hit;

/**
 * The spans behind a score. What the features added to the log odds is shared out among the passages by their strength,
 * and in a passage among its words; the words of a look-alike stand beside them with weight 0. So the weights of an article
 * sum to what all its passages added.
 */
final class EvidenceList {
    private EvidenceList() {}

    /** @param added log odds beyond the bias */
    static List<Evidence> of(Reading title, Reading text, Lists lists, double added) {
        double sum = strength(title, lists) + strength(text, lists);
        List<Evidence> evidence = new ArrayList<>();
        if (sum > 0) {
            add(evidence, title, lists, added / sum);
            add(evidence, text, lists, added / sum);
        }
        return evidence;
    }

    private static double strength(Reading reading, Lists lists) {
        double sum = 0;
        for (Passage passage : reading.passages()) {
            sum += passage.strength(lists.allRequired());
        }
        return sum;
    }

    private static void add(List<Evidence> evidence, Reading reading, Lists lists, double perStrength) {
        for (Passage passage : reading.passages()) {
            double strength = passage.strength(lists.allRequired());
            if (strength > 0) {
                add(evidence, reading, passage, lists, perStrength * strength);
            }
        }
    }

    private static void add(List<Evidence> evidence, Reading reading, Passage passage, Lists lists, double added) {
        long counted = passage.hits.stream().filter(lists::speaksFor).count();
        List<Hit> hits = new ArrayList<>(passage.hits);
        hits.sort(Comparator.comparingInt(Hit::from).thenComparing(Hit::to, Comparator.reverseOrder()));
        for (Hit hit : hits) {
            boolean contests = lists.contests(hit);
            if (contests || lists.speaksFor(hit)) {
                evidence.add(new Evidence(
                        reading.words().span(hit.from(), hit.to()),
                        reading.isTitle(),
                        reading.words().quote(hit.from(), hit.to()),
                        lists.id(hit.group()),
                        lists.role(hit.group()),
                        contests ? 0 : added / counted));
            }
        }
    }
}
