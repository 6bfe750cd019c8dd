package org.pactlens.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pactlens.extract.StatedDates.Stated;

class StatedDatesTest {
    private final StatedDates dates = new StatedDates();

    @ParameterizedTest
    @CsvSource({
        "2024-06-19, 2024-06-19,",
        "20240619, 2024-06-19,",
        "2024-06-19 21:30:00, 2024-06-19,",
        "2024-06-19T23:30:00-05:00, 2024-06-19, 2024-06-20T04:30:00Z",
        "2024-06-19T10:00:00.000Z, 2024-06-19, 2024-06-19T10:00:00Z",
        "'Wed, 19 Jun 2024 10:00:00 GMT', 2024-06-19, 2024-06-19T10:00:00Z",
        "19.06.2024, 2024-06-19,",
        "2024年6月19日, 2024-06-19,",
        "1718791200, 2024-06-19, 2024-06-19T10:00:00Z",
        "1718791200000, 2024-06-19, 2024-06-19T10:00:00Z"
    })
    void theDayIsTheOneThatIsWrittenAndTheInstantNeedsAnOffset(String text, LocalDate day, Instant instant) {
        assertThat(dates.read(text, null, "http://a.example/")).isEqualTo(new Stated(day, instant));
    }

    @ParameterizedTest
    @CsvSource({
        "en, http://a.com/1, 2024-05-06",
        "en, http://a.co.uk/1, 2024-06-05",
        "en-US, http://a.co.uk/1?page=1|2, 2024-06-05",
        "en-HK, http://a.com/1, 2024-06-05",
        "en-GB, http://a_b.us/1, 2024-05-06"
    })
    void numbersAloneAreMonthFirstInAmericanEnglishOnly(String language, String url, LocalDate day) {
        assertThat(dates.read("05/06/2024", language, url).day()).isEqualTo(day);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "yesterday", "20241399", "2024-02-30", "12345"})
    void whatIsNoDateGivesNone(String text) {
        assertThat(dates.read(text, "en", "http://a.example/")).isEqualTo(Stated.NONE);
    }
}
