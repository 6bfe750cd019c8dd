package org.pactlens.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.pactlens.UserError;
import org.pactlens.text.Span;

/**
 * One object of a JSON Lines file, read with checks: a value of the wrong type is the user's mistake.
 *
 * @param place file and line, for messages
 */
public record Row(String place, JsonNode json) {
    /** In place of an output row that is not there: nothing was found. */
    static final Row EMPTY = new Row("", JsonNodeFactory.instance.objectNode());

    /** Far beyond any article; keeps a wrong number from filling the memory. */
    private static final int LONGEST_TEXT = 100_000_000;

    boolean has(String key) {
        return json.hasNonNull(key);
    }

    /** Null where it is missing or null. */
    String text(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(key, "a text or null");
        }
        return value.textValue();
    }

    /** A text that holds something. */
    String required(String key) {
        String value = text(key);
        if (value == null || value.isEmpty()) {
            throw wrong(key, "a text");
        }
        return value;
    }

    /** Empty where it is missing or null. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(key)) {
            if (!value.isTextual()) {
                throw wrong(key, "a list of texts or null");
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    /** Objects of a list; empty where it is missing or null. */
    List<Row> rows(String key) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode value : list(key)) {
            if (!value.isObject()) {
                throw wrong(key, "a list of objects");
            }
            rows.add(new Row(place + ": " + key + "[" + rows.size() + "]", value));
        }
        return rows;
    }

    /** The object under a key, empty where it is missing or null. */
    Row row(String key) {
        JsonNode value = json.path(key);
        if (!value.isObject() && !value.isNull() && !value.isMissingNode()) {
            throw wrong(key, "an object or null");
        }
        return new Row(place + ": " + key, value);
    }

    /** The same row with another text under a key. */
    Row with(String key, String text) {
        return new Row(place, ((ObjectNode) json.deepCopy()).put(key, text));
    }

    boolean isTrue(String key) {
        return json.path(key).asBoolean(false);
    }

    /** A whole number of {@code 0..most}; {@code absent} where the key is missing or null. */
    int whole(String key, int most, int absent) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0 || value.intValue() > most) {
            throw wrong(key, "a whole number from 0 to " + most);
        }
        return value.intValue();
    }

    /** A number of 0..1; null where it is missing or null. */
    Double unit(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
            throw wrong(key, "a number from 0 to 1");
        }
        return value.doubleValue();
    }

    /** A number above 0; 1 where it is missing or null. */
    double weight(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return 1;
        }
        if (!value.isNumber() || !(value.doubleValue() > 0 && value.doubleValue() < Double.MAX_VALUE)) {
            throw wrong(key, "a number above 0");
        }
        return value.doubleValue();
    }

    /** The stretch of {@code start} and {@code end}. */
    Span span() {
        int start = whole("start", LONGEST_TEXT, -1);
        int end = whole("end", LONGEST_TEXT, -1);
        if (start < 0 || end <= start) {
            throw UserError.of(
                    place,
                    "start and end must be whole numbers, end greater than start",
                    "They count Unicode code points, end exclusive.");
        }
        return new Span(start, end);
    }

    /** Pairs of numbers; empty where the key is missing or null. */
    List<Span> spans(String key) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode pair : list(key)) {
            int start = pair.path(0).asInt(-1);
            int end = pair.path(1).asInt(-1);
            if (start < 0 || end <= start || end > LONGEST_TEXT) {
                throw wrong(key, "a list of [start, end]");
            }
            spans.add(new Span(start, end));
        }
        return spans;
    }

    /** The language's primary subtag, under either of its keys; empty where none is given. */
    String language() {
        String language = has("language") ? text("language") : text("lang");
        return language == null ? "" : language;
    }

    private JsonNode list(String key) {
        JsonNode value = json.path(key);
        if (!value.isArray() && !value.isNull() && !value.isMissingNode()) {
            throw wrong(key, "a list or null");
        }
        return value;
    }

    private UserError wrong(String key, String wanted) {
        JsonNode value = json.path(key);
        String given = value.isMissingNode() ? "it is missing" : "it is " + shortened(value.toString());
        return UserError.of(place, "'" + key + "' must be " + wanted + "; " + given, "Mend the row.");
    }

    private static String shortened(String json) {
        return Wording.length(json) <= 80 ? json : Wording.slice(json, 0, 80) + "...";
    }
}
