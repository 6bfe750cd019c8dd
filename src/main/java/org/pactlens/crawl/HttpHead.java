package org.pactlens.crawl;

/**
 * The head of an HTTP message, read leniently.
 *
 * @param status status code as sent, which may be 0; -1 where the status line has none
 * @param headers fields of the head; empty where there are none
 */
public record HttpHead(int status, Headers headers) {}
