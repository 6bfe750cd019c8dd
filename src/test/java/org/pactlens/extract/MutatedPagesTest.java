package org.pactlens.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pactlens.extract.GoldPages.GoldPage;

/** Damaged pages give a result all the same: no fault of the program, text within the page's size. */
class MutatedPagesTest {
    private static final ArticleExtractor EXTRACTOR = ArticleExtractor.forPages();
    private static final String[] PIECES = {
        "\uFFFF",
        "\0",
        "<",
        "</",
        "<!--",
        "-->",
        "\"",
        "'>",
        "<div>",
        "</div>",
        "<table><tr><td>",
        "<p>",
        "&#x1F600;",
        "&#55296;",
        "<script type='application/ld+json'>{\"@type\":[",
        "{\"articleBody\":\"",
        "]]>",
        "<svg><title>",
        "<noscript>",
        "<template>",
        "<a href='",
        "<time datetime='9999-99-99'>",
        "<h1>",
        "\u202E",
        "\uD83D",
        "<br><br>"
    };
    private static final String PAGE = "<html lang=en><head><title>Channel to be widened | Gazette</title>"
            + "<meta property=article:published_time content='2024-06-03T08:00:00Z'>"
            + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ida Morrow\"},"
            + "\"datePublished\":\"2024-06-03\"}</script></head><body><nav><a href=/>Home</a></nav><article>"
            + "<h1>Channel to be widened</h1><div class=byline>By Ida Morrow, 3 June 2024</div>"
            + "<p>The harbour board voted on Monday to widen the northern channel, a plan that was opposed.</p>"
            + "<ul><li>Work is to begin in the spring.</li><li>It will take two years, the board said.</li></ul>"
            + "<table><tr><td>Ferries</td><td>keep to their timetable</td></tr></table></article>"
            + "<footer><p>All rights reserved.</p></footer></body></html>";

    @Test
    void aDamagedPageGivesAResult() {
        byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
        Random chance = new Random(20240619);
        for (int i = 0; i < 500; i++) {
            check(mutated(page, chance), "https://gazette.example/channel");
        }
    }

    @Test
    @Tag("scale")
    void aHundredThousandDamagedRealPagesGiveResults() throws IOException {
        List<GoldPage> pages = GoldPages.all();
        Random chance = new Random(4711);
        for (int i = 0; i < Integer.getInteger("pactlens.mutations", 100_000); i++) {
            RawDocument raw = pages.get(chance.nextInt(pages.size())).raw();
            check(mutated(raw.bytes(), chance), raw.url());
        }
    }

    private static void check(byte[] bytes, String url) {
        Extraction found = EXTRACTOR.extract(
                new RawDocument(bytes, "text/html", null, url, Instant.parse("2026-07-01T00:00:00Z")));
        assertThat(found.error()).isNotIn(ExtractionError.INTERNAL, ExtractionError.STACK, ExtractionError.MEMORY);
        assertThat(found.text().length()).isLessThanOrEqualTo(2 * bytes.length);
    }

    private static byte[] mutated(byte[] page, Random chance) {
        byte[] bytes = page;
        for (int n = chance.nextInt(6); n >= 0; n--) {
            int at = chance.nextInt(bytes.length + 1);
            int end = Math.min(bytes.length, at + chance.nextInt(1 + bytes.length / 4));
            bytes = switch (chance.nextInt(5)) {
                case 0 -> joined(slice(bytes, 0, at), slice(bytes, end, bytes.length));
                case 1 -> joined(slice(bytes, 0, end), slice(bytes, at, bytes.length));
                case 2 -> joined(slice(bytes, 0, at), piece(chance), slice(bytes, at, bytes.length));
                case 3 -> joined(slice(bytes, at, bytes.length), slice(bytes, 0, at));
                default -> flipped(bytes, chance);
            };
        }
        return bytes;
    }

    private static byte[] piece(Random chance) {
        String piece = PIECES[chance.nextInt(PIECES.length)];
        return piece.repeat(1 + chance.nextInt(chance.nextInt(8) == 0 ? 2000 : 3))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] bytes, Random chance) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < Math.min(20, copy.length); i++) {
            copy[chance.nextInt(copy.length)] = (byte) chance.nextInt(256);
        }
        return copy;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
