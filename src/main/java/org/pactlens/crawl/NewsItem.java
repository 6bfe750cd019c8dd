package org.pactlens.crawl;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of a news dump: an article that somebody has extracted already.
 *
 * @param url address as given
 * @param outlet outlet as given; null where the dump has none
 * @param dateRaw publication date as given; null where there is none
 * @param date the same as an instant; null where it does not parse or is a day without a time
 * @param title headline; null where there is none
 * @param text main text
 * @param line line in the file, 1-based
 * @param sha256 first 32 hex digits of the SHA-256 of the line's bytes
 */
public record NewsItem(
        String url, String outlet, String dateRaw, Instant date, String title, String text, long line, String sha256)
        implements CrawlItem {
    public NewsItem {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(text, "text");
    }
}
