package org.pactlens.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({"0, 0%", "0.0001, <1%", "0.005, 1%", "0.344, 34%", "0.994, 99%", "0.9951, >99%", "1, 100%"})
    void onlyNothingIsNoneAndOnlyAllIsAll(double share, String text) {
        assertThat(Format.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, '1,023 B'", "1024, 1 KiB", "1610612736, 1.5 GiB"})
    void bytesHaveAUnitThatFits(long bytes, String text) {
        assertThat(Format.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void wideLettersCountTwiceWhereANameIsCut() {
        assertThat(Format.fit("湖畔日報", 8)).isEqualTo("湖畔日報");
        assertThat(Format.fit("湖畔日報国際", 8)).isEqualTo("湖畔日報\u2026");
        assertThat(Format.fit("Lake Post and more", 5)).isEqualTo("Lake\u2026");
    }
}
