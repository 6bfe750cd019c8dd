package org.pactlens.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The page's own article object of its JSON-LD (schema.org, https://schema.org/Article), chosen among several by address
 * and headline. Absent values are null or empty.
 *
 * @param types all schema.org types named in the page, lower case
 */
record StructuredData(
        String headline,
        String articleBody,
        String datePublished,
        String publisher,
        String language,
        boolean paywalled,
        List<String> authors,
        List<String> types) {
    private static final int MAX_NODES = 20_000;
    private static final int MOST_AUTHORS = 30;

    static StructuredData of(List<Element> scripts, String url, String title) {
        List<Map<?, ?>> nodes = new ArrayList<>();
        for (Element script : scripts) {
            if (script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
                collect(LenientJson.read(script.data()), nodes, 0);
            }
        }
        List<String> types = new ArrayList<>();
        Map<?, ?> best = null;
        int bestScore = 0;
        for (Map<?, ?> node : nodes) {
            String type = type(node);
            types.add(type);
            int score = score(node, type, url, title);
            if (score > bestScore) {
                best = node;
                bestScore = score;
            }
        }
        return best == null
                ? new StructuredData(null, null, null, null, null, false, List.of(), types)
                : read(best, nodes, types);
    }

    private static void collect(Object value, List<Map<?, ?>> into, int depth) {
        if (into.size() > MAX_NODES || depth > 12) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("@type")) {
                into.add(map);
            }
            map.values().forEach(v -> collect(v, into, depth + 1));
        } else if (value instanceof List<?> list) {
            list.forEach(v -> collect(v, into, depth + 1));
        }
    }

    static String type(Map<?, ?> node) {
        Object type = node.get("@type");
        Object first = type instanceof List<?> list && !list.isEmpty() ? list.get(0) : type;
        String name = first == null ? "" : first.toString();
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static int score(Map<?, ?> node, String type, String url, String title) {
        boolean article = type.endsWith("article")
                || type.endsWith("blogposting")
                || type.equals("report")
                || type.endsWith("newsarticle")
                || type.equals("liveblogposting")
                || type.equals("review");
        boolean page = type.equals("webpage") || type.equals("videoobject");
        if (!article && !page) {
            return 0;
        }
        int score = article ? 4 : 1;
        String headline = BodyFinder.squeeze(text(node.get("headline"), "name"));
        String wanted = BodyFinder.squeeze(title);
        if (!headline.isEmpty() && !wanted.isEmpty() && (wanted.contains(headline) || headline.contains(wanted))) {
            score += 3;
        }
        for (String key : List.of("url", "@id", "mainEntityOfPage")) {
            String address = text(node.get(key), "@id");
            if (!address.isEmpty() && !url.isEmpty() && path(address).equals(path(url))) {
                score += 2;
                break;
            }
        }
        score += node.get("articleBody") != null ? 1 : 0;
        score += node.get("datePublished") != null ? 1 : 0;
        return score;
    }

    private static String path(String url) {
        int start = url.indexOf("//");
        int slash = url.indexOf('/', start < 0 ? 0 : start + 2);
        String path = slash < 0 ? "/" : url.substring(slash);
        int end = path.indexOf('#');
        return end < 0 ? path : path.substring(0, end);
    }

    private static StructuredData read(Map<?, ?> node, List<Map<?, ?>> nodes, List<String> types) {
        List<String> authors = new ArrayList<>();
        names(node.get("author") != null ? node.get("author") : node.get("creator"), namesById(nodes), authors, 0);
        String body = text(node.get("articleBody"), "@value");
        String free = text(node.get("isAccessibleForFree"), "@value").toLowerCase(Locale.ROOT);
        return new StructuredData(
                orNull(text(node.get("headline"), "@value")),
                orNull(body),
                orNull(text(node.get("datePublished"), "@value")),
                orNull(text(node.get("publisher"), "name")),
                orNull(text(node.get("inLanguage"), "name")),
                free.equals("false") || free.endsWith("/false"),
                authors,
                types);
    }

    private static Map<Object, Object> namesById(List<Map<?, ?>> nodes) {
        Map<Object, Object> names = new HashMap<>();
        for (Map<?, ?> node : nodes) {
            if (node.get("@id") != null && node.get("name") != null) {
                names.putIfAbsent(node.get("@id"), node.get("name"));
            }
        }
        return names;
    }

    private static void names(Object value, Map<Object, Object> byId, List<String> into, int depth) {
        if (value == null || depth > 3 || into.size() >= MOST_AUTHORS) {
            return;
        }
        if (value instanceof List<?> list) {
            list.forEach(v -> names(v, byId, into, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            Object name = map.get("name");
            names(name != null ? name : byId.get(map.get("@id")), byId, into, depth + 1);
        } else {
            into.add(value.toString());
        }
    }

    /** The text of a value that may be a string, an object with that key, or a list of either. */
    static String text(Object value, String key) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "" : text(list.get(0), key);
        }
        if (value instanceof Map<?, ?> map) {
            return map.get(key) instanceof String name ? name : "";
        }
        return value == null ? "" : value.toString();
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
