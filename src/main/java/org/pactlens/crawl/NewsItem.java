package org.pactlens.crawl;

import java.util.Objects;

/**
 * One line of a news dump: an article that somebody has extracted already.
 *
 * @param url address as given
 * @param outlet outlet as given; null where the dump has none
 * @param dateRaw publication date as given, in any form; null where there is none
 * @param title headline; null where there is none
 * @param text main text
 * @param place where the line lies in the file
 * @param sha256 first 32 hex digits of the SHA-256 of the line's bytes
 */
public record NewsItem(String url, String outlet, String dateRaw, String title, String text, Place place, String sha256)
        implements CrawlItem {
    public NewsItem {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(place, "place");
    }
}
