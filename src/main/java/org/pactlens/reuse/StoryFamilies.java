package org.pactlens.reuse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pactlens.study.Settings;

/**
 * Groups articles into story families by verified links alone. An article whose text stands in no single other, but
 * piecewise in articles that have nothing in common with each other, is a digest and glues nothing together.
 */
public final class StoryFamilies {
    private static final Comparator<Node> FIRST = Comparator.comparing(
                    Node::middle, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Node::id);

    private final Settings.Reuse settings;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, List<Link>> links = new HashMap<>();
    private final Map<String, String> clusterOf = new HashMap<>();

    private StoryFamilies(Settings.Reuse settings) {
        this.settings = settings;
    }

    /**
     * Families and roles of all articles, in order of their ids, whatever the order of what is given.
     *
     * @param links between any of the nodes, at most one a pair
     * @throws IllegalArgumentException where a link names no node
     */
    public static List<Traced> of(Collection<Node> nodes, Collection<Link> links, Settings.Reuse settings) {
        StoryFamilies families = new StoryFamilies(settings);
        nodes.forEach(node -> families.nodes.put(node.id(), node));
        links.forEach(families::add);
        families.join();
        return families.traced();
    }

    /**
     * A name for the story of each article, chained by every copy, so that what one story says in many versions is not
     * taken for a passage that many stories share.
     */
    public static Map<String, String> looseStories(Collection<Node> nodes, Collection<Link> links) {
        return Clusters.chained(
                nodes.stream().map(Node::id).toList(),
                links.stream().filter(Link::joins).toList());
    }

    private void add(Link link) {
        for (String id : List.of(link.sourceId(), link.targetId())) {
            if (!nodes.containsKey(id)) {
                throw new IllegalArgumentException(
                        "link of " + link.sourceId() + " and " + link.targetId() + ": there is no article " + id);
            }
            links.computeIfAbsent(id, i -> new ArrayList<>()).add(link);
        }
    }

    private List<Link> linksOf(String id) {
        return links.getOrDefault(id, List.of());
    }

    private void join() {
        Set<Link> refused = new HashSet<>();
        nodes.keySet().forEach(id -> refused.addAll(foreign(id)));
        List<Link> known = links.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().filter(link -> link.sourceId().equals(entry.getKey())))
                .toList();
        List<Link> joining = known.stream()
                .filter(link -> link.joins() && !refused.contains(link))
                .toList();
        clusterOf.putAll(Clusters.of(nodes.keySet(), joining, known));
        addDerived();
    }

    /**
     * Adds rewrites and translations to the one family that they derive from. Each comes alone, so that none of them
     * joins two families; where several families fit, none does.
     */
    private void addDerived() {
        Map<String, String> derived = new TreeMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        nodes.keySet().forEach(id -> sizes.merge(clusterOf.get(id), 1, Integer::sum));
        for (String id : nodes.keySet()) {
            Set<String> families = linksOf(id).stream()
                    .filter(Link::derives)
                    .map(link -> clusterOf.get(link.other(id)))
                    .collect(Collectors.toSet());
            if (sizes.get(clusterOf.get(id)) == 1 && families.size() == 1) {
                derived.put(id, families.iterator().next());
            }
        }
        // Of two single articles that derive from each other, one joins the other.
        derived.forEach((id, family) -> {
            if (sizes.get(family) > 1 || !derived.containsKey(family) || family.compareTo(id) < 0) {
                clusterOf.put(id, family);
            }
        });
    }

    /** Links by which a digest would join strangers: all of its own but those to the story that is most of its text. */
    private List<Link> foreign(String id) {
        List<Link> joining = linksOf(id).stream().filter(Link::joins).toList();
        if (joining.size() < 2) {
            return List.of();
        }
        Map<String, Integer> groups = groups(id, joining);
        if (new HashSet<>(groups.values()).size() < 2) {
            return List.of();
        }
        Link best = joining.stream()
                .max(Comparator.comparingDouble((Link link) -> link.shareOf(id)).thenComparing(link -> link.other(id)))
                .orElseThrow();
        boolean single = best.shareOf(id) >= settings.editedShare();
        int group = groups.get(best.other(id));
        return joining.stream()
                .filter(link -> !single || groups.get(link.other(id)) != group)
                .toList();
    }

    /** Numbers for the neighbours of an article: equal where they share text without it. */
    private Map<String, Integer> groups(String id, List<Link> joining) {
        Map<String, Integer> groups = new HashMap<>();
        joining.forEach(link -> groups.put(link.other(id), -1));
        int number = 0;
        for (Link link : joining) {
            if (groups.get(link.other(id)) >= 0) {
                continue;
            }
            List<String> open = new ArrayList<>(List.of(link.other(id)));
            groups.put(link.other(id), number);
            while (!open.isEmpty()) {
                String next = open.remove(open.size() - 1);
                for (Link further : linksOf(next)) {
                    String other = further.other(next);
                    if (further.kind() != Link.Kind.QUOTATIONS && groups.getOrDefault(other, 0) < 0) {
                        groups.put(other, number);
                        open.add(other);
                    }
                }
            }
            number++;
        }
        return groups;
    }

    private List<Traced> traced() {
        Map<String, List<Node>> families = new TreeMap<>();
        nodes.values()
                .forEach(node -> families.computeIfAbsent(clusterOf.get(node.id()), r -> new ArrayList<>())
                        .add(node));
        Map<String, Traced> traced = new TreeMap<>();
        for (List<Node> family : families.values()) {
            family.sort(FIRST);
            new StoryFamily(
                            family,
                            this::linksOf,
                            id -> families.get(clusterOf.get(id)).size() > 1,
                            settings)
                    .traced()
                    .forEach(one -> traced.put(one.id(), one));
        }
        return traced.values().stream().map(one -> withFirstSource(one, traced)).toList();
    }

    /** What was quoted from a copy was quoted from the story: its origin is named, where it is known. */
    private static Traced withFirstSource(Traced article, Map<String, Traced> traced) {
        if (article.role() != Traced.Role.QUOTE_ONLY) {
            return article;
        }
        String origin = traced.get(article.originId()).originId();
        return origin == null ? article : article.withOrigin(origin);
    }
}
