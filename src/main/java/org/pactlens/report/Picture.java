package org.pactlens.report;

/**
 * An SVG that is as wide as its place: heights are pixels, widths percents, so that text keeps its size from a telephone
 * to a wide screen. Each has a title and a description for those who do not see it.
 */
final class Picture {
    private final Markup html;
    private final String style;

    Picture(Markup html, String style) {
        this.html = html;
        this.style = style;
    }

    Picture open(int height, String title, String description) {
        String titleId = html.nextId();
        String descriptionId = html.nextId();
        html.open(
                "svg",
                "class",
                "picture " + style,
                "width",
                "100%",
                "height",
                Integer.toString(height),
                "role",
                "img",
                "aria-labelledby",
                titleId + " " + descriptionId);
        html.element("title", title, "id", titleId).element("desc", description, "id", descriptionId);
        return this;
    }

    void close() {
        html.closeLine();
    }

    /** A line from one place to another; x in fractions of the width, y in pixels. */
    void line(double x1, double y1, double x2, double y2, String style) {
        html.empty("line", "x1", Format.at(x1), "y1", px(y1), "x2", Format.at(x2), "y2", px(y2), "class", style);
    }

    /** A bar with a text that shows while it is pointed at. */
    void bar(double x, double y, double width, double height, String style, String tip) {
        html.open(
                "rect", "x", Format.at(x), "y", px(y), "width", Format.at(width), "height", px(height), "class", style);
        html.element("title", tip).close();
    }

    /** The same without a text of its own, for what the description tells already. */
    void band(double x, double y, double width, double height, String style) {
        html.empty(
                "rect", "x", Format.at(x), "y", px(y), "width", Format.at(width), "height", px(height), "class", style);
    }

    void dot(double x, double y, String style, String tip) {
        html.open("circle", "cx", Format.at(x), "cy", px(y), "r", "4.5", "class", style);
        html.element("title", tip).close();
    }

    /** Words at a place; {@code style} also says how they are anchored (start, middle or end). */
    void words(double x, double y, String text, String style) {
        html.element("text", text, "x", Format.at(x), "y", px(y), "class", style);
    }

    private static String px(double y) {
        return Format.decimal(y).replace(",", "");
    }
}
