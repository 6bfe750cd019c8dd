package org.pactlens.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of counts in a fixed set of parts, drawn as bars of stacked pieces. */
final class StackedRows {
    private static final int ROW = 40;
    private static final int BAR = 17;
    private static final int NAME_WIDTH = 30;
    /** A piece narrower than this share of the width holds no text. */
    private static final double TEXT_FITS = 0.09;

    /** A part of each bar; {@code style} is its colour. */
    record Part(String name, String style) {}

    /** How long a bar is. */
    enum Length {
        /** All bars have the full width: pieces are shares of their row. */
        WHOLE,
        /** Bars compare: the longest row has the full width. */
        BY_TOTAL
    }

    private record Row(String name, String right, long[] counts) {
        long total() {
            long sum = 0;
            for (long count : counts) {
                sum += count;
            }
            return sum;
        }
    }

    private final String title;
    private final Length length;
    private final List<Part> parts;
    private final List<Row> rows = new ArrayList<>();

    StackedRows(String title, Length length, List<Part> parts) {
        this.title = title;
        this.length = length;
        this.parts = parts;
    }

    /** A row with one count for each part; {@code right} stands at the end of its line. */
    StackedRows row(String name, String right, long... counts) {
        rows.add(new Row(name, right, counts));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void write(Markup html) {
        if (parts.size() > 1) {
            Legend.write(html, parts);
        }
        Picture picture = new Picture(html, "rows").open(rows.size() * ROW, title, description());
        long longest = rows.stream().mapToLong(Row::total).max().orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            long whole = length == Length.WHOLE ? row.total() : longest;
            picture.words(0, i * ROW + 12, Format.fit(row.name(), NAME_WIDTH), "name");
            picture.words(1, i * ROW + 12, row.right(), "end quiet");
            if (row.total() > 0) {
                bar(picture, row, whole, i * ROW + 17);
            }
        }
        picture.close();
    }

    private void bar(Picture picture, Row row, long whole, int y) {
        picture.line(0, y - 1.0, 0, y + BAR + 1.0, "base");
        double x = 0;
        for (int p = 0; p < parts.size(); p++) {
            long count = row.counts()[p];
            if (count == 0) {
                continue;
            }
            double width = (double) count / whole;
            Part part = parts.get(p);
            String percent = Format.percent(count, row.total());
            String tip = row.name() + ", " + part.name() + ": " + Format.count(count) + " (" + percent + ")";
            picture.bar(x, y, width, BAR, parts.size() > 1 ? "piece " + part.style() : part.style(), tip);
            if (width >= TEXT_FITS && parts.size() > 1) {
                picture.words(x + width / 2, y + 12.5, percent, "on on-" + part.style());
            }
            x += width;
        }
    }

    private String description() {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(row.name()).append(':');
            for (int p = 0; p < parts.size(); p++) {
                text.append(p == 0 ? " " : ", ").append(parts.get(p).name()).append(' ');
                text.append(Format.count(row.counts()[p]));
            }
            text.append(". ");
        }
        return text.toString().strip();
    }
}
