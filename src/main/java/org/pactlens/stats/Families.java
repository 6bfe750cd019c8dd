package org.pactlens.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Articles of one cell, grouped into story families, each article with or without the frame. n articles of K families
 * carry the information of K stories, not of n.
 */
public final class Families {
    private final List<int[]> sizes;
    private final int articles;
    private final int hits;

    private Families(List<int[]> sizes) {
        this.sizes = sizes;
        this.articles = sizes.stream().mapToInt(s -> s[0]).sum();
        this.hits = sizes.stream().mapToInt(s -> s[1]).sum();
    }

    /** Each inner list is one family: true for an article that has the frame. Empty families are left out. */
    public static Families of(Collection<? extends List<Boolean>> families) {
        List<int[]> sizes = new ArrayList<>();
        for (List<Boolean> family : families) {
            if (!family.isEmpty()) {
                int with = (int) family.stream().filter(has -> has).count();
                sizes.add(new int[] {family.size(), with});
            }
        }
        return new Families(sizes);
    }

    /** The same from articles with their family ids. */
    public static <A> Families of(
            Collection<A> articles,
            java.util.function.Function<A, String> family,
            java.util.function.Predicate<A> has) {
        Map<String, List<Boolean>> grouped = new HashMap<>();
        articles.forEach(a ->
                grouped.computeIfAbsent(family.apply(a), f -> new ArrayList<>()).add(has.test(a)));
        return of(grouped.values());
    }

    /** Number of articles, n. */
    public int articles() {
        return articles;
    }

    /** Number of articles with the frame, k. */
    public int hits() {
        return hits;
    }

    /** Number of families, K. */
    public int count() {
        return sizes.size();
    }

    /** Sum over families of the share of their articles with the frame; fractional. */
    public double storyHits() {
        // In order of size, so that the sum does not depend on the order of the families.
        return sizes.stream().mapToDouble(s -> (double) s[1] / s[0]).sorted().sum();
    }

    /** Mean over families of the share of their articles with the frame; NaN without families. */
    public double shareByStory() {
        return storyHits() / count();
    }

    /** What a reader meets: share of articles with the frame; NaN without articles. */
    public double shareByArticle() {
        return (double) hits / articles;
    }

    private double sumOfSquares() {
        return sizes.stream().mapToDouble(s -> (double) s[0] * s[0]).sum();
    }

    /** Effective number of articles where those of one family are alike: n² / sum of squared sizes (Kish 1965). */
    public double effectiveArticles() {
        return (double) articles * articles / sumOfSquares();
    }

    /** Design effect at a likeness within families: {@code 1 + (sum of squared sizes / n - 1) rho}. */
    public double designEffect(double rho) {
        return 1 + (sumOfSquares() / articles - 1) * rho;
    }

    /**
     * Likeness within families by analysis of variance (Donner, International Statistical Review 54, 1986, 67-82), cut
     * to 0..1; 1, the cautious value, where there are fewer than two families or no family of two.
     */
    public double rho() {
        int k = count();
        if (k < 2 || articles == k) {
            return 1;
        }
        double mean = shareByArticle();
        double between = 0;
        double within = 0;
        for (int[] s : sizes) {
            double own = (double) s[1] / s[0];
            between += s[0] * (own - mean) * (own - mean);
            within += s[0] * own * (1 - own);
        }
        double msb = between / (k - 1);
        double msw = within / (articles - k);
        double m0 = (articles - sumOfSquares() / articles) / (k - 1);
        double scale = msb + (m0 - 1) * msw;
        return scale > 0 ? Math.max(0, Math.min(1, (msb - msw) / scale)) : 0;
    }

    /** Effective number of independent units of unequal weight: {@code (sum w)² / sum w²} (Kish 1965). */
    public static double effectiveWeights(double... weights) {
        double sum = 0;
        double squares = 0;
        for (double w : weights) {
            sum += w;
            squares += w * w;
        }
        return sum * sum / squares;
    }
}
