package org.pactlens.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts documents into pages as sites serve them: layouts, navigation, teasers, banners, comments. */
final class Pages {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)\\}\\}");
    private static final Pattern UNSAFE = Pattern.compile("[&<>\"]");
    private static final List<String> PROSE_BESIDE_THE_ARTICLE =
            List.of("related", "comments", "newsletter", "consent", "donate", "offer", "copyright");
    private static final int PARAGRAPHS_BEFORE_TEASER = 2;

    private final Map<String, Object> furniture = SampleSources.furniture();
    private final Map<String, String> outletNames = SampleSources.outletNames();
    private final Map<String, String> layouts = new HashMap<>();

    /** The page of a document, in the document's own layout. */
    String page(SampleDocument document) {
        return fill(document, document.layout(), document.paragraphs());
    }

    /** The page before its last paragraph was added. */
    String earlierPage(SampleDocument document) {
        List<String> paragraphs = document.paragraphs();
        return fill(document, document.layout(), paragraphs.subList(0, paragraphs.size() - 1));
    }

    /** A front page or list of an outlet: headlines only. */
    String list(List<SampleDocument> documents) {
        StringBuilder items = new StringBuilder();
        for (SampleDocument document : documents) {
            items.append("<li><a href=\"").append(document.url()).append("\">");
            items.append(escape(document.title())).append("</a></li>\n");
        }
        return fill(documents.get(0), "list", List.of()).replace("[[items]]", items);
    }

    /** Passages that stand on a document's page and are no part of its article. */
    List<String> junk(SampleDocument document) {
        Map<String, Object> words = words(document);
        List<String> junk = new ArrayList<>();
        Matcher places = PLACE.matcher(layout(document.layout()));
        while (places.find()) {
            if (PROSE_BESIDE_THE_ARTICLE.contains(places.group(1))) {
                junk.addAll(strings(words.get(places.group(1))));
            }
        }
        return junk.stream().distinct().toList();
    }

    private String layout(String name) {
        return layouts.computeIfAbsent(name, SampleSources::layout);
    }

    private Map<String, Object> words(SampleDocument document) {
        return SampleSources.map(furniture.get(
                furniture.containsKey(document.language()) ? document.language() : document.primaryLanguage()));
    }

    private String fill(SampleDocument document, String layout, List<String> paragraphs) {
        Map<String, Object> words = words(document);
        Matcher places = PLACE.matcher(layout(layout));
        StringBuilder page = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(
                    page, Matcher.quoteReplacement(value(places.group(1), document, words, paragraphs)));
        }
        return places.appendTail(page).toString();
    }

    private String value(String name, SampleDocument document, Map<String, Object> words, List<String> paragraphs) {
        return switch (name) {
            case "lang" -> document.language();
            case "meta_charset" -> declared(document, "<meta charset=\"%s\">");
            case "meta_http" ->
                declared(document, "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=%s\">");
            case "url" -> document.url();
            case "site" -> escape(outletNames.get(document.outlet()));
            case "title" -> escape(document.title());
            case "title_json" -> TextNode.valueOf(document.title()).toString();
            case "author_json" -> authors(document).toString();
            case "published" -> document.published().toString();
            case "iso_day" -> document.day().toString();
            case "day" -> day(document, (String) words.get("date"));
            case "byline" -> byline(document, (String) words.get("byline"));
            case "paragraphs" -> join(paragraphs, "<p>", "</p>\n");
            case "paragraphs_teaser" -> withTeaser(paragraphs, words);
            case "divs" -> join(paragraphs, "<div class=\"txt\"><span>", "</span></div>\n");
            case "breaks" -> join(paragraphs, "", "<br><br>\n");
            case "entries" -> entries(document, paragraphs);
            default -> furniture(words.get(name));
        };
    }

    private static String declared(SampleDocument document, String tag) {
        return document.encoding().inPage()
                ? String.format(Locale.ROOT, tag, document.encoding().charset())
                : "";
    }

    private static ArrayNode authors(SampleDocument document) {
        ArrayNode authors = JsonNodeFactory.instance.arrayNode();
        document.authors()
                .forEach(a -> authors.addObject().put("@type", "Person").put("name", a));
        return authors;
    }

    private static String day(SampleDocument document, String pattern) {
        return document.published()
                .format(DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(document.language())));
    }

    private static String byline(SampleDocument document, String pattern) {
        return document.authors().isEmpty()
                ? ""
                : escape(String.format(Locale.ROOT, pattern, String.join(", ", document.authors())));
    }

    /** A one-link line between paragraphs, as many sites put it. */
    private static String withTeaser(List<String> paragraphs, Map<String, Object> words) {
        int before = Math.min(PARAGRAPHS_BEFORE_TEASER, paragraphs.size());
        String teaser = "<p class=\"inline-link\"><a href=\"/more\">"
                + escape(strings(words.get("related")).get(0)) + "</a></p>\n";
        return join(paragraphs.subList(0, before), "<p>", "</p>\n")
                + (before < paragraphs.size() ? teaser : "")
                + join(paragraphs.subList(before, paragraphs.size()), "<p>", "</p>\n");
    }

    /** Entries of a ticker, the newest first, each ten minutes after the one below. */
    private static String entries(SampleDocument document, List<String> paragraphs) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < paragraphs.size(); i++) {
            var time = document.published().plusMinutes(10L * (paragraphs.size() - 1 - i));
            entries.append("<div class=\"entry\"><time datetime=\"")
                    .append(time)
                    .append("\">");
            entries.append(time.toLocalTime()).append("</time><p>");
            entries.append(escape(paragraphs.get(i))).append("</p></div>\n");
        }
        return entries.toString();
    }

    private static String furniture(Object words) {
        return words instanceof List<?>
                ? join(strings(words), "<li><a href=\"/more\">", "</a></li>\n")
                : escape(String.valueOf(words));
    }

    private static List<String> strings(Object words) {
        return words instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(words));
    }

    private static String join(List<String> parts, String before, String after) {
        StringBuilder joined = new StringBuilder();
        parts.forEach(part -> joined.append(before).append(escape(part)).append(after));
        return joined.toString();
    }

    static String escape(String text) {
        return UNSAFE.matcher(text).replaceAll(m -> switch (m.group()) {
            case "&" -> "&amp;";
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            default -> "&quot;";
        });
    }

    /** The page's bytes; what the charset cannot write becomes a numeric reference, as browsers do. */
    static byte[] encode(String page, String charset) {
        Charset set = Charset.forName(charset);
        CharsetEncoder encoder = set.newEncoder();
        if (encoder.canEncode(page)) {
            return page.getBytes(set);
        }
        StringBuilder writable = new StringBuilder(page.length());
        page.codePoints().forEach(c -> {
            String character = Character.toString(c);
            writable.append(encoder.canEncode(character) ? character : "&#" + c + ";");
        });
        return writable.toString().getBytes(set);
    }
}
