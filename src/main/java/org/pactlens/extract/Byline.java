package org.pactlens.extract;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Names of the persons (and agencies) a page gives as authors, in its order. */
final class Byline {
    private static final String[] META = {
        "author",
        "article:author",
        "article:author_name",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "dc.author",
        "byl",
        "citation_author",
        "og:article:author",
        "cxenseparse:author"
    };
    /** Blocks before and after the headline, and after the text, in which a line may be the byline. */
    private static final int BEFORE = 3;

    private static final int AFTER = 14;
    private static final int BELOW = 6;

    private final PersonNames names;

    Byline(PersonNames names) {
        this.names = names;
    }

    /**
     * The page's statements in the order of their strength; the outlet itself counts only where nobody else is named.
     *
     * @param title index of the headline's block, or -1
     * @param body the chosen text, may be empty
     */
    List<String> of(PageTree tree, PageMeta meta, StructuredData data, String site, int title, List<Block> body) {
        String stated = meta.first(META);
        List<String> first = names.people(data.authors(), site);
        List<String> second = stated == null ? List.of() : names.people(List.of(stated), site);
        List<String> best =
                Stream.of(first, second).filter(n -> !n.isEmpty()).findFirst().orElse(List.of());
        String publisher = data.publisher();
        if (!best.isEmpty() && !isOutlet(best, site) && !isOutlet(best, publisher)) {
            return best;
        }
        if (!second.isEmpty() && !isOutlet(second, site) && !isOutlet(second, publisher)) {
            return second;
        }
        List<String> lines = inLines(tree, site, title, body);
        if (!lines.isEmpty()) {
            return lines;
        }
        List<String> marked = marked(tree, site);
        return best.isEmpty() || !marked.isEmpty() && marked.stream().allMatch(PersonNames::isWholeName)
                ? marked
                : best;
    }

    private static boolean isOutlet(List<String> people, String outlet) {
        if (outlet == null || people.size() != 1) {
            return false;
        }
        String name = BodyFinder.squeeze(people.get(0));
        String known = BodyFinder.squeeze(outlet);
        return !known.isEmpty() && (name.contains(known) || known.contains(name));
    }

    private List<String> inLines(PageTree tree, String site, int title, List<Block> body) {
        int begin = !body.isEmpty() ? body.get(0).index : Math.max(0, title);
        int from = Math.max(0, (title >= 0 && title < begin ? title : begin) - BEFORE);
        List<String> found = firstIn(tree, site, from, Math.min(begin + 2, from + BEFORE + AFTER));
        if (!found.isEmpty() || body.isEmpty()) {
            return found;
        }
        int last = body.get(body.size() - 1).index;
        return firstIn(tree, site, last, last + BELOW);
    }

    private List<String> firstIn(PageTree tree, String site, int from, int to) {
        for (Block b : tree.blocks.subList(from, Math.min(to, tree.blocks.size()))) {
            List<String> found = b.isHeading() ? List.of() : names.ofLine(b.text, site);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<String> marked(PageTree tree, String site) {
        for (String kind : new String[] {"rel", "itemprop", "class"}) {
            for (Element e : tree.authors) {
                boolean right =
                        switch (kind) {
                            case "rel" -> e.attr("rel").equals("author");
                            case "itemprop" -> e.attr("itemprop").equals("author");
                            default -> e.childrenSize() <= 12;
                        };
                if (!right) {
                    continue;
                }
                Element name = e.selectFirst("[itemprop=name]");
                String text = Headline.tidy(name == null ? e.text() : name.text());
                if (text.length() > 2 && text.length() <= 80) {
                    List<String> found = names.people(List.of(text), site);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
    }
}
