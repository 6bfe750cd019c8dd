package org.pactlens.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.net.InternetDomainName;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.pactlens.crawl.ByteSource;
import org.pactlens.crawl.CrawlItem;
import org.pactlens.crawl.CrawlReaders;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.FileKind;
import org.pactlens.crawl.InputFile;
import org.pactlens.crawl.ItemReader;
import org.pactlens.crawl.NewsMapping;
import org.pactlens.crawl.ReadSettings;

/** The pages of the shared gold sets. */
final class GoldPages {
    static final int FOLDS = 5;

    private static final Path FOLDER = Path.of("..", "shared", "data", "extraction");
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldPages() {}

    record GoldPage(RawDocument raw, JsonNode gold) {
        String set() {
            return gold.path("set").asText();
        }

        /** By the registrable domain alone, so that pages of one outlet are in one fold. */
        int fold() {
            InternetDomainName host = InternetDomainName.from(
                    URI.create(raw.url().replaceAll("[?#].*", "")).getHost());
            String domain = (host.isUnderPublicSuffix() ? host.topPrivateDomain() : host).toString();
            return (domain.hashCode() * 0x9E3779B9 >>> 16) % FOLDS;
        }
    }

    /** All pages, by set and place in the archive. Skips the test where the sets are absent. */
    static List<GoldPage> all() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no ../shared/data/extraction beside the checkout");
        List<GoldPage> pages = new ArrayList<>();
        for (String set :
                "daniel fundus htmldate mercury newsaed scrapinghub smalllang trafilatura wcxb wcxbother".split(" ")) {
            Map<String, JsonNode> gold = gold(set);
            for (RawDocument raw : archive(FOLDER.resolve(set + ".warc.gz"))) {
                pages.add(new GoldPage(raw, gold.get(raw.url())));
            }
        }
        return pages;
    }

    /** The documents of an archive's responses. */
    static List<RawDocument> archive(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        InputFile file =
                new InputFile(path.toUri().toString(), path.getFileName().toString(), source(bytes), null, null);
        List<RawDocument> documents = new ArrayList<>();
        try (ItemReader reader = CrawlReaders.open(file, FileKind.ARCHIVE, ReadSettings.DEFAULT, NewsMapping.DEFAULT)) {
            while (reader.hasNext()) {
                CrawlItem item = reader.next();
                if (item instanceof CrawlRecord r
                        && r.targetUri() != null
                        && r.payload().length() > 0) {
                    documents.add(
                            new RawDocument(r.payload().bytes(), r.mediaType(), r.charset(), r.targetUri(), r.date()));
                }
            }
        }
        return documents;
    }

    private static ByteSource source(byte[] bytes) {
        return new ByteSource() {
            @Override
            public InputStream open(long offset) {
                return new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) offset, bytes.length));
            }

            @Override
            public long length() {
                return bytes.length;
            }
        };
    }

    private static Map<String, JsonNode> gold(String set) throws IOException {
        Map<String, JsonNode> rows = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(set + ".gold.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = JSON.readTree(line);
                rows.put(row.path("url").asText(), row);
            }
        }
        return rows;
    }
}
