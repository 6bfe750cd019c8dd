package org.pactlens.extract;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The day of first publication that a page states, from its strongest source. */
final class PublicationDate {
    private static final String[] META = {
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date_published",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "publishdate",
        "publish-date",
        "publish_date",
        "published-date",
        "published_date",
        "pubdate",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dc.date",
        "dcterms.date",
        "date",
        "article_date_original",
        "originalpublicationdate",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "citation_publication_date",
        "citation_date",
        "article:published",
        "article:post_date",
        "analyticsattributes.articledate",
        "last_published_date",
        "creation_date",
        "datecreated",
        "og:article:published_time",
        "rnews:datepublished",
        "displaydate",
        "release_date",
        "created"
    };

    private final DateForms forms;
    private final String language;
    private final boolean monthFirst;
    private final LocalDate latest;
    private final String url;

    PublicationDate(DateForms forms, String language, String url, Instant capturedAt) {
        this.forms = forms;
        this.language = language;
        this.url = url;
        this.monthFirst = DateForms.monthFirst(language, host(url));
        // The outlet may lie up to 14 hours ahead of UTC.
        this.latest = capturedAt == null
                ? LocalDate.of(2100, 1, 1)
                : capturedAt.atOffset(ZoneOffset.ofHours(14)).toLocalDate();
    }

    /** @param instant null where no time with offset is stated */
    record Dated(LocalDate date, Instant instant, DateBasis basis) {
        static final Dated NONE = new Dated(null, null, DateBasis.NONE);
    }

    Dated find(PageTree tree, PageMeta meta, StructuredData data, String title) {
        List<Dated> stated = new ArrayList<>();
        add(stated, data.datePublished(), DateBasis.STRUCTURED);
        for (Element e : tree.times) {
            if (e.attr("itemprop").equalsIgnoreCase("datePublished")) {
                add(stated, stamp(e), DateBasis.STRUCTURED);
            }
        }
        for (String name : META) {
            add(stated, meta.first(name), DateBasis.META);
        }
        for (Element e : tree.times) {
            String words = (e.attr("class")
                            + ' '
                            + e.attr("itemprop")
                            + ' '
                            + e.parent().attr("class"))
                    .toLowerCase(Locale.ROOT);
            boolean changed = words.contains("modif") || words.contains("updat");
            if (!changed && e.normalName().equals("time")) {
                add(stated, stamp(e), DateBasis.TIME_ELEMENT);
            }
        }
        Dated visible = visible(tree, title);
        Dated inUrl = inUrl();
        if (!stated.isEmpty() && stated.get(0).basis != DateBasis.TIME_ELEMENT) {
            return stated.get(0);
        }
        if (visible != null && !stated.isEmpty()) {
            return stated.stream()
                    .filter(d -> d.date.equals(visible.date))
                    .findFirst()
                    .orElse(stated.get(0));
        }
        return !stated.isEmpty() ? stated.get(0) : visible != null ? visible : inUrl != null ? inUrl : Dated.NONE;
    }

    private static String stamp(Element e) {
        return e.hasAttr("datetime") ? e.attr("datetime") : e.hasAttr("content") ? e.attr("content") : e.text();
    }

    private void add(List<Dated> into, String text, DateBasis basis) {
        if (text == null || text.isBlank() || into.size() > 40) {
            return;
        }
        DateForms.Found found = forms.first(text, language, monthFirst);
        if (found != null && !found.date().isAfter(latest)) {
            into.add(new Dated(found.date(), found.instant(), basis));
        }
    }

    /** A date in the few lines before and after the headline; short lines only, since prose tells of other days. */
    private Dated visible(PageTree tree, String title) {
        int at = 0;
        String wanted = BodyFinder.squeeze(title);
        for (Block b : tree.blocks) {
            if (b.isHeading() && BodyFinder.squeeze(b.text).equals(wanted)) {
                at = b.index;
                break;
            }
        }
        Dated best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (int i = Math.max(0, at - 12); i < Math.min(tree.blocks.size(), at + 30); i++) {
            Block b = tree.blocks.get(i);
            if (b.weight > 220 || b.linkShare() > 0.8) {
                continue;
            }
            DateForms.Found found = forms.first(b.text, language, monthFirst);
            int distance = i >= at ? i - at : 3 * (at - i);
            if (found != null && !found.date().isAfter(latest) && distance < bestDistance) {
                best = new Dated(found.date(), found.instant(), DateBasis.TEXT);
                bestDistance = distance;
            }
        }
        return best;
    }

    /** The first date in the head of a plain text. */
    Dated inLines(List<String> lines) {
        for (String line : lines.subList(0, Math.min(12, lines.size()))) {
            DateForms.Found found = line.length() > 160 ? null : forms.first(line, language, monthFirst);
            if (found != null && !found.date().isAfter(latest)) {
                return new Dated(found.date(), found.instant(), DateBasis.TEXT);
            }
        }
        return Dated.NONE;
    }

    /** {@code /2024/06/19/} or {@code 20240619} in the path. */
    private Dated inUrl() {
        String path = url.substring(Math.min(url.length(), url.indexOf('/', Math.min(url.length(), 8)) + 1));
        DateForms.Found found = forms.first(path.replace('_', '-'), "", false);
        LocalDate date =
                found != null && path.startsWith(String.valueOf(found.date().getYear()), found.at())
                        ? found.date()
                        : compact(path);
        return date == null || date.isAfter(latest) ? null : new Dated(date, null, DateBasis.URL);
    }

    private static LocalDate compact(String path) {
        for (int i = 0; i + 8 <= path.length(); i++) {
            boolean alone = (i == 0 || !Character.isDigit(path.charAt(i - 1)))
                    && (i + 8 == path.length() || !Character.isDigit(path.charAt(i + 8)));
            if (alone
                    && path.startsWith("20", i)
                    && path.substring(i, i + 8).chars().allMatch(c -> c >= '0' && c <= '9')) {
                int number = Integer.parseInt(path.substring(i, i + 8));
                int month = number / 100 % 100;
                int day = number % 100;
                if (month >= 1 && month <= 12 && day >= 1 && day <= 28 + 3) {
                    return day > java.time.YearMonth.of(number / 10000, month).lengthOfMonth()
                            ? null
                            : LocalDate.of(number / 10000, month, day);
                }
            }
        }
        return null;
    }

    static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException odd) {
            return "";
        }
    }
}
