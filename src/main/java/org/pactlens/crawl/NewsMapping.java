package org.pactlens.crawl;

import java.util.List;
import java.util.Objects;

/**
 * Which fields of a news dump mean what. Names of nested fields are joined by dots ({@code source.domain}).
 *
 * @param url required in every line
 * @param text required in every line
 */
public record NewsMapping(String url, String outlet, String date, String title, String text) {
    /** The fields named as here. */
    public static final NewsMapping DEFAULT = new NewsMapping("url", "outlet", "date", "title", "text");

    public NewsMapping {
        for (String name : List.of(url, outlet, date, title, text)) {
            if (Objects.requireNonNull(name).isBlank()) {
                throw new IllegalArgumentException("a mapped field needs a name");
            }
        }
    }
}
