package org.pactlens.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The headline a reader sees: the heading that agrees with what the page says of itself in its head. */
final class Headline {
    private static final String[] PARTS = {
        " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", "｜", "|", " : ", "_", " / "
    };
    private static final int MAX_LENGTH = 400;
    private static final Pattern DAY = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}");
    private static final int MAX_PARTS = 20;
    /** Of a title that is longer only the beginning is looked at: nobody wrote it as one. */
    private static final int MAX_STATED = 1000;

    private static final int MAX_HEADINGS = 60;
    private static final int MIN_HEADLINE = 20;

    private Headline() {}

    static String of(PageTree tree, PageMeta meta, StructuredData data) {
        String site = meta.siteName() != null ? meta.siteName() : data.publisher();
        String element = stated(meta.title());
        String og = stated(meta.first("og:title", "twitter:title", "dc.title", "title", "headline"));
        String stated = stated(data.headline());
        List<Words> witnesses = Stream.of(element, og, stated).map(Words::of).toList();
        List<String> headings = headings(tree);
        String best = "";
        double bestScore = 0.45;
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            if (sameName(heading, site)) {
                continue;
            }
            Words words = Words.of(heading);
            double score = 0;
            for (Words witness : witnesses) {
                score = Math.max(score, agreement(words, witness));
            }
            if (score > bestScore + 0.1) {
                best = heading;
                bestScore = score;
            }
        }
        if (!best.isEmpty()) {
            return withoutTail(best, element, og);
        }
        if (!stated.isEmpty() && !sameName(stated, site)) {
            return withoutSite(stated, site, og + " " + element);
        }
        String shown = shownPart(element, tree, site);
        if (!shown.isEmpty()) {
            return shown;
        }
        String other = og.isEmpty() || sameName(og, site) ? element : og;
        String cut = withoutSite(other, site, String.join(" ", headings));
        if (!cut.isEmpty() && !sameName(cut, site)) {
            return cut;
        }
        return headings.isEmpty() ? "" : headings.get(0);
    }

    /** The longest part of the title element that stands on the page as a line of its own. */
    private static String shownPart(String element, PageTree tree, String site) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts(element, parts);
        parts.remove(BodyFinder.squeeze(element));
        String best = "";
        for (Block b : tree.blocks) {
            String part = b.text.length() > MAX_LENGTH ? null : parts.get(b.squeezed());
            boolean linked = b.linkShare() > 0.8 && !b.isHeading();
            if (part != null
                    && !linked
                    && Script.words(part) >= 2
                    && part.length() > best.length()
                    && !sameName(part, site)) {
                best = part;
            }
        }
        return best;
    }

    /** What stands before or after each mark that may part headline, section and site; squeezed, then as written. */
    private static void parts(String title, Map<String, String> into) {
        for (int i = 0; i < title.length() && into.size() < MAX_PARTS; i++) {
            char c = title.charAt(i);
            boolean spaced = i + 1 < title.length() && title.charAt(i + 1) == ' ';
            if ("|»·•｜_>〉《》".indexOf(c) >= 0 || spaced && "-–—:/".indexOf(c) >= 0) {
                String after = title.substring(i + 1).strip();
                into.put(BodyFinder.squeeze(after), after);
                if (c != ':') {
                    // Before a colon stands a kicker more often than a headline.
                    String before = title.substring(0, i).strip();
                    into.put(BodyFinder.squeeze(before), before);
                }
            }
        }
    }

    /** A heading element that holds more than the headline, such as the date, is cut where the page's head ends it. */
    private static String withoutTail(String heading, String... stated) {
        for (String title : stated) {
            Map<String, String> parts = new LinkedHashMap<>();
            parts(title, parts);
            parts.put(BodyFinder.squeeze(title), title);
            for (String part : parts.values()) {
                boolean begins =
                        part.length() >= MIN_HEADLINE && heading.startsWith(part) && heading.length() > part.length();
                if (begins && DAY.matcher(heading.substring(part.length())).find()) {
                    return part;
                }
            }
        }
        return heading;
    }

    /** Those of the first level come first. */
    private static List<String> headings(PageTree tree) {
        List<String> found = new ArrayList<>();
        for (String tag : new String[] {"h1", "h2", "h3"}) {
            for (Element h : tree.headings) {
                String text = h.normalName().equals(tag) && found.size() < MAX_HEADINGS ? tidy(h.text()) : "";
                if (!text.isEmpty() && text.length() <= MAX_LENGTH) {
                    found.add(text);
                }
            }
        }
        return found;
    }

    /** A title squeezed, and its words in small letters. */
    private record Words(String squeezed, Set<String> words) {
        static Words of(String title) {
            String[] words = title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
            return new Words(BodyFinder.squeeze(title), new HashSet<>(List.of(words)));
        }
    }

    /** Share of words in common: 1 where equal, high where the heading stands whole in the other. */
    private static double agreement(Words heading, Words other) {
        String a = heading.squeezed;
        String b = other.squeezed;
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
        int all = heading.words.size();
        int common = 0;
        for (String word : heading.words) {
            common += other.words.contains(word) ? 1 : 0;
        }
        return all < 3 ? 0 : 0.9 * common / Math.max(all, Math.min(other.words.size(), 2 * all));
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

    private static String stated(String title) {
        String tidy = tidy(title);
        return tidy.length() <= MAX_STATED ? tidy : tidy.substring(0, MAX_STATED);
    }

    static String tidy(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c >= '\t' && c <= '\r' || c == '\u00A0' || c == '\u200B';
            if (!blank || !space) {
                out.append(blank ? ' ' : c);
            }
            space = blank;
        }
        return out.toString().strip();
    }
}
