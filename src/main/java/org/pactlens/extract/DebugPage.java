package org.pactlens.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** One HTML page, without scripts or anything fetched, that shows which blocks of a page were kept and what decided. */
final class DebugPage {
    private static final int REASONS = 6;
    private static final int LONGEST = 600;
    private static final String HEAD = """
            <!doctype html><meta charset=utf-8><title>Blocks of a page</title><style>
            body{font:14px/1.4 sans-serif;margin:1em}td,th{padding:2px 6px;vertical-align:top;text-align:left}
            table{border-collapse:collapse}tr{border-top:1px solid #ccc}
            .kept{background:#dfd}.inside{background:#fec}.title{background:#ddf}small{color:#555}
            </style>
            """;

    private final Page page;
    private final BodyModel model;
    private final double[][] rows;
    private final double[] likely;

    DebugPage(Page page, BodyModel model, double[][] traits) {
        this.page = page;
        this.model = model;
        this.rows = model.inContext(page.tree(), traits);
        this.likely = model.likelihoods(page.tree(), traits);
    }

    /** All text of the page stands escaped in it. */
    String html(String url, Extraction found, BodyFinder.Body body) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("<h1>").append(escaped(found.title())).append("</h1><p>");
        out.append(escaped(url)).append("<p>");
        out.append(String.format(
                Locale.ROOT,
                "%s, quality %.2f, expected F1 %.2f, region %s, %s",
                found.pageKind(),
                found.quality(),
                body.expectedF1(),
                body.region() == null ? "none" : escaped(path(body.region())),
                found.notes()));
        out.append("<p>Green: kept; orange: in the region, but dropped; blue: the headline; white: outside.");
        out.append("<table><tr><th>#<th>likely<th>text<th>what weighed most");
        Set<Block> kept = new HashSet<>(body.blocks());
        for (Block b : page.tree().blocks) {
            row(b, kind(b, kept, body.region()), out);
        }
        return out.append("</table>\n").toString();
    }

    private String kind(Block b, Set<Block> kept, Region region) {
        if (kept.contains(b)) {
            return "kept";
        }
        if (b.index == page.titleAt()) {
            return "title";
        }
        return region != null && b.region.isWithin(region) ? "inside" : "outside";
    }

    private void row(Block b, String kind, StringBuilder out) {
        String text = b.text.length() > LONGEST ? b.text.substring(0, LONGEST) + " ..." : b.text;
        String reasons = model.reasons(rows[b.index], REASONS).stream()
                .map(r -> String.format(Locale.ROOT, "%s %+.1f", r.getKey(), r.getValue()))
                .collect(Collectors.joining(", "));
        out.append(String.format(Locale.ROOT, "<tr class=%s><td>%d<td>%.2f<td>", kind, b.index, likely[b.index]))
                .append(escaped(text))
                .append("<br><small>")
                .append(escaped(path(b.region)))
                .append("</small><td><small>")
                .append(reasons)
                .append("</small>\n");
    }

    /** The element and the four around it. */
    private static String path(Region region) {
        StringBuilder path = new StringBuilder();
        Region r = region;
        for (int i = 0; r != null && i < 5; i++) {
            String classes = r.classes.length() > 40 ? r.classes.substring(0, 40) : r.classes;
            path.insert(0, " / " + r.tag + (classes.isEmpty() ? "" : "." + classes));
            r = r.parent;
        }
        return path.toString();
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }
}
