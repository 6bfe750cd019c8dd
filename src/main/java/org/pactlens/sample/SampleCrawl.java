package org.pactlens.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Builds the sample crawl: {@code sample-00.warc.gz}, {@code sample-01.warc.gz}, {@code drop/} and {@code gold.jsonl}. */
public final class SampleCrawl {
    private static final DateTimeFormatter WARC_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
    private static final String HTML = "text/html";
    private static final byte[] PIXEL = {
        'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 'D', 0, 0x3b
    };

    private final Pages pages = new Pages();
    private final List<SampleDocument> documents = SampleSources.documents();

    private SampleCrawl() {}

    /** Writes the sample into a folder, which is made where it is missing. The same bytes each time. */
    public static void write(Path folder) throws IOException {
        new SampleCrawl().writeAll(folder);
    }

    private void writeAll(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("drop"));
        List<SampleDocument> served =
                documents.stream().filter(d -> d.text("drop", null) == null).toList();
        ArchiveWriter[] archives = {new ArchiveWriter(), new ArchiveWriter()};
        for (ArchiveWriter archive : archives) {
            archive.record(
                    "warcinfo",
                    null,
                    "2024-06-18T00:00:00Z",
                    "application/warc-fields",
                    "",
                    "software: pactlens sample\r\nformat: WARC File Format 1.1\r\n".getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < served.size(); i++) {
            captures(served.get(i), archives[i % 2]);
        }
        oddities(served, archives[1]);
        archives[0].writeTo(folder.resolve("sample-00.warc.gz"));
        archives[1].writeTo(folder.resolve("sample-01.warc.gz"));
        for (SampleDocument document : documents) {
            DropFile.write(document, folder.resolve("drop"));
        }
        Files.write(folder.resolve("gold.jsonl"), SampleGold.lines(documents), StandardCharsets.UTF_8);
    }

    private static String date(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).format(WARC_DATE);
    }

    /** Each document once; some again unchanged, updated, or as a revisit. */
    private void captures(SampleDocument document, ArchiveWriter archive) {
        OffsetDateTime first = document.published().plusDays(1);
        response(archive, document, date(first), "200 OK", pages.page(document));
        for (String again : document.strings("again")) {
            OffsetDateTime later = first.plusDays(2);
            switch (again) {
                case "same" -> response(archive, document, date(later), "200 OK", pages.page(document));
                case "updated" -> response(archive, document, date(later), "200 OK", pages.updatedPage(document));
                case "revisit" ->
                    archive.record(
                            "revisit",
                            document.url(),
                            date(first.plusDays(5)),
                            "application/http; msgtype=response",
                            "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
                                    + "WARC-Refers-To: <" + ArchiveWriter.id("response", document.url(), date(first))
                                    + ">\r\nWARC-Refers-To-Target-URI: " + document.url()
                                    + "\r\nWARC-Refers-To-Date: " + date(first) + "\r\n",
                            ArchiveWriter.http("200 OK", HTML, "", new byte[0]));
                default -> throw new IllegalStateException(document.id() + ": again knows no " + again);
            }
        }
    }

    private static void response(
            ArchiveWriter archive, SampleDocument document, String date, String status, String page) {
        String charset = document.text("charset", "utf-8");
        String declared = document.text("declared_charset", charset);
        archive.record(
                "response",
                document.url(),
                date,
                "application/http; msgtype=response",
                "",
                ArchiveWriter.http(
                        status,
                        declared.equals("none") ? HTML : HTML + "; charset=" + declared,
                        "",
                        Pages.encode(page, charset)));
    }

    /** What every crawl holds beside articles: requests, errors, redirects, images, lists, walls, damage. */
    private void oddities(List<SampleDocument> served, ArchiveWriter archive) {
        SampleDocument first = served.get(0);
        String site = "https://" + first.outlet();
        String date = "2024-06-22T10:00:00Z";
        archive.record(
                "request",
                first.url(),
                date,
                "application/http; msgtype=request",
                "",
                ("GET /" + first.id() + " HTTP/1.1\r\nHost: " + first.outlet() + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        archive.record(
                "metadata",
                first.url(),
                date,
                "application/warc-fields",
                "",
                "fetchTimeMs: 120\r\n".getBytes(StandardCharsets.UTF_8));
        simple(archive, site + "/gone", date, "404 Not Found", page("Not found", "This page does not exist."));
        simple(archive, site + "/down", date, "503 Service Unavailable", page("Down", "Back soon."));
        simple(
                archive,
                site + "/soft",
                date,
                "200 OK",
                page("Page not found", "The page that you look for was not found."));
        simple(
                archive,
                site + "/wall",
                date,
                "200 OK",
                page("Just a moment", "Checking that you are human. Enable JavaScript and cookies to continue."));
        archive.record(
                "response",
                site + "/old",
                date,
                "application/http; msgtype=response",
                "",
                ArchiveWriter.http("301 Moved Permanently", HTML, "Location: " + first.url() + "\r\n", new byte[0]));
        archive.record(
                "response",
                site + "/pixel.gif",
                date,
                "application/http; msgtype=response",
                "",
                ArchiveWriter.http("200 OK", "image/gif", "", PIXEL));
        archive.record(
                "response",
                site + "/robots.txt",
                date,
                "application/http; msgtype=response",
                "",
                ArchiveWriter.http(
                        "200 OK", "text/plain", "", "User-agent: *\nDisallow:\n".getBytes(StandardCharsets.UTF_8)));
        for (Map.Entry<String, List<SampleDocument>> outlet : byOutlet(served).entrySet()) {
            if (outlet.getValue().size() >= 8) {
                String list = pages.list(outlet.getValue().get(0), outlet.getValue());
                simple(archive, "https://" + outlet.getKey() + "/", date, "200 OK", list);
            }
        }
        archive.damagedRecord(
                site + "/broken",
                date,
                ArchiveWriter.http("200 OK", HTML, "", pages.page(first).getBytes(StandardCharsets.UTF_8)));
        simple(
                archive,
                site + "/after",
                date,
                "200 OK",
                page("After the damage", "A reader that goes on finds this page."));
    }

    private static Map<String, List<SampleDocument>> byOutlet(List<SampleDocument> served) {
        Map<String, List<SampleDocument>> outlets = new TreeMap<>();
        served.forEach(
                d -> outlets.computeIfAbsent(d.outlet(), o -> new ArrayList<>()).add(d));
        return outlets;
    }

    private static String page(String title, String text) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body><h1>" + title + "</h1><p>" + text + "</p></body></html>";
    }

    private static void simple(ArchiveWriter archive, String url, String date, String status, String page) {
        archive.record(
                "response",
                url,
                date,
                "application/http; msgtype=response",
                "",
                ArchiveWriter.http(status, HTML + "; charset=utf-8", "", page.getBytes(StandardCharsets.UTF_8)));
    }
}
