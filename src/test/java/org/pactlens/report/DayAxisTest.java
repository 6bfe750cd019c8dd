package org.pactlens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pactlens.report.DayBars.Height;
import org.pactlens.report.DayBars.Value;

class DayAxisTest {
    private static final LocalDate EVENT = Examples.EVENT;

    @Test
    void aWrongDateDoesNotStretchTheAxis() {
        DayAxis axis = DayAxis.over(
                List.of(LocalDate.of(1, 1, 1), EVENT, EVENT.plusDays(30), LocalDate.of(9999, 12, 31)),
                List.of(3L, 40L, 2L, 1L),
                EVENT);

        assertThat(axis).isEqualTo(new DayAxis(EVENT, 31, 1));
    }

    @Test
    void aLongTimeIsShownByWeeksAndEveryTickLiesOnTheAxis() {
        DayAxis axis = DayAxis.over(List.of(EVENT, EVENT.plusDays(800)), List.of(1L, 1L), EVENT);

        assertThat(axis.step()).isEqualTo(7);
        assertThat(axis.days()).isGreaterThan(800).isEqualTo(axis.steps() * 7);
        assertThat(axis.ticks()).hasSizeBetween(4, 7).allMatch(t -> t.x() > 0 && t.x() < 1);
    }

    @Test
    void oneDayGivesAnAxisOfTwoWeeks() {
        DayAxis axis = DayAxis.over(List.of(EVENT.plusDays(3)), List.of(5L), EVENT);

        assertThat(axis).isEqualTo(new DayAxis(EVENT, 14, 1));
        assertThat(axis.ticks()).isNotEmpty();
    }

    @Test
    void aDayWithoutACrawlIsABandAndADayWithoutAnArticleIsNot() {
        Map<LocalDate, Value> values = new HashMap<>();
        for (int i = 0; i < 14; i++) {
            values.put(EVENT.plusDays(i), new Value(i == 0 ? 4 : 0, i == 0 ? 2 : 0, i == 5 || i == 6));
        }
        values.remove(EVENT.plusDays(10));

        Document picture = drawn(new DayAxis(EVENT, 14, 1), values);

        assertThat(picture.select("rect.gap").eachAttr("x")).containsExactly("35.71%", "71.43%");
        assertThat(picture.select("rect.own")).hasSize(1);
        assertThat(picture.select("desc").text()).contains("4 relevant articles", "3 days without a crawl");
    }

    @Test
    void aWeekIsTheMeanOfItsCrawledDays() {
        Map<LocalDate, Value> values = new HashMap<>();
        values.put(EVENT, new Value(6, 6, false));
        values.put(EVENT.plusDays(1), new Value(0, 0, false));
        values.put(EVENT.plusDays(2), new Value(0, 0, true));

        assertThat(drawn(new DayAxis(EVENT, 14, 7), values).select("rect title").eachText())
                .allMatch("week of 2024-06-19: 3 articles, 3 stories a day"::equals)
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"190, 95, 20", "76, 30, 20", "190, 7, 2", "190, 3, 1", "76, 1, 1", "76, 0.4, 0.2"})
    void gridLinesKeepTheirDistance(int pixels, double top, double step) {
        assertThat(DayBars.gridStep(new Height(pixels, top))).isEqualTo(step);
    }

    private static Document drawn(DayAxis axis, Map<LocalDate, Value> values) {
        Markup html = new Markup();
        DayBars bars = new DayBars(axis, EVENT);
        bars.write(html, "days", values, new Height(100, bars.peak(values)));
        return Jsoup.parse(html.toString());
    }
}
