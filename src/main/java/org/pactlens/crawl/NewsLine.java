package org.pactlens.crawl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one line of a news dump holds.
 *
 * @param values the mapped fields by their names; nested names are joined by dots
 * @param sha256 of the line
 * @param fault why it gives no item; null where it gives one, then nothing else is to be asked
 */
record NewsLine(NewsMapping mapping, Map<String, String> values, String sha256, String fault) {
    /** Reads lines of JSON. */
    static final class Parser {
        private static final int MAX_DEPTH = 64;

        private final NewsMapping mapping;
        private final Set<String> mapped;
        private final JsonFactory json;

        Parser(NewsMapping mapping, int longest) {
            this.mapping = mapping;
            mapped = Set.copyOf(
                    List.of(mapping.url(), mapping.text(), mapping.title(), mapping.date(), mapping.outlet()));
            StreamReadConstraints constraints = StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Math.max(1, longest))
                    .build();
            json = JsonFactory.builder().streamReadConstraints(constraints).build();
        }

        NewsLine read(byte[] bytes, int from, int to) {
            Map<String, String> values = new HashMap<>();
            try (JsonParser parser = json.createParser(bytes, from, to - from)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return faulty("no JSON object");
                }
                read(parser, values);
            } catch (IOException e) {
                return faulty("no JSON");
            }
            String url = values.get(mapping.url());
            boolean noText = values.get(mapping.text()) == null;
            if (noText || url == null || url.isBlank()) {
                return faulty("no field '" + (noText ? mapping.text() : mapping.url()) + "'");
            }
            MessageDigest digest = Payloads.sha256();
            digest.update(bytes, from, to - from);
            return new NewsLine(mapping, values, Payloads.hex(digest.digest()), null);
        }

        private NewsLine faulty(String why) {
            return new NewsLine(mapping, Map.of(), null, why);
        }

        private void read(JsonParser parser, Map<String, String> values) throws IOException {
            Deque<String> path = new ArrayDeque<>();
            int arrays = 0;
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case FIELD_NAME -> name = (path.isEmpty() ? "" : path.peek() + ".") + parser.currentName();
                    case START_OBJECT -> path.push(name);
                    case END_OBJECT -> {
                        if (path.isEmpty()) {
                            return;
                        }
                        path.pop();
                    }
                    case START_ARRAY -> arrays++;
                    case END_ARRAY -> arrays--;
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                        if (arrays == 0 && mapped.contains(name)) {
                            values.putIfAbsent(name, parser.getText());
                        }
                    }
                    default -> {
                        // true, false and null carry nothing that is mapped
                    }
                }
            }
        }
    }

    NewsItem item(Place place) {
        return new NewsItem(
                values.get(mapping.url()),
                values.get(mapping.outlet()),
                values.get(mapping.date()),
                values.get(mapping.title()),
                values.get(mapping.text()),
                place,
                sha256);
    }
}
