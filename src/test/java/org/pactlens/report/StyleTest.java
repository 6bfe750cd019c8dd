package org.pactlens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StyleTest {
    private static final Pattern THEME = Pattern.compile(":root \\{([^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--(\\w+): #([0-9a-f]{6})");

    /** Colour of the text, colour behind it. */
    private static final List<List<String>> TEXTS = List.of(
            List.of("ink", "paper"),
            List.of("quiet", "paper"),
            List.of("ink", "panel"),
            List.of("own", "paper"),
            List.of("paper", "own"),
            List.of("on2", "own2"),
            List.of("ink", "own3"),
            List.of("paper", "other"),
            List.of("on2", "other2"),
            List.of("ink", "other3"),
            List.of("ink", "other4"));

    private static final List<String> MARKS = List.of("own", "own2", "other", "other2", "plain");

    @Test
    void textAndMarksHaveTheContrastOfWcagInBothThemes() {
        List<Map<String, Double>> themes =
                THEME.matcher(Style.SHEET).results().map(StyleTest::luminances).toList();

        assertThat(themes).hasSize(2).allSatisfy(colours -> {
            assertThat(TEXTS)
                    .allSatisfy(t ->
                            assertThat(contrast(colours, t.get(0), t.get(1))).isGreaterThanOrEqualTo(4.5));
            assertThat(MARKS)
                    .allSatisfy(m -> assertThat(contrast(colours, m, "paper")).isGreaterThanOrEqualTo(3));
        });
    }

    private static double contrast(Map<String, Double> colours, String one, String other) {
        double a = colours.get(one);
        double b = colours.get(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static Map<String, Double> luminances(MatchResult theme) {
        Map<String, Double> colours = new HashMap<>();
        COLOUR.matcher(theme.group(1)).results().forEach(c -> {
            int rgb = Integer.parseInt(c.group(2), 16);
            double luminance =
                    0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
            colours.put(c.group(1), luminance);
        });
        return colours;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
