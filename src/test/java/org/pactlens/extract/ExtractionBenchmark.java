package org.pactlens.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dankito.readability4j.Readability4J;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.boilerpipe.BoilerpipeContentHandler;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pactlens.extract.GoldPages.GoldPage;

/** Pages per second of processor time, all in one thread and all warm, over the shared gold pages. Prints a table. */
@Tag("benchmark")
class ExtractionBenchmark {
    private static final int ROUNDS = 3;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private interface Extractor {
        Object extract(RawDocument raw, String html) throws Exception;
    }

    @Test
    void readsMorePagesThanReadability() throws Exception {
        List<RawDocument> pages = GoldPages.all().stream().map(GoldPage::raw).toList();
        List<String> decoded = new ArrayList<>();
        for (RawDocument raw : pages) {
            decoded.add(TextDecoder.decode(raw.bytes(), raw.charset()).text());
        }
        ArticleExtractor pactlens = ArticleExtractor.forPages();
        Map<String, Extractor> extractors = new LinkedHashMap<>();
        extractors.put("pactlens", (raw, html) -> pactlens.extract(raw));
        extractors.put(
                "Readability4J",
                (raw, html) -> new Readability4J(raw.url(), html).parse().getTextContent());
        extractors.put("Tika with Boilerpipe", (raw, html) -> boilerpipe(html));
        extractors.put("jsoup parse alone", (raw, html) -> Jsoup.parse(html, raw.url()));
        Map<String, Double> speeds = new LinkedHashMap<>();
        for (Map.Entry<String, Extractor> e : extractors.entrySet()) {
            double best = 0;
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.max(best, pages.size() / seconds(e.getValue(), pages, decoded));
            }
            speeds.put(e.getKey(), best);
            System.out.printf(Locale.ROOT, "%-22s %6.0f pages per second of processor time%n", e.getKey(), best);
        }
        assertThat(speeds.get("pactlens")).isGreaterThan(speeds.get("Readability4J"));
    }

    private static double seconds(Extractor extractor, List<RawDocument> pages, List<String> decoded) {
        long start = CLOCK.getCurrentThreadCpuTime();
        for (int i = 0; i < pages.size(); i++) {
            try {
                extractor.extract(pages.get(i), decoded.get(i));
            } catch (Exception otherExtractorsFailOnSomePages) {
                // Its time counts all the same.
            }
        }
        return (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static String boilerpipe(String html) throws Exception {
        BodyContentHandler text = new BodyContentHandler(-1);
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, "text/html; charset=utf-8");
        new JSoupParser()
                .parse(
                        new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)),
                        new BoilerpipeContentHandler(text),
                        metadata,
                        new ParseContext());
        return text.toString();
    }
}
