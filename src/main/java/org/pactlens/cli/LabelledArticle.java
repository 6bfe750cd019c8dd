package org.pactlens.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.pactlens.UserError;
import org.pactlens.text.Article;

/**
 * One line of a file of labels or of a coding sheet: an article with what a person says of it.
 *
 * @param grade 0..3
 * @param label class of the label scheme; the look-alike or the grade where the file has none
 * @param set which part of the labels it counts for in figures
 * @param group what is never split between learning and testing: the row's group, else its site
 */
record LabelledArticle(Article article, int grade, String label, String set, String group) {
    private static final int HIGHEST_GRADE = 3;

    /** @param file which the row is of: its set where it names no source of its own */
    static LabelledArticle of(String place, JsonNode row, String file) {
        int grade = grade(place, row);
        String title = row.path("title").asText("");
        String text = row.path("text").asText("");
        String look = row.path("near_miss_of").asText("");
        String group = first(row, "group", "domain", "url", "id");
        return new LabelledArticle(
                new Article(
                        first(row, "url", "id"),
                        row.path("domain").asText(null),
                        first(row, "language", "lang"),
                        null,
                        day(place, row),
                        title,
                        List.of(),
                        // A sheet's text begins with its title.
                        !title.isEmpty() && text.startsWith(title)
                                ? text.substring(title.length()).strip()
                                : text),
                grade,
                row.path("label").asText(look.isEmpty() ? "grade " + grade : look),
                row.path("source").asText("").equals("own-writing") ? file + ", own writing" : file,
                group == null ? place : group);
    }

    private static int grade(String place, JsonNode row) {
        JsonNode grade = row.hasNonNull("grade") ? row.get("grade") : row.path("relevance");
        try {
            int value = Integer.parseInt(grade.asText());
            if (value >= 0 && value <= HIGHEST_GRADE) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as a grade out of range.
        }
        throw UserError.of(place, "it has no grade of 0 to 3", "Write \"grade\" (or \"relevance\") as a number.");
    }

    private static LocalDate day(String place, JsonNode row) {
        String day = first(row, "published_date", "date");
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw UserError.of(place, "\"" + day + "\" is no day", "Write date as YYYY-MM-DD, or leave it out.");
        }
    }

    private static String first(JsonNode row, String... keys) {
        for (String key : keys) {
            if (!row.path(key).asText("").isEmpty()) {
                return row.get(key).asText();
            }
        }
        return null;
    }
}
