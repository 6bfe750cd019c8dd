package org.pactlens.report;

import java.time.LocalDate;
import java.util.Map;
import org.pactlens.report.DayAxis.Tick;

/** Articles and, in front of them, stories by day, on one axis; days that were not crawled are bands, not zeros. */
final class DayBars {
    /** What is known of one day. */
    record Value(long articles, long stories, boolean gap) {}

    /** Mean of a step's days; a gap where none of its days was crawled. */
    private record Bar(double articles, double stories, boolean gap) {}

    private static final int TOP = 16;
    private static final int AXIS = 18;

    private final DayAxis axis;
    private final LocalDate event;

    DayBars(DayAxis axis, LocalDate event) {
        this.axis = axis;
        this.event = event;
    }

    /** The highest bar. */
    double peak(Map<LocalDate, Value> values) {
        double peak = 0;
        for (int i = 0; i < axis.steps(); i++) {
            peak = Math.max(peak, bar(values, i).articles());
        }
        return peak;
    }

    /**
     * Draws the days; those without a value are gaps.
     *
     * @param height of the bars' room, in pixels
     * @param top value at its upper edge
     */
    void write(Markup html, String title, Map<LocalDate, Value> values, int height, double top) {
        Picture picture = new Picture(html).open(TOP + height + AXIS, title, description(values));
        int bottom = TOP + height;
        double width = 1.0 / axis.steps();
        gaps(picture, values, bottom, height);
        scale(picture, bottom, height, top);
        for (int i = 0; i < axis.steps(); i++) {
            Bar bar = bar(values, i);
            if (bar.articles() > 0) {
                double tall = bar.articles() / top * height;
                double front = Math.min(bar.articles(), bar.stories()) / top * height;
                String tip = (axis.step() == 1 ? "" : "week of ") + axis.day(i) + ": "
                        + Format.decimal(bar.articles()) + " articles, " + Format.decimal(bar.stories()) + " stories"
                        + (axis.step() == 1 ? "" : " a day");
                picture.bar((i + 0.08) * width, bottom - tall, 0.84 * width, tall, "own3", tip);
                picture.band((i + 0.08) * width, bottom - front, 0.84 * width, front, "own");
            }
        }
        picture.line(0, bottom, 1, bottom, "base");
        for (Tick tick : axis.ticks()) {
            picture.line(tick.x(), bottom, tick.x(), bottom + 4, "base");
            picture.words(tick.x(), bottom + 16, tick.label(), "quiet middle");
        }
        if (axis.holds(event)) {
            double x = axis.x(event) + width / 2 / axis.step();
            picture.line(x, 2, x, bottom, "mark");
            picture.words(x, 10, x < 0.5 ? "\u00a0 " + event : event + " \u00a0", x < 0.5 ? "start" : "end");
        }
        picture.close();
    }

    private void gaps(Picture picture, Map<LocalDate, Value> values, int bottom, int height) {
        int first = -1;
        for (int i = 0; i <= axis.steps(); i++) {
            boolean gap = i < axis.steps() && bar(values, i).gap();
            if (gap && first < 0) {
                first = i;
            } else if (!gap && first >= 0) {
                double x = (double) first / axis.steps();
                picture.band(x, bottom - height, (double) i / axis.steps() - x, height, "gap");
                first = -1;
            }
        }
    }

    private static void scale(Picture picture, int bottom, int height, double top) {
        double step = gridStep(top);
        for (double value = step; value <= top * 1.0001; value += step) {
            double y = bottom - value / top * height;
            picture.line(0, y, 1, y, "thin");
            picture.words(0, y - 3, Format.decimal(value), "quiet");
        }
    }

    /** 1, 2 or 5 times a power of ten, so that there are two to four lines. */
    static double gridStep(double top) {
        double power = Math.pow(10, Math.floor(Math.log10(top / 2)));
        double ratio = top / 2 / power;
        double step = (ratio >= 5 ? 5 : ratio >= 2 ? 2 : 1) * power;
        return Math.max(step, top <= 1 ? step : 1);
    }

    private Bar bar(Map<LocalDate, Value> values, int step) {
        double articles = 0;
        double stories = 0;
        int known = 0;
        LocalDate day = axis.day(step);
        for (int i = 0; i < axis.step(); i++, day = day.plusDays(1)) {
            Value value = values.get(day);
            if (value != null && (!value.gap() || value.articles() > 0)) {
                known++;
                articles += value.articles();
                stories += value.stories();
            }
        }
        boolean anyCrawled = isCrawled(values, step);
        return known == 0 ? new Bar(0, 0, true) : new Bar(articles / known, stories / known, !anyCrawled);
    }

    private boolean isCrawled(Map<LocalDate, Value> values, int step) {
        for (int i = 0; i < axis.step(); i++) {
            Value value = values.get(axis.day(step).plusDays(i));
            if (value != null && !value.gap()) {
                return true;
            }
        }
        return false;
    }

    private String description(Map<LocalDate, Value> values) {
        long articles = 0;
        long gaps = 0;
        LocalDate busiest = axis.from();
        long most = 0;
        for (int i = 0; i < axis.days(); i++) {
            LocalDate day = axis.from().plusDays(i);
            Value value = values.get(day);
            gaps += value == null || value.gap() ? 1 : 0;
            long now = value == null ? 0 : value.articles();
            articles += now;
            if (now > most) {
                most = now;
                busiest = day;
            }
        }
        return Format.count(articles, "relevant article", "relevant articles") + " from " + axis.from() + " to "
                + axis.last() + "; most on " + busiest + " (" + Format.count(most) + "); "
                + Format.count(gaps, "day", "days") + " without a crawl.";
    }
}
