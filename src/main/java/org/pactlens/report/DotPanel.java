package org.pactlens.report;

import java.util.ArrayList;
import java.util.List;
import org.pactlens.report.Estimate.Absent;
import org.pactlens.report.Estimate.Shown;

/**
 * Shares with intervals, one row each, on a scale from nothing to all. Shares come first, the largest on top; rows
 * without a share follow, with the reason in the place of the dot.
 */
final class DotPanel {
    private static final int ROW = 36;
    private static final int NO_SHARE_ROW = 21;
    private static final int AXIS = 26;
    /** Widths in letters, for the narrowest panel. */
    private static final int NAME_WIDTH = 27;

    private static final int REASON_WIDTH = 32;
    private static final int LINE_WIDTH = 46;

    private record Row(String name, Estimate estimate) {}

    private final String title;
    private final List<Row> rows = new ArrayList<>();

    DotPanel(String title) {
        this.title = title;
    }

    void row(String name, Estimate estimate) {
        rows.add(new Row(name, estimate));
    }

    void write(Markup html) {
        List<Row> shown = rows.stream()
                .filter(r -> r.estimate() instanceof Shown)
                .sorted((a, b) -> Double.compare(((Shown) b.estimate()).share(), ((Shown) a.estimate()).share()))
                .toList();
        List<Row> absent =
                rows.stream().filter(r -> r.estimate() instanceof Absent).toList();
        int scale = shown.size() * ROW;
        int top = shown.isEmpty() ? 0 : scale + AXIS;
        Picture picture =
                new Picture(html, "dots").open(top + absent.size() * NO_SHARE_ROW, title, description(shown, absent));
        if (!shown.isEmpty()) {
            scale(picture, scale);
        }
        for (int i = 0; i < shown.size(); i++) {
            share(picture, shown.get(i).name(), (Shown) shown.get(i).estimate(), i * ROW);
        }
        for (int i = 0; i < absent.size(); i++) {
            noShare(picture, absent.get(i).name(), (Absent) absent.get(i).estimate(), top + i * NO_SHARE_ROW + 14);
        }
        picture.close();
    }

    private static void scale(Picture picture, int bottom) {
        for (int quarter = 0; quarter <= 4; quarter++) {
            double x = quarter / 4.0;
            String anchor = quarter == 0 ? "quiet" : quarter == 4 ? "quiet end" : "quiet middle";
            picture.words(x, bottom + 13, quarter * 25 + (quarter == 4 ? "%" : ""), anchor);
        }
    }

    private static void share(Picture picture, String name, Shown shown, int top) {
        String of = Format.percent(shown.share()) + " of " + Format.count(shown.stories());
        picture.words(0, top + 12, Format.fit(name, NAME_WIDTH), "name");
        picture.words(1, top + 12, of, "end");
        int y = top + 24;
        picture.line(0, y, 1, y, "thin");
        for (int quarter = 0; quarter <= 4; quarter++) {
            picture.line(quarter / 4.0, y - 4, quarter / 4.0, y + 4, "thin");
        }
        if (shown.others() != null) {
            picture.line(shown.others(), y - 6, shown.others(), y + 6, "others");
        }
        picture.line(shown.low(), y, shown.high(), y, shown.marked() ? "few" : "range");
        String tip = name + ": " + of + " stories, interval " + Format.interval(shown.low(), shown.high())
                + (shown.others() == null ? "" : "; other outlets " + Format.percent(shown.others()));
        picture.dot(shown.share(), y, shown.marked() ? "few" : "many", tip);
    }

    private static void noShare(Picture picture, String name, Absent absent, int y) {
        String reason = Format.fit("no share: " + absent.reason(), REASON_WIDTH);
        picture.words(0, y, Format.fit(name, LINE_WIDTH - reason.length()), "quiet");
        picture.words(1, y, reason, "quiet end");
    }

    private static String description(List<Row> shown, List<Row> absent) {
        StringBuilder text = new StringBuilder();
        for (Row row : shown) {
            Shown s = (Shown) row.estimate();
            text.append(row.name())
                    .append(' ')
                    .append(Format.percent(s.share()))
                    .append(" (")
                    .append(Format.interval(s.low(), s.high()))
                    .append("), ")
                    .append(Format.count(s.stories(), "story", "stories"))
                    .append(s.marked() ? ", few. " : ". ");
        }
        for (Row row : absent) {
            text.append(row.name())
                    .append(": no share, ")
                    .append(((Absent) row.estimate()).reason())
                    .append(". ");
        }
        return text.toString().strip();
    }
}
