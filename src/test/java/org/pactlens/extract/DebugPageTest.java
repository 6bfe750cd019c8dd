package org.pactlens.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DebugPageTest {
    private static String shown(String title, String paragraph, String divClass) {
        String html = "<html><title>" + title + "</title><h1>" + title + "</h1><div class='" + divClass + "'><p>"
                + paragraph + "</p></div><footer><a href=/>Home of the gazette</a></footer></html>";
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return ArticleExtractor.explain(new RawDocument(bytes, null, "utf-8", "https://a.example/?a=<b>", null));
    }

    @Test
    void showsWhatWasKeptAndWhatWasNotWithItsReasons() {
        String text = "The harbour board voted on Monday to widen the northern channel, a plan long opposed.";
        assertThat(shown("Channel to be widened", text, "story"))
                .containsPattern("<tr class=kept><td>1<td>[0-9.]+<td>" + text)
                .containsPattern("<tr class=outside><td>2<td>[0-9.]+<td>Home of the gazette")
                .containsPattern("LINK_SHARE -[0-9.]+");
    }

    @Test
    void nothingOfThePageIsMarkup() {
        String shown =
                shown("&lt;script>", "&lt;img src=x onerror=alert(1)> and so on, for a sentence.", "&lt;i>&lt;b>");
        assertThat(shown).doesNotContain("<script", "<img", "<i>", "<b>").contains("&lt;img src=x", "a=&lt;b&gt;");
    }
}
