package org.pactlens.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The headline a reader sees: the heading that agrees with what the page says of itself in its head. */
final class Headline {
    private static final String[] PARTS = {
        " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", "｜", "|", " : ", "_", " / "
    };
    private static final int MAX_LENGTH = 400;

    private Headline() {}

    static String of(Document page, PageMeta meta, StructuredData data) {
        String site = meta.siteName() != null ? meta.siteName() : data.publisher();
        String element = tidy(meta.title());
        String og = tidy(meta.first("og:title", "twitter:title", "dc.title", "title", "headline"));
        String stated = tidy(data.headline());
        List<String> headings = headings(page);
        String best = "";
        double bestScore = 0.45;
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            if (sameName(heading, site)) {
                continue;
            }
            double score =
                    Math.max(agreement(heading, element), Math.max(agreement(heading, og), agreement(heading, stated)));
            if (score > bestScore + 0.1) {
                best = heading;
                bestScore = score;
            }
        }
        if (!best.isEmpty()) {
            return best;
        }
        if (!stated.isEmpty() && !sameName(stated, site)) {
            return withoutSite(stated, site, og + " " + element);
        }
        String other = og.isEmpty() || sameName(og, site) ? element : og;
        String cut = withoutSite(other, site, String.join(" ", headings));
        if (!cut.isEmpty() && !sameName(cut, site)) {
            return cut;
        }
        return headings.isEmpty() ? "" : headings.get(0);
    }

    private static List<String> headings(Document page) {
        List<String> found = new ArrayList<>();
        for (String tag : new String[] {"h1", "h2", "h3"}) {
            for (Element h : page.getElementsByTag(tag)) {
                String text = tidy(h.text());
                if (!text.isEmpty() && text.length() <= MAX_LENGTH && found.size() < 60) {
                    found.add(text);
                }
            }
        }
        return found;
    }

    /** Share of words in common: 1 where equal, high where the heading stands whole in the other. */
    private static double agreement(String heading, String other) {
        if (heading.isEmpty() || other.isEmpty()) {
            return 0;
        }
        String a = BodyFinder.squeeze(heading);
        String b = BodyFinder.squeeze(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.equals(b)) {
            return 1;
        }
        if (a.length() > 8 && b.contains(a)) {
            return 0.6 + 0.35 * a.length() / b.length();
        }
        if (b.length() > 8 && a.contains(b)) {
            return 0.6 + 0.35 * b.length() / a.length();
        }
        Set<String> words =
                new HashSet<>(List.of(heading.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        Set<String> others =
                new HashSet<>(List.of(other.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        int all = words.size();
        words.retainAll(others);
        return all < 3 ? 0 : 0.9 * words.size() / Math.max(all, Math.min(others.size(), 2 * all));
    }

    /** Cuts a tail or head that is the site's name, or that no heading bears out. */
    private static String withoutSite(String title, String site, String witnesses) {
        String known = BodyFinder.squeeze(witnesses);
        for (String part : PARTS) {
            int at = title.lastIndexOf(part);
            if (at <= 0) {
                continue;
            }
            String left = title.substring(0, at).strip();
            String right = title.substring(at + part.length()).strip();
            if (sameName(right, site)) {
                return withoutSite(left, site, witnesses);
            }
            if (sameName(left, site)) {
                return right;
            }
            boolean borneOut = BodyFinder.squeeze(left).length() > 8
                    && known.contains(BodyFinder.squeeze(left))
                    && !known.contains(BodyFinder.squeeze(title));
            boolean looksLikeSite = part.length() > 1
                    && Script.words(right) <= 4
                    && Script.words(left) >= 4
                    && !known.contains(BodyFinder.squeeze(title));
            if (borneOut || looksLikeSite) {
                return withoutSite(left, site, witnesses);
            }
        }
        return title;
    }

    private static boolean sameName(String text, String site) {
        return site != null && !site.isBlank() && BodyFinder.squeeze(text).equals(BodyFinder.squeeze(site));
    }

    static String tidy(String text) {
        return text == null ? "" : text.replaceAll("[\\s\\u00A0\\u200B]+", " ").strip();
    }
}
