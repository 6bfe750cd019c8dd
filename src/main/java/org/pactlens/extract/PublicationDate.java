package org.pactlens.extract;

import java.net.MalformedURLException;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
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

    /** Blocks around headline or beginning in which a line may state the day. */
    private static final int ABOVE = 12;

    private static final int BELOW = 30;
    private static final double LONGEST_LINE = 220;
    private static final int LONGEST_LABEL = 40;
    /** Begin the words for "updated" beside a day, in class names and in labels. */
    private static final List<String> CHANGE = List.of(
            "updat",
            "modif",
            "edited",
            "revised",
            "aktual",
            "akt.:",
            "geändert",
            "mis à jour",
            "mise à jour",
            "actualiz",
            "atualiz",
            "aggiorn",
            "bijgewerkt",
            "обнов",
            "оновл",
            "ενημέρωσ",
            "güncelle",
            "更新",
            "수정",
            "업데이트",
            "تحديث");

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

    /**
     * @param instant null where no time with offset is stated
     * @param utc whether the day is that of a time stated in UTC
     */
    record Dated(LocalDate date, Instant instant, DateBasis basis, boolean utc) {
        static final Dated NONE = new Dated(null, null, DateBasis.NONE, false);

        static Dated of(DateForms.Found found, DateBasis basis) {
            return new Dated(found.date(), found.instant(), basis, found.utc());
        }
    }

    /**
     * @param title index of the block that is the headline, or -1
     * @param body the chosen text, may be empty
     */
    Dated find(PageTree tree, PageMeta meta, StructuredData data, int title, List<Block> body) {
        int begin = title >= 0 ? title : body.isEmpty() ? 0 : body.get(0).index;
        List<Dated> stated = new ArrayList<>();
        add(stated, data.datePublished(), DateBasis.STRUCTURED);
        for (PageTree.Timed t : tree.times) {
            if (t.element().attr("itemprop").equalsIgnoreCase("datePublished")) {
                add(stated, stamp(t.element()), DateBasis.STRUCTURED);
            }
        }
        for (String name : META) {
            add(stated, meta.first(name), DateBasis.META);
        }
        List<Dated> marked = new ArrayList<>();
        nearest(tree, begin).forEach(t -> add(marked, stamp(t.element()), DateBasis.TIME_ELEMENT));
        Dated visible = visible(tree, title, body);
        Dated inUrl = inUrl();
        if (!stated.isEmpty()) {
            List<Dated> witnesses = new ArrayList<>(stated);
            Stream.of(inUrl, visible).filter(Objects::nonNull).forEach(witnesses::add);
            nearest(tree, begin)
                    .limit(1)
                    .forEach(t -> add(witnesses, t.element().text(), DateBasis.TIME_ELEMENT));
            witnesses.addAll(marked.subList(0, Math.min(1, marked.size())));
            return onTheOutletsDay(stated.get(0), witnesses);
        }
        if (visible != null && !marked.isEmpty()) {
            return marked.stream()
                    .filter(d -> d.date.equals(visible.date))
                    .findFirst()
                    .orElse(marked.get(0));
        }
        return !marked.isEmpty() ? marked.get(0) : visible != null ? visible : inUrl != null ? inUrl : Dated.NONE;
    }

    /** A time in UTC may name the day before or after the outlet's own, which the page or its country tells. */
    private Dated onTheOutletsDay(Dated stated, List<Dated> witnesses) {
        if (!stated.utc) {
            return stated;
        }
        List<LocalDate> days = witnesses.stream()
                .filter(w -> !w.utc && OutletDay.isSomewhere(stated.instant, w.date))
                .map(Dated::date)
                .toList();
        LocalDate there = OutletDay.of(stated.instant, host(url));
        LocalDate day = days.contains(stated.date) ? stated.date : days.isEmpty() ? there : days.get(0);
        return new Dated(day == null ? stated.date : day, stated.instant, stated.basis, false);
    }

    private static Stream<PageTree.Timed> nearest(PageTree tree, int begin) {
        return tree.times.stream()
                .filter(t -> t.element().normalName().equals("time"))
                .filter(t -> !speaksOfChange(t.element().attr("class")
                        + ' '
                        + t.element().attr("itemprop")
                        + ' '
                        + t.element().parent().attr("class")))
                .sorted(Comparator.comparingInt(t -> distance(t.block(), begin)));
    }

    private static boolean speaksOfChange(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return CHANGE.stream().anyMatch(lower::contains);
    }

    /** In blocks; above counts three times as much. */
    private static int distance(int block, int begin) {
        return block >= begin ? block - begin : 3 * (begin - block);
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
            into.add(Dated.of(found, basis));
        }
    }

    /** A date in the few lines around headline and beginning, or below the end; prose tells of other days. */
    private Dated visible(PageTree tree, int title, List<Block> body) {
        if (body.isEmpty()) {
            int at = Math.max(0, title);
            return inLines(tree, at - ABOVE, at + BELOW, at);
        }
        int first = body.get(0).index;
        Dated above = title >= 0
                ? inLines(tree, title - ABOVE, Math.max(title + BELOW, first + 2), title)
                : inLines(tree, first - ABOVE, first + 2, first);
        int last = body.get(body.size() - 1).index;
        return above != null ? above : inLines(tree, last, last + 3, last);
    }

    /** The date in a line between these blocks that is nearest to the third, or null. */
    private Dated inLines(PageTree tree, int from, int to, int near) {
        Dated best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (int i = Math.max(0, from); i < Math.min(tree.blocks.size(), to); i++) {
            Block b = tree.blocks.get(i);
            if (b.weight > LONGEST_LINE || b.linkShare() > 0.8) {
                continue;
            }
            DateForms.Found found = forms.first(b.text, language, monthFirst);
            int distance = distance(i, near);
            if (found != null && !found.date().isAfter(latest) && distance < bestDistance) {
                String label = found.at() > 0 || i == 0 ? b.text.substring(0, found.at()) : tree.blocks.get(i - 1).text;
                if (label.length() <= LONGEST_LABEL && speaksOfChange(label)) {
                    continue;
                }
                best = Dated.of(found, DateBasis.TEXT);
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
                return Dated.of(found, DateBasis.TEXT);
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
        return date == null || date.isAfter(latest) ? null : new Dated(date, null, DateBasis.URL, false);
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

    /** Read leniently: crawls hold addresses that are no URI. Empty where there is none. */
    static String host(String url) {
        try {
            return new URL(url).getHost().toLowerCase(Locale.ROOT);
        } catch (MalformedURLException none) {
            return "";
        }
    }
}
