package org.pactlens.reuse;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.pactlens.study.Settings;

/**
 * What the whole corpus shows to be nobody's report: the furniture of an outlet, and passages that stand in many
 * stories which have nothing else in common, such as the text of a treaty or a footer of many sites.
 *
 * @param furniture keys of paragraphs, see {@link #blockKeys}
 * @param common keys of shingles, see {@link Candidates#keys}
 */
public record Masks(Set<Long> furniture, Set<Long> common) implements Serializable {
    /** Nothing but what each article shows by itself. */
    public static final Masks NONE = new Masks(Set.of(), Set.of());

    /** Stories that must hold a passage until it is common. */
    public static final int COMMON_STORIES = 5;

    /** Words between two common shingles that belong to the passage, since only every fourth shingle is a key. */
    private static final int BRIDGE = 16;

    public Masks {
        furniture = Set.copyOf(furniture);
        common = Set.copyOf(common);
    }

    /**
     * A key for each paragraph of an article, each once. A paragraph is furniture where its key stands in at least
     * {@code furniturePages} pages of one outlet and in no page of another.
     */
    public static Set<Long> blockKeys(Prepared article) {
        Set<Long> keys = new HashSet<>();
        Blocks.each(article, (from, to) -> keys.add(Hashes.of(article.words(), from, to)));
        return keys;
    }

    /** The furniture of a corpus; articles without an outlet have none. */
    public static Masks furniture(Collection<Prepared> articles, Settings.Reuse settings) {
        Map<Long, String> outlets = new HashMap<>();
        Map<Long, Integer> pages = new HashMap<>();
        for (Prepared article : articles) {
            String outlet = article.outlet() == null ? "" : article.outlet();
            for (Long key : blockKeys(article)) {
                String first = outlets.putIfAbsent(key, outlet);
                // The empty outlet stands for several.
                outlets.put(key, first == null || first.equals(outlet) ? outlet : "");
                pages.merge(key, 1, Integer::sum);
            }
        }
        Set<Long> furniture = new HashSet<>();
        pages.forEach((key, count) -> {
            if (count >= settings.furniturePages() && !outlets.get(key).isEmpty()) {
                furniture.add(key);
            }
        });
        return new Masks(furniture, Set.of());
    }

    /**
     * Passages that stand in at least {@link #COMMON_STORIES} stories.
     *
     * @param story the story of an article, as far as it is known without this mask
     */
    public static Masks common(Collection<Prepared> articles, Function<Prepared, String> story) {
        long[] frequent = Candidates.frequent(articles.stream().map(Candidates::textKeys), COMMON_STORIES);
        Map<Long, Set<String>> stories = new HashMap<>();
        for (Prepared article : articles) {
            String own = story.apply(article);
            for (long key : Candidates.textKeys(article)) {
                if (Arrays.binarySearch(frequent, key) >= 0) {
                    stories.computeIfAbsent(key, k -> new HashSet<>()).add(own);
                }
            }
        }
        Set<Long> common = new HashSet<>();
        stories.forEach((key, seen) -> {
            if (seen.size() >= COMMON_STORIES) {
                common.add(key);
            }
        });
        return new Masks(Set.of(), common);
    }

    /** The article with its furniture and common passages hidden. */
    public Prepared apply(Prepared article) {
        BitSet hidden = new BitSet();
        if (!furniture.isEmpty()) {
            Blocks.each(article, (from, to) -> {
                if (furniture.contains(Hashes.of(article.words(), from, to))) {
                    hidden.set(from, to);
                }
            });
        }
        if (!common.isEmpty()) {
            hideCommon(article, hidden);
        }
        return hidden.isEmpty() ? article : article.hiding(hidden);
    }

    private void hideCommon(Prepared article, BitSet hidden) {
        int k = article.shingle();
        int end = -1;
        for (int i = 0; i + k <= article.words().length; i++) {
            long key = Hashes.of(article.words(), i, i + k);
            if (Candidates.isKey(key) && common.contains(key)) {
                hidden.set(end >= 0 && i - end <= article.scaled(BRIDGE) ? Math.min(end, i) : i, i + k);
                end = i + k;
            }
        }
    }
}
