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

    /**
     * How tall the bars' room is.
     *
     * @param pixels from the axis to the upper edge
     * @param top value at the upper edge, above zero
     */
    record Height(int pixels, double top) {
        double of(double value) {
            return value / top * pixels;
        }
    }

    private static final int TOP = 16;
    private static final int LEAST_BETWEEN_LINES = 32;
    /** Lower pictures leave the day of the event without its date. */
    private static final int LOW = 100;

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

    /** Draws the days; those without a value are gaps. */
    void write(Markup html, String title, Map<LocalDate, Value> values, Height height) {
        int bottom = TOP + height.pixels();
        Picture picture = new Picture(html, "days").open(bottom + AXIS, title, description(values));
        gaps(picture, values, bottom, height.pixels());
        double step = gridStep(height);
        for (double value = step; value <= height.top() * 1.0001; value += step) {
            double y = bottom - height.of(value);
            picture.line(0, y, 1, y, "thin");
        }
        bars(picture, values, bottom, height);
        picture.line(0, bottom, 1, bottom, "base");
        for (Tick tick : axis.ticks()) {
            picture.line(tick.x(), bottom, tick.x(), bottom + 4, "base");
            picture.words(tick.x(), bottom + 16, tick.label(), "quiet middle");
        }
        event(picture, bottom, height.pixels() >= LOW);
        for (double value = step; value <= height.top() * 1.0001; value += step) {
            picture.words(1, bottom - height.of(value) - 3, Format.decimal(value), "quiet end halo");
        }
        picture.close();
    }

    private void bars(Picture picture, Map<LocalDate, Value> values, int bottom, Height height) {
        double width = 1.0 / axis.steps();
        for (int i = 0; i < axis.steps(); i++) {
            Bar bar = bar(values, i);
            if (bar.articles() > 0) {
                double tall = height.of(bar.articles());
                double front = height.of(Math.min(bar.articles(), bar.stories()));
                double x = (i + 0.08) * width;
                picture.bar(x, bottom - tall, 0.84 * width, tall, "own2", tip(bar, axis.day(i)));
                picture.bar(x, bottom - front, 0.84 * width, front, "own", tip(bar, axis.day(i)));
            }
        }
    }

    private String tip(Bar bar, LocalDate day) {
        String counts = Format.decimal(bar.articles()) + " articles, " + Format.decimal(bar.stories()) + " stories";
        return axis.step() == 1 ? day + ": " + counts : "week of " + day + ": " + counts + " a day";
    }

    private void event(Picture picture, int bottom, boolean named) {
        if (!axis.holds(event)) {
            return;
        }
        double x = axis.x(event) + 0.5 / axis.days();
        picture.line(x, 2, x, bottom, "mark");
        if (named) {
            boolean right = x < 0.5;
            picture.words(x, 10, right ? "\u00a0 " + event : event + " \u00a0", right ? "halo" : "end halo");
        }
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

    /** 1, 2 or 5 times a power of ten, so that lines keep their distance; whole numbers where that can be. */
    static double gridStep(Height height) {
        double least = height.top() * LEAST_BETWEEN_LINES / height.pixels();
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double ratio = least / power;
        double step = (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10) * power;
        return height.top() >= 1 ? Math.max(step, 1) : step;
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
