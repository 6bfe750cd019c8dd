package org.pactlens.sample;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every crawl holds beside articles: requests, errors, redirects, images, front pages, walls, damage. */
final class OtherRecords {
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2024-06-22T10:00:00Z");
    private static final String HTML = "text/html; charset=utf-8";
    /** Outlets with as many pages have a front page in the crawl. */
    private static final int PAGES_FOR_FRONT = 8;

    private static final byte[] PIXEL = {
        'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 'D', 0, 0x3b
    };

    private final ArchiveWriter archive;
    private final Pages pages;

    OtherRecords(ArchiveWriter archive, Pages pages) {
        this.archive = archive;
        this.pages = pages;
    }

    void write(List<SampleDocument> served) {
        SampleDocument first = served.get(0);
        String site = "https://" + first.outlet();
        besideAResponse(first);
        answer(site + "/gone", "404 Not Found", "Not found", "This page does not exist.");
        answer(site + "/down", "503 Service Unavailable", "Down", "Back soon.");
        answer(site + "/soft", "200 OK", "Page not found", "The page that you look for was not found.");
        answer(
                site + "/wall",
                "200 OK",
                "Just a moment",
                "Checking that you are human. Enable JavaScript and cookies to continue.");
        response(site + "/old", "301 Moved Permanently", HTML, "Location: " + first.url() + "\r\n", new byte[0]);
        response(site + "/pixel.gif", "200 OK", "image/gif", "", PIXEL);
        response(site + "/robots.txt", "200 OK", "text/plain", "", bytes("User-agent: *\nDisallow:\n"));
        fronts(served);
        archive.damagedResponse(site + "/broken", TIME, HTML, bytes(pages.page(first)));
        answer(site + "/after", "200 OK", "After the damage", "A reader that goes on finds this page.");
    }

    private void besideAResponse(SampleDocument document) {
        OffsetDateTime time = document.published().plusDays(1);
        String get = "GET /" + document.path() + " HTTP/1.1\r\nHost: " + document.outlet() + "\r\n\r\n";
        archive.record("request", document.url(), time, "application/http; msgtype=request", "", bytes(get));
        archive.record("metadata", document.url(), time, "application/warc-fields", "", bytes("fetchTimeMs: 120\r\n"));
    }

    private void fronts(List<SampleDocument> served) {
        Map<String, List<SampleDocument>> outlets = new TreeMap<>();
        served.forEach(
                d -> outlets.computeIfAbsent(d.outlet(), o -> new ArrayList<>()).add(d));
        outlets.forEach((outlet, documents) -> {
            if (documents.size() >= PAGES_FOR_FRONT) {
                response("https://" + outlet + "/", "200 OK", HTML, "", bytes(pages.list(documents)));
                List<SampleDocument> newest = documents.subList(0, PAGES_FOR_FRONT);
                response("https://" + outlet + "/tag/korea", "200 OK", HTML, "", bytes(pages.list(newest)));
            }
        });
    }

    private void answer(String url, String status, String title, String text) {
        String page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body><h1>" + title + "</h1><p>" + text + "</p></body></html>";
        response(url, status, HTML, "", bytes(page));
    }

    private void response(String url, String status, String contentType, String moreHeaders, byte[] body) {
        archive.response(url, TIME, ArchiveWriter.http(status, contentType, moreHeaders, body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
