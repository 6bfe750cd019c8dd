package org.pactlens.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pactlens.UserError;
import org.pactlens.job.Rules;
import org.pactlens.text.Article;

/** One line of articles.jsonl as an article; any key but {@code url} and {@code text} may be missing. */
final class ArticleLine {
    private ArticleLine() {}

    /**
     * The article of a row; where the row names no language, it is found in the text.
     *
     * @param place option, file and line, for messages
     */
    static Article article(String place, JsonNode row) {
        String language = text(row, "language");
        String body = required(place, row, "text");
        List<String> authors = new ArrayList<>();
        row.path("authors").forEach(author -> authors.add(author.asText()));
        return new Article(
                required(place, row, "url"),
                text(row, "outlet"),
                language != null ? language : Rules.languages().detect(body).language(),
                time(place, row, "published_at", t -> OffsetDateTime.parse(t).toInstant()),
                time(place, row, "published_date", LocalDate::parse),
                text(row, "title"),
                authors,
                body);
    }

    private static String required(String place, JsonNode row, String key) {
        String value = text(row, key);
        if (value == null) {
            throw UserError.of(place, "the row has no " + key, "Each row of articles.jsonl needs url and text.");
        }
        return value;
    }

    private static String text(JsonNode row, String key) {
        return row.path(key).isTextual() ? row.path(key).textValue() : null;
    }

    private static <T> T time(String place, JsonNode row, String key, Function<String, T> parse) {
        String value = text(row, key);
        if (value == null) {
            return null;
        }
        try {
            return parse.apply(value);
        } catch (DateTimeException e) {
            throw UserError.of(
                    place + ": " + key,
                    "\"" + value + "\" is no such time",
                    "Write published_date as YYYY-MM-DD and published_at in ISO 8601 with an offset.");
        }
    }

    /** An instant as the contract writes it; null stays null. */
    static String iso(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
