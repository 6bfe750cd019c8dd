package org.pactlens.extract;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The first value of each meta element of a page, by lower-case name, and the page's links about itself. */
final class PageMeta {
    private final Map<String, String> values = new HashMap<>();
    private final Document page;
    private final String url;
    private final String title;
    private final List<Element> links = new ArrayList<>();
    /** In the page's order. */
    final List<Element> scripts = new ArrayList<>();

    PageMeta(Document page, String url) {
        this.page = page;
        this.url = url;
        page.traverse((node, depth) -> {
            if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "meta" -> read(element);
                    case "link" -> links.add(element);
                    case "script" -> scripts.add(element);
                    default -> {}
                }
            }
        });
        Element element = page.head().selectFirst("title");
        this.title = element == null ? page.title() : element.text();
    }

    private void read(Element meta) {
        // Saved pages exist whose "content" was renamed "value".
        String content = meta.hasAttr("content") ? meta.attr("content") : meta.attr("value");
        if (content.isBlank() || content.length() > 4000) {
            return;
        }
        for (String key : new String[] {"property", "name", "itemprop", "http-equiv"}) {
            if (meta.hasAttr(key)) {
                values.putIfAbsent(meta.attr(key).toLowerCase(Locale.ROOT).strip(), content.strip());
            }
        }
    }

    /** The first of these that the page has, or null. */
    String first(String... names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    String title() {
        return title;
    }

    String siteName() {
        return first("og:site_name", "application-name", "twitter:site:name");
    }

    /** The language the page claims, as a BCP 47 tag, or null; og:locale only where html has none. */
    String language() {
        Element html = page.firstElementChild();
        String tag = html == null ? "" : html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
        if (tag.isBlank()) {
            String other = first("og:locale", "content-language", "language", "dc.language");
            tag = other == null ? "" : other;
        }
        Locale locale = Locale.forLanguageTag(tag.strip().split("[,; ]")[0].replace('_', '-'));
        return locale.getLanguage().isEmpty() ? null : locale.toLanguageTag();
    }

    /** Absolute http address that the page calls its own, or null. */
    String canonicalUrl() {
        for (Element link : links) {
            if (link.attr("rel").equalsIgnoreCase("canonical")) {
                String address = absolute(link.attr("href"));
                if (address != null) {
                    return address;
                }
            }
        }
        String og = first("og:url");
        return og == null ? null : absolute(og);
    }

    private String absolute(String href) {
        try {
            URL resolved = url.isEmpty() ? new URL(href.strip()) : new URL(new URL(url), href.strip());
            return resolved.getProtocol().startsWith("http")
                            && !resolved.getHost().isEmpty()
                    ? resolved.toString()
                    : null;
        } catch (MalformedURLException notAnAddress) {
            return null;
        }
    }
}
