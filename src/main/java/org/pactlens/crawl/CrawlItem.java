package org.pactlens.crawl;

/** What a reader gives: a record, an item of a news dump, or a stretch of bytes that is none. In file order. */
public sealed interface CrawlItem permits CrawlRecord, NewsItem, Damage {}
