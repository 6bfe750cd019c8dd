package org.pactlens.reuse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins articles by links, the closest first, as long as enough pairs across the two groups are linked (average
 * linkage). A story that grows over a day is not chained through its versions to one that shares little with the first.
 * Near linear in the number of links.
 */
final class Clusters {
    /** Share of the pairs across two groups that must be linked. */
    private static final double LINKED = 1.0 / 3;
    /** Share of one article of a pair in the other from which the pair speaks for joining their groups. */
    private static final double SPEAKS = 0.5;

    private final Map<String, List<String>> members = new HashMap<>();
    private final Map<String, String> groupOf = new HashMap<>();
    /** For each group the number of linked pairs with each other group. */
    private final Map<String, Map<String, Integer>> across = new HashMap<>();

    private Clusters(Collection<String> ids) {
        for (String id : ids) {
            members.put(id, new ArrayList<>(List.of(id)));
            groupOf.put(id, id);
            across.put(id, new HashMap<>());
        }
    }

    /**
     * The group of each article, named by one of its members.
     *
     * @param joining links that may join two groups
     * @param known links that speak for or against it, those of {@code joining} among them, each once
     */
    static Map<String, String> of(Collection<String> ids, Collection<Link> joining, Collection<Link> known) {
        Clusters clusters = new Clusters(ids);
        for (Link link : known) {
            if (Math.max(link.sourceShare(), link.targetShare()) >= SPEAKS) {
                clusters.across.get(link.sourceId()).merge(link.targetId(), 1, Integer::sum);
                clusters.across.get(link.targetId()).merge(link.sourceId(), 1, Integer::sum);
            }
        }
        joining.stream()
                .sorted(Comparator.comparingDouble(Clusters::closeness)
                        .reversed()
                        .thenComparing(Link::sourceId)
                        .thenComparing(Link::targetId))
                .forEach(link -> clusters.merge(link.sourceId(), link.targetId(), LINKED));
        return clusters.groupOf;
    }

    /** Groups of all that hang together, however loosely: an upper bound of what may be one story. */
    static Map<String, String> chained(Collection<String> ids, Collection<Link> joining) {
        Clusters clusters = new Clusters(ids);
        joining.forEach(link -> clusters.merge(link.sourceId(), link.targetId(), 0));
        return clusters.groupOf;
    }

    private static double closeness(Link link) {
        return Math.min(link.sourceShare(), link.targetShare());
    }

    private void merge(String id, String otherId, double linked) {
        String one = groupOf.get(id);
        String other = groupOf.get(otherId);
        if (one.equals(other)) {
            return;
        }
        String large = members.get(one).size() >= members.get(other).size() ? one : other;
        String small = large.equals(one) ? other : one;
        // Of a large group, each article was compared with a limited number of neighbours only.
        int comparable = members.get(small).size() * Math.min(members.get(large).size(), Candidates.NEIGHBOURS);
        if (across.get(large).getOrDefault(small, 0) < linked * comparable) {
            return;
        }
        members.remove(small).forEach(member -> {
            groupOf.put(member, large);
            members.get(large).add(member);
        });
        across.remove(small).forEach((group, pairs) -> {
            Map<String, Integer> back = across.get(group);
            back.remove(small);
            if (!group.equals(large)) {
                across.get(large).merge(group, pairs, Integer::sum);
                back.merge(large, pairs, Integer::sum);
            }
        });
    }
}
