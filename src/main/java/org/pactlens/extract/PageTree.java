package org.pactlens.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Blocks and regions of a page in document order, from one walk over the tree. */
final class PageTree {
    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "select",
            "option",
            "textarea",
            "input",
            "button",
            "datalist",
            "head",
            "audio",
            "video",
            "map",
            "rt",
            "rp",
            "rtc",
            "applet",
            "frameset",
            "math");
    private static final Set<String> BLOCK = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "caption",
            "hr",
            "multicol",
            "noframes");

    /** Weighted characters of prose below the headline that tell which marks are true. */
    private static final double OPENING = 600;
    /** A shorter run of prose is no article. */
    private static final double SHORTEST = 200;
    /** More blocks in a row that are no prose end a run of it. */
    private static final int GAP = 20;

    final List<Region> regions = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    /** Anchors for metadata, in document order: elements that carry a date or an author. */
    final List<Timed> times = new ArrayList<>();

    final List<Element> authors = new ArrayList<>();
    /** The elements of the first three levels, in document order. */
    final List<Element> headings = new ArrayList<>();

    double prose;

    private PageTree() {}

    /** @param block index of the block that it begins, or that follows it */
    record Timed(Element element, int block) {}

    static PageTree of(Document page, ClassWords words) {
        PageTree tree = new PageTree();
        tree.new Walk(words).run(page);
        return tree;
    }

    /**
     * A mark that would throw away most of the page's prose cannot be true, be it in one subtree or in many alike, unless
     * that prose stands apart from the headline and what follows it: a long notice on the page of a short article.
     *
     * @param title index of the block that is the headline, or -1
     */
    void settleMarks(int title) {
        Region home = home(title);
        double[] covered = new double[Integer.SIZE];
        double[] atHome = new double[Integer.SIZE];
        for (Block b : blocks) {
            boolean near = b.index >= home.firstBlock && b.index < home.endBlock;
            for (int marks = b.region.marks & Mark.JUNK; marks != 0; marks &= marks - 1) {
                int bit = Integer.numberOfTrailingZeros(marks);
                covered[bit] += b.prose();
                atHome[bit] += near ? b.prose() : 0;
            }
        }
        int untrue = 0;
        for (int bit = 0; bit < covered.length; bit++) {
            boolean most = covered[bit] > 0.4 * prose && covered[bit] > SHORTEST;
            boolean near = atHome[bit] >= 0.5 * covered[bit] || atHome[bit] >= 0.5 * home.prose;
            untrue |= most && near ? 1 << bit : 0;
        }
        for (Region r : regions) {
            // Links alone stay what they are called: the menu of a page whose paragraphs are "menu items" too.
            if (r.prose > 0.4 * prose || r.prose > 0 && r.linkWeight < 0.5 * r.weight) {
                r.own &= ~untrue;
            }
            r.marks = r.own | (r.parent == null ? 0 : r.parent.marks);
        }
    }

    /** The smallest region that holds the headline and the first run of prose below; the whole page where one is missing. */
    private Region home(int title) {
        double read = 0;
        int end = title;
        for (int i = title + 1; title >= 0 && i < blocks.size() && read < OPENING; i++) {
            if (read > SHORTEST && i - end > GAP) {
                break;
            }
            double more = blocks.get(i).prose();
            read += more;
            end = more > 0 ? i : end;
        }
        if (title < 0 || read <= SHORTEST) {
            return regions.get(0);
        }
        Region home = blocks.get(title).region;
        while (home.endBlock <= end) {
            home = home.parent;
        }
        return home;
    }

    private final class Walk implements NodeFilter {
        private final ClassWords words;
        /** Marks of class and id values seen before: most elements share theirs. */
        private final Map<String, Integer> known = new HashMap<>();

        private final Attributes none = new Attributes();
        private Region region;
        private final StringBuilder text = new StringBuilder();
        /** By depth: whether the element there opened a region. */
        private final BitSet entered = new BitSet();

        private double linkWeight;
        private int links;
        private int linkDepth;
        private int boldDepth;
        private int heading;
        private boolean allBold = true;
        private boolean space;
        private boolean broken;

        Walk(ClassWords words) {
            this.words = words;
        }

        void run(Document page) {
            region = new Region(0, null, "root", "");
            regions.add(region);
            page.filter(this);
            flush();
            close(region);
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode run) {
                append(run.getWholeText());
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String tag = element.normalName();
            if (SKIPPED.contains(tag)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            Attributes attributes = element.attributesSize() == 0 ? none : element.attributes();
            note(element, tag, attributes);
            switch (tag) {
                case "br" -> lineBreak();
                case "a" -> {
                    linkDepth++;
                    links++;
                }
                case "b", "strong" -> boldDepth++;
                case "img", "picture" -> {}
                default -> {
                    int marks = marksOf(attributes) | marksOfTag(tag);
                    boolean enters = isBlock(tag) || (marks & Mark.JUNK) != 0;
                    entered.set(depth, enters);
                    if (enters) {
                        enter(tag, attributes.get("class"), marks);
                    }
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                String tag = element.normalName();
                switch (tag) {
                    case "a" -> linkDepth--;
                    case "b", "strong" -> boldDepth--;
                    case "br", "img", "picture" -> {}
                    default -> {
                        if (entered.get(depth)) {
                            leave(tag);
                        }
                    }
                }
            }
            return FilterResult.CONTINUE;
        }

        private boolean isBlock(String tag) {
            return BLOCK.contains(tag) || tag.indexOf('-') > 0 && tag.length() > 2;
        }

        private void note(Element element, String tag, Attributes attributes) {
            if (tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '3') {
                headings.add(element);
            }
            String property = attributes.get("itemprop");
            if (tag.equals("time") || attributes.hasKey("datetime") || property.startsWith("date")) {
                times.add(new Timed(element, blocks.size()));
            }
            if (attributes.get("rel").equals("author")
                    || property.equals("author")
                    || namesAuthor(attributes.get("class"))) {
                authors.add(element);
            }
        }

        private static boolean namesAuthor(String classes) {
            String small = classes.isEmpty() ? "" : classes.toLowerCase(Locale.ROOT);
            return small.contains("author") || small.contains("byline");
        }

        private int marksOf(Attributes attributes) {
            int marks = marksOf(attributes.get("class")) | marksOf(attributes.get("id"));
            if (attributes.hasKey("hidden") || isHidden(attributes.get("style"))) {
                marks |= Mark.HIDDEN.bit;
            }
            String property = attributes.get("itemprop");
            if (property.equalsIgnoreCase("articleBody") || property.equalsIgnoreCase("text")) {
                marks |= Mark.BODY.bit;
            }
            return marks
                    | switch (attributes.get("role")) {
                        case "navigation", "menu", "menubar", "tablist", "toolbar", "search" -> Mark.MENU.bit;
                        case "dialog", "alertdialog" -> Mark.HIDDEN.bit;
                        case "complementary", "contentinfo" -> Mark.SIDE.bit;
                        case "main" -> Mark.MAIN.bit;
                        case "article" -> Mark.ARTICLE.bit;
                        default -> 0;
                    };
        }

        private int marksOf(String value) {
            return value.isEmpty() ? 0 : known.computeIfAbsent(value, words::marks);
        }

        private static boolean isHidden(String style) {
            if (style.isEmpty() || style.length() > 500) {
                return false;
            }
            String flat = style.toLowerCase(Locale.ROOT).replace(" ", "");
            return flat.contains("display:none") || flat.contains("visibility:hidden");
        }

        private static int marksOfTag(String tag) {
            return switch (tag) {
                case "nav", "menu" -> Mark.MENU.bit;
                case "aside", "footer" -> Mark.SIDE.bit;
                // Some pages stand as a whole in one, for readers who see nothing else.
                case "noscript" -> Mark.HIDDEN.bit;
                case "header" -> Mark.HEADER.bit;
                case "figure" -> Mark.FIGURE.bit;
                case "figcaption" -> Mark.CAPTION.bit;
                case "article" -> Mark.ARTICLE.bit;
                case "main" -> Mark.MAIN.bit;
                case "table" -> Mark.TABLE.bit;
                case "ul", "ol", "dl" -> Mark.LIST.bit;
                case "blockquote" -> Mark.QUOTE.bit;
                default -> 0;
            };
        }

        private void enter(String tag, String classes, int marks) {
            flush();
            region = new Region(regions.size(), region, tag, classes);
            region.own = marks;
            region.marks = marks | region.parent.marks;
            region.firstBlock = blocks.size();
            regions.add(region);
            if (tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6') {
                heading = tag.charAt(1) - '0';
            }
        }

        private void leave(String tag) {
            flush();
            if (tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) != 'r') {
                heading = 0;
            }
            close(region);
            region = region.parent;
        }

        private void close(Region r) {
            r.endBlock = blocks.size();
            if (r.parent == null) {
                prose = r.prose;
                return;
            }
            r.parent.prose += r.prose;
            r.parent.weight += r.weight;
            r.parent.linkWeight += r.linkWeight;
            r.parent.links += r.links;
        }

        private void append(String run) {
            for (int i = 0; i < run.length(); i++) {
                char c = run.charAt(i);
                if (Script.isBlank(c)) {
                    space = space || c != '\u00AD' && c != '\u200B' && c != '\u2060' && c != '\uFEFF';
                    continue;
                }
                if (space && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                    text.append(' ');
                    linkWeight += linkWeight > 0 && linkDepth > 0 ? Script.weightOf(' ') : 0;
                }
                space = false;
                broken = false;
                text.append(c);
                if (linkDepth > 0) {
                    linkWeight += Script.weightOf(c);
                }
                allBold &= boldDepth > 0;
            }
        }

        private void lineBreak() {
            if (broken) {
                flush();
            } else if (text.length() > 0) {
                text.append('\n');
                broken = true;
                space = false;
            }
        }

        private void flush() {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) <= ' ') {
                end--;
            }
            if (end > 0) {
                String run = text.substring(0, end);
                Block block = new Block(blocks.size(), region, run, linkWeight, links, heading, allBold);
                blocks.add(block);
                region.weight += block.weight;
                region.linkWeight += block.linkWeight;
                region.links += block.links;
                region.prose += block.prose();
            }
            text.setLength(0);
            linkWeight = 0;
            links = linkDepth > 0 ? 1 : 0;
            allBold = true;
            space = false;
            broken = false;
        }
    }
}
