package org.pactlens.sample;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * One document of the sample as its source file has it.
 *
 * @param source the file's entry, for the parts of the gold that are copied through
 * @param text paragraphs parted by blank lines
 */
record SampleDocument(
        Map<String, Object> source, String id, String outlet, String language, String title, String text) {
    static SampleDocument of(Map<String, Object> source) {
        return new SampleDocument(
                source,
                required(source, "id"),
                required(source, "outlet"),
                required(source, "language"),
                required(source, "title"),
                required(source, "text").strip());
    }

    private static String required(Map<String, Object> source, String key) {
        Object value = source.get(key);
        if (!(value instanceof String text) || text.isBlank()) {
            throw new IllegalStateException("sample document " + source.get("id") + " needs the text " + key);
        }
        return text;
    }

    String url() {
        return "https://" + outlet + "/" + id;
    }

    OffsetDateTime published() {
        return OffsetDateTime.parse(required(source, "published"));
    }

    String text(String key, String otherwise) {
        return source.get(key) instanceof String value ? value : otherwise;
    }

    List<String> authors() {
        return strings("authors");
    }

    List<String> strings(String key) {
        return source.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    boolean is(String key) {
        return Boolean.TRUE.equals(source.get(key));
    }

    List<String> paragraphs() {
        return List.of(text.split("\n\\s*\n"));
    }
}
