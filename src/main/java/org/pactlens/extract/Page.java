package org.pactlens.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * A page, decoded, parsed and walked once, before anything is decided about its text.
 *
 * @param cut whether the page was too long to be read whole
 * @param title headline; empty where none was found
 * @param titleAt index of the block that is the headline, or -1
 * @param stated the text that structured data give for the article's body; empty where none
 */
record Page(
        TextDecoder.Decoded decoded,
        boolean cut,
        PageMeta meta,
        StructuredData data,
        PageTree tree,
        String title,
        int titleAt,
        String stated) {
    /** Deeper elements are added to the one at the limit; browsers stop at 512 too. */
    private static final int MAX_DEPTH = 512;
    /** A shorter {@code articleBody} is a summary. */
    private static final int MIN_STATED = 200;

    private static final int SHORTEST_NAME = 5;
    private static final int LONGEST_NAME = 60;
    private static final int MAX_NAMES = 10;

    static Page of(RawDocument raw, ClassWords words) {
        TextDecoder.Decoded decoded = TextDecoder.decode(raw.bytes(), raw.charset());
        HtmlGuard.Guarded guarded = HtmlGuard.guard(decoded.text());
        Document document = parse(guarded, raw.url());
        PageMeta meta = new PageMeta(document, raw.url());
        StructuredData data = StructuredData.of(meta.scripts, raw.url(), meta.title());
        PageTree tree = PageTree.of(document, words);
        String title = Headline.of(tree, meta, data);
        int titleAt = TitleBlock.at(tree.blocks, BodyFinder.squeeze(title));
        tree.settleMarks(titleAt);
        String stated = data.articleBody() == null ? "" : plain(data.articleBody());
        return new Page(decoded, guarded.cut(), meta, data, tree, title, titleAt, stated);
    }

    boolean statesText() {
        return stated.length() >= MIN_STATED;
    }

    /** The site's name, or null. */
    String site() {
        return meta.siteName() != null ? meta.siteName() : data.publisher();
    }

    TraitReader traits(Phrases phrases) {
        String description = meta.first("description", "og:description");
        return new TraitReader(
                tree,
                phrases,
                BodyFinder.squeeze(title),
                titleAt,
                statesText() ? BodyFinder.squeeze(stated) : null,
                description == null ? "" : BodyFinder.squeeze(description),
                authors());
    }

    private List<String> authors() {
        List<String> names = new ArrayList<>(data.authors());
        String stated = meta.first("author", "article:author");
        names.add(stated == null ? "" : stated);
        return names.stream()
                .map(BodyFinder::squeeze)
                .filter(n -> n.length() >= SHORTEST_NAME && n.length() <= LONGEST_NAME)
                .distinct()
                .limit(MAX_NAMES)
                .toList();
    }

    private static Document parse(HtmlGuard.Guarded guarded, String url) {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(guarded.html(), url);
    }

    /** The text of an {@code articleBody}, which may be plain, markup, or markup escaped once more. */
    private static String plain(String articleBody) {
        String plain = articleBody;
        for (int i = 0; i < 2 && (plain.contains("</p>") || plain.contains("&lt;")); i++) {
            Document parsed = parse(HtmlGuard.guard(plain), "");
            parsed.select("p, br, div, li, h2, h3").before("\n\n");
            plain = parsed.wholeText();
        }
        return plain.lines().map(Headline::tidy).filter(l -> !l.isEmpty()).collect(Collectors.joining("\n\n"));
    }
}
