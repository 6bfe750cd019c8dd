package org.pactlens.sample;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts documents into pages as sites serve them: layouts, navigation, teasers, banners, comments. */
final class Pages {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)\\}\\}");
    private static final Pattern UNSAFE = Pattern.compile("[&<>\"]");

    private final Map<String, Object> furniture = SampleSources.furniture();

    /** The page of a document, in the document's own layout. */
    String page(SampleDocument document) {
        return fill(document, document.text("layout", "modern"), document.paragraphs());
    }

    /** The page as it was updated later: one more paragraph, before the others. */
    String updatedPage(SampleDocument document) {
        List<String> paragraphs = new ArrayList<>(document.paragraphs());
        paragraphs.add(0, document.text("update", document.title()));
        return fill(document, document.text("layout", "modern"), paragraphs);
    }

    /** A front page or list: headlines only. */
    String list(SampleDocument first, List<SampleDocument> documents) {
        StringBuilder items = new StringBuilder();
        for (SampleDocument document : documents) {
            items.append("<li><a href=\"").append(document.url()).append("\">");
            items.append(escape(document.title())).append("</a></li>\n");
        }
        return fill(first, "list", List.of()).replace("[[items]]", items);
    }

    private String fill(SampleDocument document, String layout, List<String> paragraphs) {
        String language = document.language().substring(0, 2);
        Map<String, Object> words = SampleSources.map(furniture.get(language));
        Matcher places = PLACE.matcher(SampleSources.layout(layout));
        StringBuilder page = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(
                    page, Matcher.quoteReplacement(value(places.group(1), document, words, paragraphs)));
        }
        return places.appendTail(page).toString();
    }

    private static String value(
            String name, SampleDocument document, Map<String, Object> words, List<String> paragraphs) {
        return switch (name) {
            case "lang" -> document.language();
            case "charset" -> document.text("charset", "utf-8");
            case "url" -> document.url();
            case "site" -> escape(document.outlet());
            case "title" -> escape(document.title());
            case "published" -> document.published().toString();
            case "day" -> document.published().toLocalDate().toString();
            case "author" -> escape(String.join(", ", document.authors()));
            case "paragraphs" -> join(paragraphs, "<p>", "</p>\n");
            case "divs" -> join(paragraphs, "<div class=\"txt\"><span>", "</span></div>\n");
            case "breaks" -> join(paragraphs, "", "<br><br>\n");
            default ->
                words.get(name) instanceof List<?> list
                        ? join(list.stream().map(String::valueOf).toList(), "<li><a href=\"/more\">", "</a></li>\n")
                        : escape(String.valueOf(words.get(name)));
        };
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
        var encoder = set.newEncoder();
        StringBuilder writable = new StringBuilder(page.length());
        page.codePoints().forEach(c -> {
            String character = Character.toString(c);
            writable.append(encoder.canEncode(character) ? character : "&#" + c + ";");
        });
        return writable.toString().getBytes(set);
    }
}
