package org.pactlens.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://www.News.example:443/a/b/?b=2&a=1#top|news.example/a/b?a=1&b=2",
                "http://news.example/|news.example",
                "http://news.example/x?utm_source=rss&fbclid=1&id=7|news.example/x?id=7",
                "http://news.example/x?gclid=1|news.example/x",
                "http://news.example:8080/x|news.example:8080/x",
                "http://user:pw@news.example/x|news.example/x",
                "http://news.example/%7euser/%d0%b4|news.example/~user/%D0%B4",
                "http://news.example/д|news.example/%D0%B4",
                "http://пример.example/|xn--e1afmkfd.example",
                "http://news.example/x;jsessionid=AF?y=1|news.example/x?y=1",
                "http://news.example/İİİİİİİİİİİİ;JSessionId=A|news.example/%C4%B0%C4%B0%C4%B0%C4%B0%C4%B0%C4%B0%C4%B0%C4%B0%C4%B0%C4%B0%C4%B0%C4%B0",
                "http://www.example/x|www.example/x",
                "file:///in/a.html#x|file:///in/a.html",
                "dns:news.example|dns:news.example"
            })
    void addressesOfOnePageShareAKey(String url, String key) {
        assertThat(UrlKey.of(url)).isEqualTo(key);
    }

    @Property(tries = 500)
    void anyStringHasAKeyThatIsItsOwnKeysFixedPoint(@ForAll String junk) {
        String key = UrlKey.of("http://h.example/" + junk);
        assertThat(UrlKey.of("http://" + key)).isEqualTo(key);
        assertThat(UrlKey.of(junk)).isNotNull();
        WebAddress.host(junk);
    }

    @ParameterizedTest
    @CsvSource({
        "www.bbc.co.uk, bbc.co.uk",
        "news.yahoo.co.jp, yahoo.co.jp",
        "a.b.example.com, example.com",
        "co.uk, co.uk",
        "a.b.news.example, news.example",
        "someone.blogspot.com, someone.blogspot.com",
        "192.0.2.1, 192.0.2.1",
        "localhost, localhost",
        "_odd_._name_, _odd_._name_",
        "xn--e1afmkfd.xn--p1ai, xn--e1afmkfd.xn--p1ai"
    })
    void theRegistrableDomainIsOneLabelBelowThePublicSuffix(String host, String domain) {
        assertThat(WebAddress.registrableDomain(host)).isEqualTo(domain);
    }

    @Test
    void anInputChangesItsIdWithItsPlaceSizeAndState() {
        InputFile file = new InputFile("file:///a", "a", new BytesSource(new byte[3]), Instant.EPOCH, null);
        assertThat(file.id()).matches("[0-9a-f]{32}");
        assertThat(new InputFile("file:///a", "a", new BytesSource(new byte[3]), Instant.EPOCH, null).id())
                .isEqualTo(file.id());
        assertThat(new InputFile("file:///b", "a", new BytesSource(new byte[3]), Instant.EPOCH, null).id())
                .isNotEqualTo(file.id());
        assertThat(new InputFile("file:///a", "a", new BytesSource(new byte[4]), Instant.EPOCH, null).id())
                .isNotEqualTo(file.id());
        assertThat(new InputFile("file:///a", "a", new BytesSource(new byte[3]), Instant.EPOCH.plusMillis(1), null)
                        .id())
                .isNotEqualTo(file.id());
        assertThat(new InputFile("file:///a", "a", new BytesSource(new byte[3]), Instant.EPOCH, "tag").id())
                .isNotEqualTo(file.id());
    }

    @Test
    void aCopiedArchiveGivesTheSameCaptures() {
        byte[] record = Archives.warc(1, Archives.http(1));
        String plain = Ids.capture(Archives.read(record).only());
        assertThat(Ids.capture(Archives.read(Archives.gzip(record)).only())).isEqualTo(plain);
        assertThat(Ids.capture(Archives.read(Archives.warc(2, Archives.http(1))).only()))
                .isNotEqualTo(plain);
    }
}
