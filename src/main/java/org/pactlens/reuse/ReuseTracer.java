package org.pactlens.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pactlens.study.Settings;

/**
 * Traces who copied whom among articles that fit into memory, about ten bytes a word. A cluster does the same in the
 * same steps, with a join on {@link Candidates#keys} in place of the lists here.
 */
public final class ReuseTracer {
    private final Settings.Reuse settings;
    private final Comparison comparison;

    private ReuseTracer(Settings.Reuse settings) {
        this.settings = settings;
        this.comparison = Comparison.of(settings);
    }

    public static ReuseTracer of(Settings.Reuse settings) {
        return new ReuseTracer(settings);
    }

    /**
     * What tracing found.
     *
     * @param links in order of the two ids
     * @param articles in order of their ids
     */
    public record Result(List<Link> links, List<Traced> articles) {}

    /** The links and families of articles, whatever their order. Near linear in the number of words. */
    public Result trace(Collection<Prepared> articles) {
        Masks furniture = Masks.furniture(articles, settings);
        List<Prepared> bare = articles.stream().map(furniture::apply).toList();
        List<Node> nodes = bare.stream().map(Node::of).toList();
        List<int[]> pairs = pairs(bare);
        List<Link> first = links(bare, pairs);
        Map<String, String> stories = StoryFamilies.looseStories(nodes, first);
        Masks common = Masks.common(bare, article -> stories.get(article.id()));
        List<Link> links = common.common().isEmpty() ? first : again(first, bare, common);
        return new Result(links, StoryFamilies.of(nodes, links, settings));
    }

    /** Masking more never links a pair that was not linked before. */
    private List<Link> again(List<Link> links, List<Prepared> articles, Masks common) {
        Map<String, Prepared> masked = new HashMap<>();
        articles.forEach(article -> masked.put(article.id(), common.apply(article)));
        return links.stream()
                .flatMap(link -> comparison.verify(masked.get(link.sourceId()), masked.get(link.targetId())).stream())
                .toList();
    }

    private List<int[]> pairs(List<Prepared> articles) {
        long[] frequent = Candidates.frequent(articles.stream().map(Candidates::keys), 2);
        Map<String, Integer> index = new HashMap<>();
        Map<Long, List<Candidates.Posting>> lists = new HashMap<>();
        for (int i = 0; i < articles.size(); i++) {
            Candidates.Posting posting = Candidates.Posting.of(articles.get(i));
            index.put(posting.id(), i);
            for (long key : Candidates.keys(articles.get(i))) {
                if (Arrays.binarySearch(frequent, key) >= 0) {
                    lists.computeIfAbsent(key, k -> new ArrayList<>(2)).add(posting);
                }
            }
        }
        Map<Long, Integer> shared = new HashMap<>();
        lists.forEach((key, list) -> {
            list.sort(null);
            Candidates.pairs(key, list, settings.windowHours(), (one, other) -> {
                int i = index.get(one.id());
                int j = index.get(other.id());
                shared.merge((long) Math.min(i, j) << 32 | Math.max(i, j), 1, Integer::sum);
            });
        });
        return shared.entrySet().stream()
                .filter(entry -> entry.getValue() >= Candidates.LEAST_SHARED)
                .map(entry -> new int[] {(int) (entry.getKey() >>> 32), (int) (long) entry.getKey()})
                .toList();
    }

    private List<Link> links(List<Prepared> articles, List<int[]> pairs) {
        return pairs.stream()
                .flatMap(pair -> comparison.verify(articles.get(pair[0]), articles.get(pair[1])).stream())
                .sorted(Comparator.comparing(Link::sourceId).thenComparing(Link::targetId))
                .toList();
    }
}
