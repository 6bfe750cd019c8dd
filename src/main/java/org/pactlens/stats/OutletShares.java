package org.pactlens.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often each outlet of one language, period and scope has a code, each against the others. Built once for all codes;
 * what comes out does not depend on the order of the articles.
 */
public final class OutletShares {
    /**
     * One article.
     *
     * @param group outlets that are drawn towards each other; null where the outlet belongs to none
     * @param codes those that the article has
     */
    public record Article(String outlet, String group, String family, Set<String> codes) {}

    /**
     * The thresholds of the figures.
     *
     * @param minimumShrink outlets of one group below which none is smoothed
     */
    public record Rule(CellShare.Thresholds thresholds, int minimumShrink) {}

    /**
     * The outlet against the others; families that both have are left out on either side.
     *
     * @param share of the others, by story; null where either side has too few stories
     * @param families the others'
     * @param difference the outlet's share without shared families, less {@code share}; null with it
     * @param interval of {@code difference}; null with it
     * @param p two-sided, that both shares are equal; null with {@code difference}
     */
    public record Baseline(Double share, int families, Double difference, Interval interval, Double p) {}

    /**
     * One outlet's figures of one code.
     *
     * @param smoothed share drawn towards the group; null where the group is too small
     */
    public record Cell(String outlet, CellShare share, SmallOutlets.Posterior smoothed, Baseline baseline) {}

    private final Rule rule;
    private final Map<String, List<Article>> byOutlet;
    private final Map<String, List<Article>> byFamily;
    private final Set<String> sharedFamilies;

    public OutletShares(List<Article> articles, Rule rule) {
        this.rule = rule;
        this.byOutlet =
                articles.stream().collect(Collectors.groupingBy(Article::outlet, TreeMap::new, Collectors.toList()));
        this.byFamily = articles.stream().collect(Collectors.groupingBy(Article::family));
        this.sharedFamilies = byFamily.entrySet().stream()
                .filter(e ->
                        e.getValue().stream().map(Article::outlet).distinct().count() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The figures of all outlets for one code, in order of their names. */
    public List<Cell> cells(String code) {
        Map<String, Families> own = new TreeMap<>();
        byOutlet.forEach((outlet, articles) -> own.put(outlet, families(articles, code)));
        Map<String, SmallOutlets> priors = priors(own);
        Map<String, Double> storyShares = new HashMap<>();
        byFamily.forEach((family, articles) ->
                storyShares.put(family, families(articles, code).shareByStory()));
        List<Cell> cells = new ArrayList<>();
        own.forEach((outlet, families) -> cells.add(new Cell(
                outlet,
                CellShare.of(families, rule.thresholds()),
                smoothed(priors.get(groupOf(outlet)), families),
                baseline(outlet, code, storyShares))));
        return cells;
    }

    private static Families families(List<Article> articles, String code) {
        return Families.of(articles, Article::family, article -> article.codes().contains(code));
    }

    private String groupOf(String outlet) {
        return byOutlet.get(outlet).get(0).group();
    }

    private Map<String, SmallOutlets> priors(Map<String, Families> own) {
        Map<String, List<Families>> groups = new HashMap<>();
        own.forEach((outlet, families) ->
                groups.computeIfAbsent(groupOf(outlet), g -> new ArrayList<>()).add(families));
        Map<String, SmallOutlets> priors = new HashMap<>();
        groups.forEach((group, outlets) -> {
            if (group != null && outlets.size() >= rule.minimumShrink()) {
                priors.put(
                        group,
                        SmallOutlets.fit(
                                outlets.stream()
                                        .mapToDouble(Families::storyHits)
                                        .toArray(),
                                outlets.stream().mapToDouble(Families::count).toArray()));
            }
        });
        return priors;
    }

    private SmallOutlets.Posterior smoothed(SmallOutlets prior, Families families) {
        return prior == null
                ? null
                : prior.posterior(
                        families.storyHits(),
                        families.count(),
                        rule.thresholds().confidence());
    }

    private Baseline baseline(String outlet, String code, Map<String, Double> storyShares) {
        List<Article> articles = byOutlet.get(outlet);
        Set<String> touched = articles.stream().map(Article::family).collect(Collectors.toCollection(HashSet::new));
        // Sorted before summing, so that the last digits do not depend on the order of the families.
        double[] others = storyShares.entrySet().stream()
                .filter(e -> !touched.contains(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sorted()
                .toArray();
        Families exclusive = families(
                articles.stream()
                        .filter(a -> !sharedFamilies.contains(a.family()))
                        .toList(),
                code);
        int minimum = rule.thresholds().minimumStories();
        if (others.length < minimum || exclusive.count() < minimum) {
            return new Baseline(null, others.length, null, null, null);
        }
        double confidence = rule.thresholds().confidence();
        double ownShare = Math.min(1, exclusive.shareByStory());
        double otherShare = Math.min(1, Arrays.stream(others).sum() / others.length);
        return new Baseline(
                otherShare,
                others.length,
                ownShare - otherShare,
                Shares.newcombe(ownShare, exclusive.count(), otherShare, others.length, confidence),
                Shares.differenceP(ownShare, exclusive.count(), otherShare, others.length));
    }
}
