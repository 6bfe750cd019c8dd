package org.pactlens.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Names of the persons (and agencies) a page gives as authors, in its order. */
final class Byline {
    private static final int MAX_AUTHORS = 12;
    private static final Set<String> NOT_NAMES = Set.of(
            "admin",
            "administrator",
            "editor",
            "editors",
            "redaktion",
            "redazione",
            "redacción",
            "redaccion",
            "rédaction",
            "la rédaction",
            "staff",
            "author",
            "autor",
            "unknown",
            "webmaster",
            "news desk",
            "follow",
            "jobs",
            "contact",
            "about",
            "redakcja",
            "редакция",
            "posted",
            "published",
            "updated",
            "email",
            "twitter",
            "facebook",
            "view all posts",
            "see more",
            "more",
            "home",
            "subscribe",
            "share",
            "null",
            "undefined",
            "root",
            "guest",
            "news",
            "editorial team",
            "von",
            "by");
    private static final String[] LEADS = {
        "written by ",
        "posted by ",
        "published by ",
        "reported by ",
        "story by ",
        "text by ",
        "words by ",
        "by:",
        "by ",
        "von:",
        "von ",
        "por:",
        "por ",
        "par ",
        "di ",
        "door ",
        "av ",
        "af ",
        "autor:",
        "autor ",
        "autore:",
        "auteur:",
        "author:",
        "authors:",
        "автор:",
        "автор ",
        "автори:",
        "авторы:",
        "текст:",
        "text:",
        "tekst:",
        "opracowanie:",
        "oprac. ",
        "escrito por ",
        "redactor:",
        "作者：",
        "作者:",
        "作者",
        "記者",
        "记者",
        "文：",
        "文/",
        "文／",
        "(c) ",
        "© "
    };

    private Byline() {}

    static List<String> of(PageTree tree, PageMeta meta, StructuredData data, String site) {
        List<String> names = people(data.authors(), site);
        if (names.isEmpty()) {
            String stated = meta.first(
                    "author",
                    "article:author",
                    "article:author_name",
                    "parsely-author",
                    "sailthru.author",
                    "dc.creator",
                    "dcterms.creator",
                    "dc.author",
                    "byl",
                    "citation_author",
                    "og:article:author",
                    "cxenseparse:author");
            names = stated == null ? List.of() : people(List.of(stated), site);
        }
        if (names.isEmpty()) {
            names = visible(tree, site);
        }
        return names;
    }

    private static List<String> visible(PageTree tree, String site) {
        for (String kind : new String[] {"rel", "itemprop", "class"}) {
            for (Element e : tree.authors) {
                boolean right =
                        switch (kind) {
                            case "rel" -> e.attr("rel").equals("author");
                            case "itemprop" -> e.attr("itemprop").equals("author");
                            default -> e.childrenSize() <= 12;
                        };
                if (!right) {
                    continue;
                }
                Element name = e.selectFirst("[itemprop=name]");
                String text = Headline.tidy(name == null ? e.text() : name.text());
                if (text.length() > 2 && text.length() <= 80) {
                    List<String> names = people(List.of(text), site);
                    if (!names.isEmpty()) {
                        return names;
                    }
                }
            }
        }
        return List.of();
    }

    /** Splits, cleans and checks stated names; the site's own name stays only where it is alone. */
    static List<String> people(List<String> stated, String site) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String entry : stated) {
            for (String part : split(withoutLead(entry))) {
                String name = clean(part);
                if (isName(name) && found.size() < MAX_AUTHORS) {
                    found.putIfAbsent(BodyFinder.squeeze(name), name);
                }
            }
        }
        if (site != null && found.size() > 1) {
            found.remove(BodyFinder.squeeze(site));
        }
        return List.copyOf(found.values());
    }

    private static String withoutLead(String entry) {
        String text = Headline.tidy(entry);
        String lower = text.toLowerCase(Locale.ROOT);
        for (String lead : LEADS) {
            if (lower.startsWith(lead)) {
                return text.substring(lead.length()).strip();
            }
        }
        return text;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        String marked = text;
        for (String joint : new String[] {
            " and ", " und ", " y ", " et ", " e ", " en ", " och ", " og ", " i ", " и ", " und ", " & ", ";", " | ",
            " / ", "、", "，", " with "
        }) {
            if (!joint.equals(" e ") && !joint.equals(" i ") && !joint.equals(" y ") && !joint.equals(" en ")
                    || Script.words(marked) > 3) {
                marked = marked.replace(joint, "\u0001");
            }
        }
        for (String piece : marked.split("\u0001")) {
            String[] commas = piece.split(",");
            parts.add(commas[0]);
            for (int i = 1; i < commas.length; i++) {
                // "Name, Place" and "Name, job" are one person; "Name Name, Name Name" are two.
                if (Script.words(commas[i]) >= 2
                        && Script.words(commas[i]) <= 4
                        && Script.words(commas[0]) >= 2
                        && everyWordIsCapital(commas[i])) {
                    parts.add(commas[i]);
                } else if (Script.words(commas[0]) == 1 && commas.length == 2 && everyWordIsCapital(commas[1])) {
                    parts.set(parts.size() - 1, commas[1].strip() + " " + commas[0].strip());
                }
            }
        }
        return parts;
    }

    private static boolean everyWordIsCapital(String text) {
        for (String word : text.strip().split(" +")) {
            if (!word.isEmpty()
                    && Character.isLetter(word.charAt(0))
                    && Character.isLowerCase(word.charAt(0))
                    && word.length() > 3) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String part) {
        String name = withoutLead(part);
        int bracket = name.indexOf('(');
        if (bracket > 2) {
            name = name.substring(0, bracket);
        }
        name = name.replaceAll("(기자|특파원|記者|记者)$", "")
                .replaceAll("^[@•·|\\-–—:,.\\s]+|[•·|\\-–—:,\\s]+$", "")
                .strip();
        return name;
    }

    private static boolean isName(String name) {
        if (name.length() < 2 || name.length() > 60 || Script.words(name) > 6) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (NOT_NAMES.contains(lower)
                || name.indexOf('@') >= 0
                || lower.contains("http")
                || lower.contains("www.")
                || lower.contains(".com")
                || lower.startsWith("view all")) {
            return false;
        }
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < name.length(); i++) {
            digits += Character.isDigit(name.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(name.charAt(i)) ? 1 : 0;
        }
        return letters >= 2 && digits <= 2;
    }
}
