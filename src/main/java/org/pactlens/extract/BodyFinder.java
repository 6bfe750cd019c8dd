package org.pactlens.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes candidates for the main text from one {@link PageTree} and chooses among them. */
final class BodyFinder {
    private final PageTree tree;
    private final BodyTrimmer trimmer;
    /** Folded {@code articleBody} of the page's structured data, or null. */
    private final String stated;

    BodyFinder(PageTree tree, BodyTrimmer trimmer, String articleBody) {
        this.tree = tree;
        this.trimmer = trimmer;
        this.stated = articleBody == null || articleBody.length() < 200 ? null : squeeze(articleBody);
    }

    /** One possible body: what is left of a region after trimming, and what made it a candidate. */
    record Candidate(Region region, List<Block> blocks, String origin, double score) {}

    List<Candidate> candidates() {
        Map<Region, String> origins = new HashMap<>();
        for (Region r : tree.regions) {
            if (r.prose < 0.1 * tree.prose || r.prose < 40) {
                continue;
            }
            if ((r.own & Mark.BODY.bit) != 0) {
                origins.put(r, "semantic");
            } else if ((r.own & (Mark.ARTICLE.bit | Mark.MAIN.bit)) != 0) {
                origins.putIfAbsent(r, "semantic");
            }
        }
        Region dense = descend(tree.regions.get(0), 0.75);
        origins.putIfAbsent(dense, "density");
        origins.putIfAbsent(descend(tree.regions.get(0), 0.5), "density");
        Region cluster = cluster();
        if (cluster != null) {
            origins.putIfAbsent(cluster, "path");
        }
        List<Candidate> made = new ArrayList<>();
        for (Map.Entry<Region, String> e : origins.entrySet()) {
            List<Block> blocks = trimmer.trim(tree, e.getKey());
            made.add(new Candidate(e.getKey(), blocks, e.getValue(), score(e.getKey(), blocks)));
        }
        made.sort(Comparator.comparingDouble((Candidate c) -> -c.score).thenComparingInt(c -> c.region.index));
        return made;
    }

    /** The smallest region that still holds this share of the clean prose above it. */
    private Region descend(Region from, double share) {
        double[] clean = cleanProse();
        Map<Region, List<Region>> children = new HashMap<>();
        for (Region r : tree.regions) {
            if (r.parent != null) {
                children.computeIfAbsent(r.parent, k -> new ArrayList<>(4)).add(r);
            }
        }
        Region at = from;
        double total = clean[from.index];
        while (true) {
            Region best = null;
            for (Region child : children.getOrDefault(at, List.of())) {
                if (best == null || clean[child.index] > clean[best.index]) {
                    best = child;
                }
            }
            if (best == null || clean[best.index] < share * clean[at.index] || clean[best.index] < 0.4 * total) {
                return at;
            }
            at = best;
        }
    }

    private double[] cleanProse() {
        double[] clean = new double[tree.regions.size()];
        for (Block b : tree.blocks) {
            if ((b.region.marks & Mark.JUNK) == 0) {
                clean[b.region.index] += b.prose();
            }
        }
        for (int i = clean.length - 1; i > 0; i--) {
            clean[tree.regions.get(i).parent.index] += clean[i];
        }
        return clean;
    }

    /** The region that spans the paragraphs of the heaviest tag path. */
    private Region cluster() {
        Map<Integer, Double> weights = new HashMap<>();
        for (Block b : tree.blocks) {
            if ((b.region.marks & Mark.JUNK) == 0 && b.prose() > 0) {
                weights.merge(b.region.path, b.prose(), Double::sum);
            }
        }
        Integer best = weights.entrySet().stream()
                .max(Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
        if (best == null) {
            return null;
        }
        Region common = null;
        for (Block b : tree.blocks) {
            if (b.region.path == best && (b.region.marks & Mark.JUNK) == 0 && b.prose() > 0) {
                common = common == null ? b.region : commonAncestor(common, b.region);
            }
        }
        return common;
    }

    private static Region commonAncestor(Region a, Region b) {
        while (a != b) {
            if (a.depth >= b.depth) {
                a = a.parent;
            } else {
                b = b.parent;
            }
        }
        return a;
    }

    private double score(Region region, List<Block> kept) {
        double keptProse = 0;
        double other = 0;
        double agreed = 0;
        for (Block b : kept) {
            keptProse += b.prose();
            other += b.prose() > 0 ? b.linkWeight : b.isHeading() ? 0.3 * b.weight : b.weight;
            if (stated != null && b.prose() > 0 && stated.contains(squeeze(b.text))) {
                agreed += b.prose();
            }
        }
        double all = 0;
        double clean = 0;
        for (Block b : tree.blocks) {
            all += b.prose();
            clean += (b.region.marks & Mark.JUNK) == 0 ? b.prose() : 0;
        }
        double recall = keptProse / Math.max(1, Math.max(clean, 0.3 * all));
        double rawPrecision = region.prose / Math.max(1, region.weight);
        double precision = keptProse / Math.max(1, keptProse + other);
        double score = recall + 0.5 * precision + 0.6 * rawPrecision;
        if ((region.own & Mark.BODY.bit) != 0) {
            score += 0.35;
        }
        if (stated != null) {
            double share = Math.min(1, agreed / Math.max(1, Script.weight(stated)));
            double pure = agreed / Math.max(1, keptProse);
            score += share + pure;
        }
        return score;
    }

    /** Letters and digits only, lower case: what survives different spacing and marks. */
    static String squeeze(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    static Set<String> folded(List<Block> blocks) {
        Set<String> all = new HashSet<>();
        blocks.forEach(b -> all.add(squeeze(b.text)));
        return all;
    }
}
