package org.pactlens.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that a figure shows, in steps of a day or of a week.
 *
 * @param from first day
 * @param days number of days, a multiple of {@code step}
 * @param step days per step
 */
record DayAxis(LocalDate from, int days, int step) {
    /** Longer than this, a step is a week. */
    static final int DAYS_BY_DAY = 366;
    /** Longer than this, what lies outside is told and not drawn: wrong dates must not stretch the axis. */
    static final int MOST_DAYS = 1400;

    private static final int SHORTEST = 14;
    private static final int MOST_TICKS = 6;

    /** A mark on the axis: where, as a fraction of the width, and what it says. */
    record Tick(double x, String label) {}

    /**
     * The shortest axis that holds all days; of days further apart than {@link #MOST_DAYS}, the stretch of that length
     * with the most relevant articles.
     *
     * @param busy days with relevant articles, in order, at least one
     * @param articles on each of them
     * @param event is held too where it is less than two weeks earlier
     */
    static DayAxis over(List<LocalDate> busy, List<Long> articles, LocalDate event) {
        int bestFirst = 0;
        int bestLast = 0;
        long best = -1;
        long sum = 0;
        int first = 0;
        for (int last = 0; last < busy.size(); last++) {
            sum += articles.get(last);
            while (ChronoUnit.DAYS.between(busy.get(first), busy.get(last)) >= MOST_DAYS) {
                sum -= articles.get(first++);
            }
            if (sum > best) {
                best = sum;
                bestFirst = first;
                bestLast = last;
            }
        }
        LocalDate from = busy.get(bestFirst);
        if (event.isBefore(from) && ChronoUnit.DAYS.between(event, from) <= SHORTEST) {
            from = event;
        }
        int days = Math.max(SHORTEST, (int) ChronoUnit.DAYS.between(from, busy.get(bestLast)) + 1);
        int step = days <= DAYS_BY_DAY ? 1 : 7;
        return new DayAxis(from, (days + step - 1) / step * step, step);
    }

    int steps() {
        return days / step;
    }

    LocalDate last() {
        return from.plusDays(days - 1L);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(last());
    }

    /** First day of a step. */
    LocalDate day(int number) {
        return from.plusDays((long) number * step);
    }

    /** The left edge of a day as a fraction of the width. */
    double x(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(from, day) / days;
    }

    /** First days of months, or every few days where the axis is short; at most six. */
    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        if (days < 70) {
            int every = (days + MOST_TICKS - 1) / MOST_TICKS;
            for (int i = every / 2; i < days; i += every) {
                ticks.add(new Tick((i + 0.5) / days, from.plusDays(i).toString().substring(5)));
            }
            return ticks;
        }
        int every = 1 + days / 31 / MOST_TICKS;
        LocalDate month = from.withDayOfMonth(1).plusMonths(1);
        while (!month.isAfter(last())) {
            double x = x(month);
            if (x > 0.03 && x < 0.97) {
                ticks.add(new Tick(x, month.toString().substring(0, 7)));
            }
            month = month.plusMonths(every);
        }
        return ticks;
    }
}
