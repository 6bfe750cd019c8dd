package org.pactlens.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns what a byline says into names of persons: without "by", jobs, dates, places and menu words. */
final class PersonNames {
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
            "by",
            "por",
            "posted on",
            "publiziert am",
            "written by",
            "view more posts",
            "hire",
            "hecho");
    /** Words after a name that belong to its line, not to the name. */
    private static final Set<String> AFTER_NAME = Set.of(
            "updated",
            "posted",
            "published",
            "on",
            "written",
            "by",
            "am",
            "el",
            "the",
            "at",
            "read",
            "-",
            "–",
            "—",
            "|",
            "·",
            "•",
            "·,",
            "in",
            "editor",
            "reporter",
            "writer",
            "correspondent",
            "manager",
            "staff",
            "senior",
            "contributor",
            "contributing",
            "editor-in-chief",
            "managing",
            "chief",
            "marketing",
            "politics",
            "twitter");

    private static final Set<String> BREAKS = Set.of("published", "posted", "updated", "publicado", "veröffentlicht");
    private static final Set<String> BEFORE_NAME =
            Set.of("author", "autor", "auteur", "autora", "autore", "автор", "reporter", "by", "von", "por", "par");
    private static final String KOREAN_REPORTER = "기자";

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

    private final DateForms dates;

    PersonNames(DateForms dates) {
        this.dates = dates;
    }

    /** Splits, cleans and checks stated names; the site's own name stays only where it is alone. */
    List<String> people(List<String> stated, String site) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String entry : stated) {
            for (String part : split(withoutLead(entry))) {
                String name = clean(part);
                if (isName(name) && !dates.isMonth(folded(name)) && found.size() < MAX_AUTHORS) {
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
            " and ", " und ", " y ", " et ", " e ", " en ", " och ", " og ", " i ", " и ", " & ", ";", " | ", " / ",
            "、", "，", " with "
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

    private String clean(String part) {
        String name = withoutLead(part);
        int bracket = name.indexOf('(');
        if (bracket > 2) {
            name = name.substring(0, bracket);
        }
        name = name.replaceAll("(기자|특파원|記者|记者)$", "");
        return withoutEdges(name)
                .replaceAll("^[@•·|\\-–—:,.\\s]+|[•·|\\-–—:,\\s]+$", "")
                .strip();
    }

    /** Cuts at the first number and takes off dates, jobs and calls at both ends. */
    private String withoutEdges(String name) {
        List<String> words = new ArrayList<>(List.of(name.strip().split(" +")));
        for (int i = 1; i < words.size(); i++) {
            boolean breaks = BREAKS.contains(folded(words.get(i)));
            if (breaks || words.get(i).chars().anyMatch(Character::isDigit)) {
                words.subList(i, words.size()).clear();
            }
        }
        int full = words.size();
        while (words.size() > 1 && isAfterName(words.get(words.size() - 1), words.size() > 2 || full > 2)) {
            words.remove(words.size() - 1);
        }
        while (words.size() > 2 && BEFORE_NAME.contains(folded(words.get(0)))) {
            words.remove(0);
        }
        String joined = String.join(" ", words);
        boolean glued = joined.length() > 5
                && joined.startsWith("By")
                && Character.isUpperCase(joined.charAt(2))
                && Character.isLowerCase(joined.charAt(3));
        return glued ? joined.substring(2) : joined.startsWith("Byby ") ? joined.substring(5) : joined;
    }

    private boolean isAfterName(String word, boolean nameStaysWhole) {
        return nameStaysWhole && (AFTER_NAME.contains(folded(word)) || dates.isMonth(folded(word)));
    }

    private static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int end = lower.length();
        while (end > 1 && ".,:;".indexOf(lower.charAt(end - 1)) >= 0) {
            end--;
        }
        return lower.substring(0, end);
    }

    /**
     * Persons of a line that stands by itself: "By Name Surname", "19 June 2024 · Name Surname", or a name before the word
     * for reporter. Empty where the line is no byline beyond doubt.
     */
    List<String> ofLine(String line, String site) {
        if (line.length() > 120) {
            return List.of();
        }
        String[] parts = line.split("[·|•\n]");
        boolean dated = false;
        for (String part : parts) {
            String text = Headline.tidy(part);
            boolean korean = text.endsWith(KOREAN_REPORTER) && text.length() <= 12;
            if (korean || withoutLead(text).length() < text.length()) {
                List<String> names = people(List.of(text), site);
                if (!names.isEmpty() && names.stream().allMatch(n -> korean || isWholeName(n))) {
                    return names;
                }
            }
            dated |= parts.length > 1 && dates.first(text, null, false) != null;
        }
        return dated ? besideDate(parts, site) : List.of();
    }

    private List<String> besideDate(String[] parts, String site) {
        for (String part : parts) {
            List<String> names = people(List.of(part), site);
            if (!names.isEmpty() && isWholeName(part.strip()) && names.stream().allMatch(PersonNames::isWholeName)) {
                return names;
            }
        }
        return List.of();
    }

    /** Two to four words that all begin with a capital, or a few signs of a script without capitals. */
    static boolean isWholeName(String name) {
        if (Script.isSpaceless(name.charAt(0)) || Character.getType(name.charAt(0)) == Character.OTHER_LETTER) {
            return name.length() <= 20;
        }
        String[] words = name.split(" +");
        return words.length >= 2
                && words.length <= 5
                && Character.isUpperCase(words[0].charAt(0))
                && everyWordIsCapital(name);
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
        return letters >= 2 && digits == 0;
    }
}
