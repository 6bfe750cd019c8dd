package org.pactlens.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * An article as the rules see it. Only {@code url}, {@code title}, {@code text} and {@code authors} are never null.
 *
 * @param url the capture's target URI, unchanged
 * @param outlet outlet id (registrable domain, mapped by the outlets table), or null
 * @param language BCP 47 tag of the main text, a script or region subtag only where the study tells them apart
 *     ({@code ko-KP}, {@code zh-Hant}); or null where unknown
 * @param publishedAt instant of publication, or null
 * @param publishedDate local day at the outlet, or null
 * @param title headline without the site's name; empty where none is known
 * @param authors names of persons in the page's order
 * @param text main text, paragraphs parted by one blank line; empty where the page is no article
 */
public record Article(
        String url,
        String outlet,
        String language,
        Instant publishedAt,
        LocalDate publishedDate,
        String title,
        List<String> authors,
        String text) {
    public Article {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(text, "text");
        title = title == null ? "" : title;
        authors = List.copyOf(authors);
    }
}
